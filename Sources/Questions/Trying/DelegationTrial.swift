// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Workforce

/// What becomes of a plan if activities were delegated that are not.
public struct DelegationTrial: Sendable, Equatable, Encodable {
    /// The activities.
    public let activities: [String]
    /// What it does to the plan.
    public let effect: Effect
    /// Contacts of those activities that would be given by the delegated route.
    public let delegated: Int
    /// The price by term without and with it.
    public let terms: [Answer.TermFact]
    /// What to know of the plan itself: that the week as it is can be planned cheaper, say.
    let bettered: [String]

    private enum CodingKeys: CodingKey { case activities, effect, delegated, terms }
}

extension PlanAtHand {
    /// Tries a week in which some activities may be delegated, against the week as it is.
    ///
    /// - Parameter activities: Identifiers of the activities.
    /// - Throws: Why some of them cannot be tried.
    public func tryDelegation(of activities: [String]) throws(ChangeError) -> DelegationTrial {
        let changes = activities.map { Change.supposed(.delegated(activity: $0)) }
        _ = try week.applying(changes)
        let lines = instance.lines.indices.filter { activities.contains(week.demand[$0].activity) }
        let trial = trying(changes, near: [], lines: lines)
        let delegated = lines.reduce(0) { sum, i in
            sum
                + trial.after.parts(ofLine: i).reduce(0) {
                    $0 + ($1.kind == .delegatedContacts ? $1.count : 0)
                }
        }
        return DelegationTrial(
            activities: activities, effect: trial.effect, delegated: delegated,
            terms: Answer.TermFact.all(trial.before.terms, trial.after.terms),
            bettered: bettered(by: trial.before))
    }
}
