// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Workforce

/// What a base's best plan pays for agency, by which caps that are a share of it are fixed, once.
///
/// A share is one of all that is paid for agency. What is on the rota is paid whatever is planned, and a policy's cap is one of
/// bookings alone: so what bookings may cost is what the share leaves beside the rota, and no more than the week lets them.
public struct AgencyOfBase: Sendable, Equatable {
    /// Pounds of agency, rostered and booked.
    public let pounds: Double
    /// Pounds of agency on the rota.
    public let rostered: Double
    /// The week's own cap on bookings, in pounds; nil: none.
    public let ownCap: Double?

    init(pounds: Double, rostered: Double, ownCap: Double?) {
        (self.pounds, self.rostered, self.ownCap) = (pounds, rostered, ownCap)
    }

    /// What a plan of a week pays.
    init(_ week: Week, _ plan: Plan) {
        let all = ReportFigures(week: week, plan: plan).bookings.agencyPounds
        let booked = plan.bookings.reduce(0) { $1.employment == .agency ? $0 + $1.cost : $0 }
        self.init(pounds: all, rostered: all - booked, ownCap: week.policy.agencyCap)
    }

    /// What a share of it is in pounds: the most that agency is to cost, rostered and booked.
    func target(_ share: Double) -> Double { ScenarioSteps.cap(share, of: pounds) }

    /// What a share of it leaves for bookings in pounds, beside the rota and within the week's own cap, which only a share
    /// above 1 asks to exceed.
    func cap(_ share: Double) -> Double {
        let most = share > 1 ? Double.infinity : ownCap ?? .infinity
        return min(max(0, ScenarioSteps.cap(1, of: share * pounds - rostered)), most)
    }
}
