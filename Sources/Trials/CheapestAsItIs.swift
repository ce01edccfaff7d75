// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Figures
import Synchronization
import Wording
import Workforce

/// The cheapest plan of the week as it is, proved: worked out once, when the first question needs it.
final class CheapestAsItIs: Sendable {
    private enum State: Sendable {
        case unknown
        case known(NearbyPlan?)
    }

    private let state = Mutex(State.unknown)

    /// The plan, or nil where it cannot be proved. Whoever asks while another works it out waits for that.
    func plan(_ planner: NearbyPlanner, from start: NearbyPlan) -> NearbyPlan? {
        state.withLock { state in
            if case .known(let plan) = state { return plan }
            let plan = planner.cheapest(from: start)
            state = .known(plan)
            return plan
        }
    }
}

extension PlanAtHand {
    /// The cheapest plan of the week as it is; nil where the week is too large to be proved. It is the plan
    /// at hand where nothing is cheaper.
    public var cheapest: NearbyPlan? { proves ? asItIs.plan(planner, from: nearby) : nil }

    /// What to say where the plan at hand is proved not to be the cheapest of its week, before anything is
    /// said beside that one.
    public var bettered: [String] { cheapest.map(bettered(by:)) ?? [] }

    /// What to say where planning the week as it is came to a cheaper plan: that is no change's doing.
    public func bettered(by plan: NearbyPlan) -> [String] {
        let saved = Effect(from: nearby, to: plan)
        guard saved.pounds > Self.leastGain else { return [] }
        return [
            "This plan is not the cheapest of its week: planned on from it (skillmix allocate, with --start) it can "
                + "be \(Show.pounds(saved.pounds)) cheaper without any change (\(saved.terms.savedInWords)). Effects "
                + "here are beside that plan."
        ]
    }
}
