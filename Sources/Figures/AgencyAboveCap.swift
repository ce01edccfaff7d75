// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import Workforce

/// Agency of a week, rostered and booked, of one role at one rate above the price cap of a pay table.
public struct AgencyAboveCap: Sendable, Equatable {
    /// The role whose row of the table has the cap.
    public let role: String
    /// The band of that row.
    public let band: String
    /// Pounds an hour, without uplifts.
    public let rate: Double
    /// Pounds an hour that the table allows, without uplifts.
    public let cap: Double
    /// Paid hours at that rate.
    public internal(set) var hours: Double
    /// Pounds above the cap, uplifts of nights and weekends being on the cap, too.
    public internal(set) var pounds: Double
}

extension AgencyAboveCap {
    /// What several plans come to on average, by role, band and rate, in the order in which they come up.
    public static func mean(_ plans: [[AgencyAboveCap]]) -> [AgencyAboveCap] {
        var sum: [AgencyAboveCap] = []
        for one in plans.joined() { sum.add(one) }
        return sum.map { one in
            var mean = one
            mean.hours /= Double(plans.count)
            mean.pounds /= Double(plans.count)
            return mean
        }
    }
}

extension [AgencyAboveCap] {
    /// Adds what somebody is paid, where it is above the cap of a row.
    mutating func add(_ member: StaffMember, _ point: PayPoint, hours: Double, pounds: Double) {
        guard let cap = point.agencyCap, member.hourlyCost > cap,
            let role = member.roles.first(where: point.roles.contains)
        else { return }
        add(
            AgencyAboveCap(
                role: role, band: point.band, rate: member.hourlyCost, cap: cap, hours: hours,
                pounds: pounds * (1 - cap / member.hourlyCost)))
    }

    fileprivate mutating func add(_ one: AgencyAboveCap) {
        let place = firstIndex { $0.role == one.role && $0.band == one.band && $0.rate == one.rate }
        guard let place else { return append(one) }
        self[place].hours += one.hours
        self[place].pounds += one.pounds
    }
}

extension CostAndCare {
    /// Agency of a plan that is paid above the caps of a pay table, by role and rate: first what is rostered, in order of the
    /// roster, then what is booked.
    public static func agencyAboveCap(of plan: Plan, week: Week, pay: PayTable) -> [AgencyAboveCap] {
        FullCost(CostTeams(WeekLookup(week), plan), plan.bookings, pay).aboveCap
    }
}
