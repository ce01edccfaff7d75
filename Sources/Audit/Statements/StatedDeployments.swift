// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What deployments.csv says of booking, paid minutes and contact minutes.
enum StatedDeployments: Statement {
    static func discrepancies(_ ledger: Ledger) -> [Discrepancy] {
        let pay = Pay.all(ledger)
        return ledger.deployments.compactMap { placed in
            let row = placed.row
            var faults: [String] = []
            let key = StaffSession(staff: placed.staff, session: placed.session)
            if let booking = pay[key]?.booking, booking != row.booking {
                faults.append("booking '\(row.booking.rawValue)', which is '\(booking.rawValue)'")
            }
            let minutes = Int(ledger.facts.paid(placed.staff, placed.session))
            if minutes != row.minutes {
                faults.append("\(row.minutes) paid minutes, which are \(minutes)")
            }
            let contact =
                ledger.care[
                    StaffSessionTeam(staff: placed.staff, session: placed.session, team: placed.team)] ?? 0
            if contact != Double(row.contactMinutes) {
                faults.append("\(row.contactMinutes) contact minutes, which are \(Wording.number(contact))")
            }
            guard !faults.isEmpty else { return nil }
            return Discrepancy(
                .deployments, staff: row.staff, session: row.session, team: row.team,
                "deployments.csv states for \(row.staff) on \(ledger.facts.name(ofSession: row.session)) "
                    + "\(faults.joined(separator: "; ")).")
        }
    }
}
