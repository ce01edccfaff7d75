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
        return table.rows.compactMap { row in
            guard let line = table.field("line", of: row)?.text,
                let priority = table.field("priority", of: row).flatMap({ Priority(rawValue: $0.text) }),
                let now = table.field("now", of: row).flatMap({ Int($0.text) }),
                let all = table.field("if_all_come", of: row).flatMap({ Int($0.text) })
            else { return nil }
            return Line(line: line, priority: priority, now: now, ifAllCome: all)
        }
    }
}
