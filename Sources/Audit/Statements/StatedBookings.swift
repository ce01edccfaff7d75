// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// bookings.csv has one row for each paid session beyond the rota, with its team, employment, hours and cost.
enum StatedBookings: Statement {
    static func discrepancies(_ ledger: Ledger) -> [Discrepancy] { missing(ledger) + wrong(ledger) }

    private static func missing(_ ledger: Ledger) -> [Discrepancy] {
        let pay = Pay.all(ledger)
        let stated = Set(ledger.plan.bookings.compactMap { key($0, ledger) })
        var seen: Set<StaffSession> = []
        return ledger.deployments.compactMap { placed in
            let key = StaffSession(staff: placed.staff, session: placed.session)
            guard let pay = pay[key], pay.isPaid, !stated.contains(key), seen.insert(key).inserted
            else { return nil }
            return Discrepancy(
                .bookings, staff: placed.row.staff, session: placed.session, team: placed.row.team,
                "bookings.csv lacks \(placed.row.staff) on \(ledger.facts.name(ofSession: placed.session)), "
                    + "\(pay.booking.rawValue) at \(Wording.pounds(pay.cost)).")
        }
    }

    private static func wrong(_ ledger: Ledger) -> [Discrepancy] {
        let pay = Pay.all(ledger)
        var seen: Set<StaffSession> = []
        return ledger.plan.bookings.compactMap { row in
            guard let key = key(row, ledger) else { return nil }
            let faults =
                seen.insert(key).inserted
                ? faults(row, key, pay[key], ledger) : ["a second row for the session"]
            guard !faults.isEmpty else { return nil }
            return Discrepancy(
                .bookings, staff: row.staff, session: row.session, team: row.team,
                "bookings.csv states for \(row.staff) on \(ledger.facts.name(ofSession: row.session)) "
                    + "\(faults.joined(separator: "; ")).")
        }
    }

    private static func faults(
        _ row: BookingRow, _ key: StaffSession, _ pay: Pay?, _ ledger: Ledger
    ) -> [String] {
        guard let pay, pay.isPaid else { return ["a paid session, which there is not"] }
        let facts = ledger.facts
        var faults: [String] = []
        let teams = ledger.teams(key.staff, key.session).map { facts.week.teams[$0].id }
        if !teams.contains(row.team) {
            faults.append("team '\(row.team)', which is '\(teams.joined(separator: " and "))'")
        }
        let employment = facts.week.staff[key.staff].employment
        if row.employment != employment {
            faults.append("employment '\(row.employment.rawValue)', which is '\(employment.rawValue)'")
        }
        let hours = facts.paid(key.staff, key.session) / 60
        if !(abs(row.hours - hours) <= Tolerance.decimals) {
            faults.append("\(Wording.number(row.hours)) hours, which are \(Wording.number(hours))")
        }
        if !(abs(row.cost - pay.cost) < Tolerance.pounds) {
            faults.append("\(Wording.pounds(row.cost)), which are \(Wording.pounds(pay.cost))")
        }
        return faults
    }

    private static func key(_ row: BookingRow, _ ledger: Ledger) -> StaffSession? {
        guard let staff = ledger.facts.staffIndex[row.staff],
            ledger.facts.week.sessions.indices.contains(row.session)
        else { return nil }
        return StaffSession(staff: staff, session: row.session)
    }
}
