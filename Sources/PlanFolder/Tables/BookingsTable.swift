// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// `bookings.csv`: sessions paid beyond the rota, and what they are for.
enum BookingsTable: PlanTable {
    static let file = "bookings.csv"
    static let columns = ["staff", "session", "team", "employment", "hours", "cost", "covers"]
    static let derivedColumns = ["payable"]
    static let numbers = ["hours", "cost", "payable"]

    /// Whole pence of each row that add up to those of all.
    static func derivedCells(of rows: [BookingRow]) -> [[String]] {
        PayablePence.of(rows).map { pence in
            ["\(pence / 100).\(pence % 100 < 10 ? "0" : "")\(pence % 100)"]
        }
    }

    static func cells(of row: BookingRow, _ sessions: SessionNames) throws(PlanFolderError) -> [String] {
        [
            row.staff, try sessions.name(row.session), row.team, row.employment.rawValue,
            try PlanNumber.amount(row.hours), try PlanNumber.amount(row.cost), CSVText.harmless(row.covers),
        ]
    }

    static func row(from cells: PlanCells) -> BookingRow? {
        let staff = cells.identifier("staff")
        let session = cells.session("session")
        let team = cells.identifier("team")
        let employment = cells.word("employment", Employment.self)
        let hours = cells.decimal("hours", "hours")
        let cost = cells.decimal("cost", "pounds")
        let covers = cells.text("covers")
        guard let staff, let session, let team, let employment, let hours, let cost, let covers else {
            return nil
        }
        return BookingRow(
            staff: staff, session: session, team: team, employment: employment, hours: hours, cost: cost,
            covers: covers)
    }
}
