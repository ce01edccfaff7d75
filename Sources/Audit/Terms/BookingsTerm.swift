// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Pay beyond the rota: bank and agency by the session; own people by what their available sessions of a
/// calendar week exceed, first the contract at plain rate, then full time at the overtime rate, and by the enhancement
/// of each.
enum BookingsTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        let facts = ledger.facts
        var pounds = ledger.spending(.bank) + ledger.spending(.agency)
        for (staff, member) in facts.week.staff.enumerated() where member.employment == .substantive {
            for week in facts.calendarWeeks {
                let booked = ledger.booked(staff, of: week)
                let minutes = booked.reduce(0.0) { $0 + facts.paid(staff, $1) }
                let allowed = facts.allowances(staff, calendarWeek: week)
                let paid = max(0, minutes - allowed.free)
                let overtime = max(0, minutes - allowed.plain)
                let factor = max(1, facts.week.policy.overtimeFactor)
                pounds += member.hourlyCost / 60 * (paid - overtime + factor * overtime)
                pounds += booked.reduce(0.0) { $0 + facts.enhancement(staff, $1) }
            }
        }
        return pounds
    }
}
