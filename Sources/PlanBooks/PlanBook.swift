// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Tables
import Workbooks
import Workforce

/// A plan as a workbook: what it is, who works where in the colours of the teams, and a sheet for each of the plan's
/// and the report's tables.
///
/// Figures are numbers, exact; words are text, whatever they look like; nothing reads it back.
public struct PlanBook: Sendable {
    /// What its first sheet says: a name and what is said of it, a row each.
    private let about: [(name: String, value: String)]
    private let week: Week
    private let plan: Plan
    private let tables: [Table]

    /// The workbook of a plan.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - week: The week that it is for.
    ///   - tables: The tables of its report; those called `rota` and `rota-…` have a row a person and columns named by sessions.
    ///   - about: What readers have to know of it, a name and what is said, a row each.
    public init(of plan: Plan, week: Week, tables: [Table], about: [(name: String, value: String)]) {
        (self.plan, self.week, self.tables, self.about) = (plan, week, tables, about)
    }

    /// The bytes of the workbook; the same plan gives the same bytes.
    ///
    /// - Throws: What keeps it from being made.
    public func bytes() throws(PlanFolderError) -> [UInt8] {
        let sheets = try sheets()
        do throws(WorkbookError) {
            return try WorkbookWriter.bytes(of: sheets)
        } catch {
            throw .refused(path: ReportFolder.workbook, reason: error.description)
        }
    }

    /// The sheets in the order of their tabs.
    func sheets() throws(PlanFolderError) -> [WrittenSheet] {
        var names = SheetNames()
        let isRota: (Table) -> Bool = { $0.name == "rota" || $0.name.hasPrefix("rota-") }
        let rotas = tables.filter(isRota).map { coloured($0, named: names.next($0.name)) }
        let own = try PlanFolder.records(of: plan, week: week).map { sheet($0, named: names.next($0.name)) }
        let others = tables.filter { !isRota($0) }.map { table in
            TableSheet.sheet(table, named: names.next(table.name))
        }
        return [opening] + rotas + own + others
    }

    /// The first sheet.
    private var opening: WrittenSheet {
        WrittenSheet(
            name: SheetNames.about,
            rows: about.map { [.heading($0.name), WrittenSheet.Cell(.text(TableSheet.fitting($0.value)))] },
            frozen: (0, 1), widths: [24, 100])
    }

    /// Who works where, each cell in the colour of the team.
    private func coloured(_ table: Table, named name: String) -> WrittenSheet {
        var sheet = TableSheet.sheet(table, named: name)
        let teams = Dictionary(week.teams.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let sessions = Dictionary(week.sessions.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var places: [Place: Int] = [:]
        for row in plan.deployments where places[Place(staff: row.staff, session: row.session)] == nil {
            places[Place(staff: row.staff, session: row.session)] = teams[row.team]
        }
        let staff = table.columns.firstIndex { $0.name == "staff" }
        for (number, row) in table.rows.enumerated() {
            guard let staff, row.indices.contains(staff), case .text(let person) = row[staff] else {
                continue
            }
            for (column, heading) in table.columns.enumerated() {
                guard let session = sessions[heading.name],
                    let team = places[Place(staff: person.exact ?? person.text, session: session)]
                else { continue }
                sheet.rows[number + 1][column].look.colour = Self.colours[team % Self.colours.count]
            }
        }
        sheet.frozen = (1, min(3, table.columns.count))
        sheet.widths = table.columns.map { sessions[$0.name] == nil ? 20 : 13 }
        return sheet
    }

    /// A table of the plan's own files, under the names that they have there.
    private func sheet(_ table: PlanRecords, named name: String) -> WrittenSheet {
        let rows = table.rows.map { row in
            zip(table.columns, row).map { column, text -> WrittenSheet.Cell in
                if column.isNumber, let number = Double(text), number.isFinite {
                    return WrittenSheet.Cell(.number(number))
                }
                return text.isEmpty ? WrittenSheet.Cell() : .words(TableSheet.fitting(text))
            }
        }
        return WrittenSheet(
            name: name, rows: [table.columns.map { .heading($0.name) }] + rows, frozen: (1, 1), filters: true,
            widths: TableSheet.widths([table.columns.map(\.name)] + table.rows.prefix(TableSheet.measured)))
    }

    /// Light enough for black letters; teams after the last begin again.
    private static let colours: [UInt32] = [
        0xC6E0B4, 0xBDD7EE, 0xFFE699, 0xF8CBAD, 0xD9C7EB, 0xB7E1E4, 0xF4B6C8, 0xD6DCE5, 0xE2EFB5, 0xEED9B8,
    ]

    private struct Place: Hashable {
        let staff: String
        let session: Int
    }
}
