// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What each deployed session is paid as, and what it adds to the price.
///
/// Own staff's `A` sessions of a calendar week use up the free minutes in date order, then those at plain rate,
/// then overtime; a session is called by the dearest part of it.
struct SessionPay {
    private(set) var booking: [Booking]
    private(set) var cost: [Double]

    init(_ instance: Instance, _ solution: Solution) {
        booking = [Booking](repeating: .rostered, count: solution.team.count)
        cost = [Double](repeating: 0, count: solution.team.count)
        for (s, staff) in instance.week.staff.enumerated() {
            for c in instance.calendar.daysOfWeek.indices {
                let pay = SubstantivePay(instance, person: s, week: c)
                var worked = 0.0
                for t in instance.calendar.sessionsOfWeek(c) {
                    let cell = s * instance.sessionCount + t
                    guard solution.team[cell] != nil, instance.duty[cell] == .available else { continue }
                    switch staff.employment {
                    case .bank, .agency:
                        booking[cell] = staff.employment == .bank ? .bank : .agency
                        cost[cell] = instance.bookingPay[cell]
                    case .student, .volunteer:
                        booking[cell] = .unpaid
                    case .substantive:
                        let until = worked + Double(instance.calendar.sessions[t].minutes)
                        booking[cell] =
                            until > pay.plainMinutes
                            ? .overtime : until > pay.freeMinutes ? .extra : .contract
                        cost[cell] = pay.cost(until) - pay.cost(worked)
                        worked = until
                    }
                }
            }
        }
    }
}
