// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// `deployments.csv`: where everybody is sent.
enum DeploymentsTable: PlanTable {
    static let file = "deployments.csv"
    static let columns = ["staff", "session", "team", "booking", "minutes", "contact_minutes"]
    static let numbers = ["minutes", "contact_minutes"]

    static func cells(of row: Deployment, _ sessions: SessionNames) throws(PlanFolderError) -> [String] {
        [
            row.staff, try sessions.name(row.session), row.team, row.booking.rawValue, String(row.minutes),
            String(row.contactMinutes),
        ]
    }

    static func row(from cells: PlanCells) -> Deployment? {
        // Every cell is read before any is missed, so that all that is wrong with a row is told at once.
        let staff = cells.identifier("staff")
        let session = cells.session("session")
        let team = cells.identifier("team")
        let booking = cells.word("booking", Booking.self)
        let minutes = cells.whole("minutes", "minutes")
        let contactMinutes = cells.whole("contact_minutes", "minutes")
        guard let staff, let session, let team, let booking, let minutes, let contactMinutes else {
            return nil
        }
        return Deployment(
            staff: staff, session: session, team: team, booking: booking, minutes: minutes,
            contactMinutes: contactMinutes)
    }
}
