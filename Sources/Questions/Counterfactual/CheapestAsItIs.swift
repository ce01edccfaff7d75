// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Report
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
    /// The cheapest plan of the week as it is; nil where the week is too large to be proved. It is the plan at hand
    /// where nothing is cheaper.
    var cheapest: NearbyPlan? { proves ? asItIs.plan(planner, from: nearby) : nil }

    /// What to say where the plan at hand is not the cheapest of its week, before anything is said beside that one.
    var bettered: [String] {
        guard let cheapest, cheapest.objective < nearby.objective - Self.leastGain else { return [] }
        let saved = Effect(from: nearby, to: cheapest)
        return [
            "This plan is not the cheapest of its week: skillmix allocate, with --start and this plan, can make it "
                + "\(Show.pounds(saved.pounds)) cheaper (\(saved.terms.savedInWords)). What follows is beside that one."
        ]
    }
}
