// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Words {
    /// What is proved of a plan, in plain words.
    ///
    /// - Parameters:
    ///   - objective: What it costs, in pounds.
    ///   - above: How far that is above the bound.
    ///   - gap: The same as a share of the price.
    public static func proof(
        _ status: PlanStatus, objective: Double, above: Double, gap: Double
    ) -> String {
        let ended =
            switch status {
            case .optimal: ""
            case .withinGap: "; that is within the gap asked for"
            case .timeLimit: "; the time limit ended the search"
            case .workLimit: "; the work limit ended the search"
            case .interrupted: "; the search was interrupted"
            case .changed: ""
            }
        if status == .optimal { return "Proved the cheapest possible plan" }
        if status == .changed { return changed(objective: objective, above: above, gap: gap) }
        if above < 0.005 { return "No other plan is a penny cheaper" + ended }
        let share = gap < 0.0005 ? "less than 0.1 %" : Show.percent(gap)
        if gap <= tellingGap {
            return "At most \(Show.pounds(above)) above the best possible, \(share) of this plan's price"
                + ended
        }
        return "No plan can cost less than \(Show.pounds(objective - above)), \(share) below this one; "
            + "how near to that one can get is not known" + ended
    }

    /// Of a plan that somebody changed, or whose week they did: a bound of nought says that nothing is
    /// proved.
    private static func changed(objective: Double, above: Double, gap: Double) -> String {
        let changed = "Changed since it was made, or breaking rules"
        if objective > 0, objective - above <= 0 {
            return changed + ": how near to the best possible it is, is not known"
        }
        if above < 0.005 { return changed + ": even so no plan can cost less" }
        return changed
            + ", and not proved the cheapest: at most \(Show.pounds(above)) above the best possible, "
            + "\(Show.percent(gap)) of this plan's price"
    }

    /// The gap up to which it says something of the plan; beyond, it says more of the bound.
    private static let tellingGap = 0.1
}
