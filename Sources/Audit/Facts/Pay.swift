// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a deployed session is paid as, and its pounds.
struct Pay {
    let booking: Booking
    let cost: Double
    /// Whether bookings.csv has a row of it: a session within the contract where it has an enhancement.
    let isPaid: Bool

    /// The pay of each person and session deployed on an `R` or `A`. An own person's week is paid in date order:
    /// available sessions use up first what is free, then what is at plain rate; the rest is overtime.
    static func all(_ ledger: Ledger) -> [StaffSession: Pay] {
        let facts = ledger.facts
        var pay: [StaffSession: Pay] = [:]
        for (staff, member) in facts.week.staff.enumerated() {
            for week in facts.calendarWeeks {
                let allowed = facts.allowances(staff, calendarWeek: week)
                var worked = 0.0
                for session in week where !ledger.teams(staff, session).isEmpty {
                    let key = StaffSession(staff: staff, session: session)
                    switch (facts.mark(staff, session).duty, member.employment) {
                    case (.rostered, _): pay[key] = Pay(booking: .rostered, cost: 0)
                    case (.available, .bank):
                        pay[key] = Pay(booking: .bank, cost: facts.bookingCost(staff, session))
                    case (.available, .agency):
                        pay[key] = Pay(booking: .agency, cost: facts.bookingCost(staff, session))
                    case (.available, .student), (.available, .volunteer):
                        pay[key] = Pay(booking: .unpaid, cost: 0)
                    case (.available, .substantive):
                        let minutes = facts.paid(staff, session)
                        pay[key] = Pay(
                            from: worked, to: worked + minutes, allowed: allowed,
                            minuteCost: member.hourlyCost / 60,
                            enhancement: facts.enhancement(staff, session),
                            overtimeFactor: max(1, facts.week.policy.overtimeFactor))
                        worked += minutes
                    case (.leave, _), (.sick, _), (.training, _), (.callable, _), (.off, _): break
                    }
                }
            }
        }
        return pay
    }

    private init(booking: Booking, cost: Double) {
        self.booking = booking
        self.cost = cost
        isPaid = booking.isPaid
    }

    private init(
        from: Double, to: Double, allowed: (free: Double, plain: Double), minuteCost: Double,
        enhancement: Double, overtimeFactor: Double
    ) {
        let overtime = max(0, to - max(from, allowed.plain))
        let plain = max(0, min(to, allowed.plain) - max(from, allowed.free))
        cost = minuteCost * (plain + overtimeFactor * overtime) + enhancement
        booking =
            overtime > Tolerance.minutes ? .overtime : plain > Tolerance.minutes ? .extra : .contract
        isPaid = booking.isPaid || enhancement > 0
    }
}
