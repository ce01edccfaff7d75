// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// A table of a plan as its file says it, cell by cell, for another kind of file.
public struct PlanRecords: Sendable {
    /// A column.
    public struct Column: Sendable, Equatable {
        /// Its heading.
        public let name: String
        /// Whether its cells are numbers.
        public let isNumber: Bool
    }

    /// The file's name, without its ending.
    public let name: String
    /// The columns, in the order of the file.
    public let columns: [Column]
    /// The rows, with a cell a column; free text without what guards it in a CSV.
    public let rows: [[String]]
}

extension PlanFolder {
    /// The tables of a plan.
    ///
    /// - Throws: What no file can hold.
    public static func records(of plan: Plan, week: Week) throws(PlanFolderError) -> [PlanRecords] {
        let sessions = SessionNames(week)
        return [
            try records(DeploymentsTable.self, plan.deployments, sessions),
            try records(ContactsTable.self, plan.contacts, sessions),
            try records(SupervisionTable.self, plan.supervision, sessions),
            try records(UnmetTable.self, plan.unmet, sessions),
            try records(BookingsTable.self, plan.bookings, sessions),
        ]
    }

    private static func records<Table: PlanTable>(
        _ table: Table.Type, _ rows: [Table.Row], _ sessions: SessionNames
    ) throws(PlanFolderError) -> PlanRecords {
        var cells: [[String]] = []
        for (row, derived) in zip(rows, table.derivedCells(of: rows)) {
            cells.append((try table.cells(of: row, sessions) + derived).map(CSVText.original))
        }
        return PlanRecords(
            name: String(table.file.dropLast(".csv".count)),
            columns: (table.columns + table.derivedColumns).map {
                PlanRecords.Column(name: $0, isNumber: table.numbers.contains($0))
            }, rows: cells)
    }
}
