// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What each deployed session is paid as, and what it adds to the price.
///
/// Own staff's `A` sessions of a calendar week use up the free minutes in date order, then those at plain rate,
/// then overtime; a session is called by the dearest part of it. An enhancement is that of the session itself.
public struct SessionPay: Sendable {
    /// What each cell (`person * sessionCount + session`) is paid as; `rostered` where it is not deployed, too.
    public private(set) var booking: [Booking]
    /// Pounds of each cell beyond the rota.
    public private(set) var cost: [Double]
    /// Whether each cell is a row of bookings.csv: it is paid, or free within the contract but for an enhancement.
    public private(set) var isPaid: [Bool]

    init(_ instance: Instance, _ solution: Solution) {
        self.init(instance, isDeployed: solution.team.map { $0 != nil })
    }

    /// The pay of cells of which it is said whether they are deployed, wherever that is and whether or not rules let
    /// them be.
    public init(_ instance: Instance, isDeployed: [Bool]) {
        booking = [Booking](repeating: .rostered, count: isDeployed.count)
        cost = [Double](repeating: 0, count: isDeployed.count)
        isPaid = [Bool](repeating: false, count: isDeployed.count)
        for (s, staff) in instance.week.staff.enumerated() {
            for c in instance.calendar.daysOfWeek.indices {
                let pay = SubstantivePay(instance, person: s, week: c)
                var worked = 0.0
                for t in instance.calendar.sessionsOfWeek(c) {
                    let cell = instance.cell(s, t)
                    // By the rota as it stands: whether the human may be there then is another question.
                    guard isDeployed[cell], instance.week.rota[s][t].duty == .available else { continue }
                    switch staff.employment {
                    case .bank, .agency:
                        booking[cell] = staff.employment == .bank ? .bank : .agency
                        cost[cell] = instance.bookingPay[cell]
                    case .student, .volunteer:
                        booking[cell] = .unpaid
                    case .substantive:
                        let until = worked + Double(instance.paidMinutes[cell])
                        booking[cell] =
                            until > pay.plainMinutes
                            ? .overtime : until > pay.freeMinutes ? .extra : .contract
                        cost[cell] = pay.cost(until) - pay.cost(worked) + instance.bookingPay[cell]
                        worked = until
                    }
                    isPaid[cell] = booking[cell].isPaid || instance.bookingPay[cell] > 0
                }
            }
        }
    }
}
