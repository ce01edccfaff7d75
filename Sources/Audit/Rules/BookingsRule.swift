// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Rule 9: on a day with an available session deployed, bank and agency staff work the policy's minimum of
/// sessions; pay for bank, and for agency, keeps its cap.
enum BookingsRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] { minimums(ledger) + caps(ledger) }

    private static func minimums(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        let least = facts.week.policy.bookingMinimumSessions
        var found: [Violation] = []
        for (staff, member) in facts.week.staff.enumerated()
        where member.employment == .bank || member.employment == .agency {
            for day in 0..<max(0, facts.week.days) {
                let sessions = facts.week.sessions.indices.filter {
                    facts.week.sessions[$0].dayIndex == day
                }
                let open = sessions.filter { !facts.isOver($0) }
                guard let first = ledger.booked(staff, of: open).first else { continue }
                let worked = sessions.filter {
                    facts.mark(staff, $0).duty == .rostered || ledger.isBooked(staff, $0)
                }
                guard worked.count < least else { continue }
                found.append(
                    Violation(
                        .bookings, staff: member.id, session: first,
                        "\(member.id) (\(member.employment.rawValue)) is booked for "
                            + "\(Wording.count(Double(worked.count), "session")) on "
                            + "\(facts.week.start.adding(days: day)) but a booking is of at least \(least)."))
            }
        }
        return found
    }

    private static func caps(_ ledger: Ledger) -> [Violation] {
        [Employment.bank, .agency].compactMap { employment in
            let spent = ledger.spending(employment)
            // Where more was spent before than the cap, nothing more may be.
            guard let cap = ledger.facts.cap(employment),
                spent > max(cap, ledger.spending(employment, isOver: true)) + Tolerance.cap
            else { return nil }
            return Violation(
                .bookings,
                "The plan spends \(Wording.pounds(spent)) on \(employment.rawValue) sessions but the cap is "
                    + "\(Wording.pounds(cap)).")
        }
    }
}
