// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a substantive person's `A` sessions of a calendar week cost: free up to contract, then plain rate up to
/// full time, then overtime.
public struct SubstantivePay: Sendable {
    /// `A` minutes within the contracted hours: contract less rostered, leave, sick and training minutes.
    public let freeMinutes: Double
    /// `A` minutes up to full time (or contract, if more), free ones included.
    public let plainMinutes: Double
    /// Pounds a minute at plain rate.
    public let rate: Double
    /// Overtime as a multiple of plain rate.
    public let overtimeFactor: Double

    /// The pay of a person in a calendar week of the instance.
    public init(_ instance: Instance, person s: Int, week c: Int) {
        let staff = instance.week.staff[s]
        let counted: Set<RotaMark.Duty> = [.rostered, .leave, .sick, .training]
        let committed = instance.calendar.sessionsOfWeek(c).reduce(0) { minutes, t in
            minutes
                + (counted.contains(instance.week.rota[s][t].duty)
                    ? instance.paidMinutes[instance.cell(s, t)] : 0)
        }
        let fullTime = max(instance.week.policy.fullTimeMinutes, staff.contractMinutes)
        freeMinutes = max(0, staff.contractMinutes - Double(committed))
        plainMinutes = max(0, fullTime - Double(committed))
        rate = staff.employment == .substantive ? staff.hourlyCost / 60 : 0
        overtimeFactor = instance.week.policy.overtimeFactor
    }

    /// Whether minutes beyond contract cost anything.
    public var isPriced: Bool { rate > 0 }

    /// Pounds for that many `A` minutes in the week.
    public func cost(_ minutes: Double) -> Double {
        let beyondContract = max(0, minutes - freeMinutes)
        let beyondFullTime = max(0, minutes - plainMinutes)
        return rate * (beyondContract + (overtimeFactor - 1) * beyondFullTime)
    }
}
