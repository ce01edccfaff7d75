// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workbooks
import Workforce

/// What a workbook offers in the columns of its tables, and the sheet that lists what the framework has.
///
/// Words of closed lists are offered as such, names of the framework from the sheet of lists, teams and people from the
/// sheets that define them. Names may be typed as well: `a;b`, or what the framework calls them.
struct ColumnChoices {
    /// The sheet of lists, which is read by nobody: the framework has it all.
    static let sheet = "lists"

    private let framework: Framework?
    /// The rows of each sheet that are offered in, the heading being row 0.
    private let lastRows: [String: Int]

    /// - Parameters:
    ///   - framework: The framework; nil: nothing of it is offered.
    ///   - lastRows: The last row that each table of the workbook may grow to.
    init(_ framework: Framework?, lastRows: [String: Int]) {
        (self.framework, self.lastRows) = (framework, lastRows)
    }

    /// What is offered in a column of a table; nil: whatever is right.
    ///
    /// - Parameter index: Which column of the sheet it is, from 0.
    func choice(_ column: String, of schema: TableSchema, at index: Int) -> WrittenSheet.Choice? {
        guard let last = lastRows[schema.path], let values = values(column, of: schema.path) else {
            return nil
        }
        return WrittenSheet.Choice(columns: index...index, rows: 1...last, values)
    }

    private func values(_ column: String, of table: String) -> WrittenSheet.Choice.Values? {
        switch column {
        case "employment": return .words(Employment.allCases.map(\.rawValue))
        case "priority": return .words(Priority.allCases.map(\.rawValue))
        case "source": return .words(CareSource.allCases.map(\.rawValue))
        case "setting": return .words(Team.Setting.allCases.map(\.rawValue))
        case "opted_out": return .words(["yes", "no"])
        case "level": return framework.map { .words((1...max(1, $0.levels)).map(String.init)) }
        case "role", "roles": return list(of: .roles)
        case "competency": return list(of: .competencies)
        case "activity": return list(of: .activities)
        case "team", "home_team": return self.column(of: .teams, unless: table)
        case "staff", "supervisor": return self.column(of: .staff, unless: table)
        case _: return nil
        }
    }

    /// The first column of the sheet that defines what is named.
    private func column(of schema: TableSchema, unless table: String) -> WrittenSheet.Choice.Values? {
        guard schema.path != table, let last = lastRows[schema.path] else { return nil }
        return .cells(of: WeekBook.sheetNames[schema.path] ?? schema.path, column: 0, rows: 1...last)
    }

    // MARK: The sheet of lists

    /// What the framework has, in the order of its columns in the sheet of lists.
    private enum List: Int, CaseIterable {
        case roles, competencies, activities

        var heading: String {
            switch self {
            case .roles: "role"
            case .competencies: "competency"
            case .activities: "activity"
            }
        }

        func names(_ framework: Framework) -> [(id: String, name: String)] {
            switch self {
            case .roles: framework.roles.map { ($0.id, $0.name) }
            case .competencies: framework.competencies.map { ($0.id, $0.name) }
            case .activities: framework.activities.map { ($0.id, $0.name) }
            }
        }
    }

    private func list(of list: List) -> WrittenSheet.Choice.Values? {
        guard let count = framework.map({ list.names($0).count }), count > 0 else { return nil }
        return .cells(of: Self.sheet, column: 2 * list.rawValue, rows: 1...count)
    }

    /// The sheet that lists identifiers and what they are called; nil: there is no framework.
    var lists: WrittenSheet? {
        guard let framework else { return nil }
        let columns = List.allCases.map { ($0.heading, $0.names(framework)) }
        let heading = columns.flatMap { name, _ in
            [name, "what it is called"].map {
                WrittenSheet.Cell(.text($0), look: WrittenSheet.Look(isHeading: true))
            }
        }
        let rows = (0..<(columns.map(\.1.count).max() ?? 0)).map { row in
            columns.flatMap { _, names -> [WrittenSheet.Cell] in
                guard names.indices.contains(row) else { return [WrittenSheet.Cell(), WrittenSheet.Cell()] }
                return [names[row].id, names[row].name].map { WrittenSheet.Cell(.text($0)) }
            }
        }
        return WrittenSheet(
            name: Self.sheet, rows: [heading] + rows, frozen: (1, 0), widths: [28, 40, 28, 60, 28, 40])
    }
}
