// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording
import Workforce

/// What stays unmet of a week that is called for, as a table for the page and for `unmet.csv`: as things stand, and even
/// if all say yes.
public struct UnmetTable: Sendable {
    /// The file's name.
    public static let file = "unmet.csv"

    /// A line that is not met wholly.
    public struct Line: Sendable, Equatable {
        /// The line's identifier.
        public let line: String
        /// The priority.
        public let priority: Priority
        /// Contacts that go unmet with those who said yes.
        public let now: Int
        /// Contacts that go unmet even if everybody on the list comes.
        public let ifAllCome: Int
    }

    /// The table.
    let table: Table

    /// The table of a surge, the most pressing care first.
    public init(_ surge: Surge) {
        let week = surge.week
        let names = Naming(week: week)
        let rows = Priority.allCases.filter(\.isCare).flatMap { priority in
            week.demand.enumerated().compactMap { line, demand -> [Table.Cell]? in
                let (now, all) = (surge.now.unmet(ofLine: line), surge.ifAllCome.unmet(ofLine: line))
                guard now > 0 || all > 0, demand.priority == priority else { return nil }
                return [
                    .text(demand.id), .text(names.team(demand.team), exact: demand.team),
                    .text(names.activity(demand.activity), exact: demand.activity),
                    .text(priority.rawValue), .text(names.window(demand.window)), .count(now), .count(all),
                ]
            }
        }
        table = Table(
            name: "unmet", caption: "Contacts not met",
            columns: [
                .text("Line", "line"), .text("Team", "team"), .text("Activity", "activity"),
                .text("Priority", "priority"), .text("Window", "window"), .number("As things stand", "now"),
                .number("If all say yes", "if_all_come"),
            ], rows: rows, whenEmpty: "None: all care is met, even if nobody else comes.")
    }

    /// The file's text.
    public var csv: String { table.csv }

    /// Reads the file; nil, with what is wrong with it, where it cannot be.
    public static func read(_ input: InputFile, _ diagnostics: Diagnostics) -> [Line]? {
        guard
            let table = CSVTable.read(
                input, required: ["line", "priority", "now", "if_all_come"], others: .keep, diagnostics)
        else { return nil }
        func contacts(_ column: String, _ row: CSVTable.Row) -> Int? {
            table.field(column, of: row)?.wholeNumber(in: 0...1_000_000, unit: "contacts", diagnostics)
        }
        // All of it or nothing: fewer lines than there are would look like care that is met.
        let lines = table.rows.compactMap { row -> Line? in
            guard let line = table.field("line", of: row)?.text,
                let priority = table.field("priority", of: row)?.word(Priority.self, diagnostics),
                let now = contacts("now", row), let all = contacts("if_all_come", row)
            else { return nil }
            return Line(line: line, priority: priority, now: now, ifAllCome: all)
        }
        return lines.count == table.rows.count && !diagnostics.hasErrors ? lines : nil
    }
}
