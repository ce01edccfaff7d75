// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Trials
import Workforce

/// The plan with a call and without it, where everybody else who is booked comes and nobody is called instead.
struct CallTrial: Sendable {
    /// The plan with the call.
    let before: NearbyPlan
    /// The plan without it.
    let after: NearbyPlan
    /// Pounds that planning anew without the call loses, its cost saved.
    let loss: Double
    /// Whether both are proved the cheapest.
    let isExact: Bool
}

/// Plans without one call or another. In a small week both sides are proved; in a large one they are planned anew near
/// to the call.
struct CallTrials: Sendable {
    private enum Plans: Sendable {
        /// Whoever is booked is on duty; what they are paid stands in no price.
        case small(PlanAtHand)
        /// Whoever is booked is paid.
        case large(BookedPlan)
    }

    private let plans: Plans
    private let week: Week
    private let isStopped: @Sendable () -> Bool

    /// Moves with which the plan without a call is looked for where that is not proved.
    private static let moves = 6_000

    /// - Parameters:
    ///   - held: Everybody who is booked, called or not.
    ///   - rows: The plan in which they all come.
    ///   - isSmall: Whether plans of the week can be proved.
    ///   - isSettled: Whether the plan was bettered before, but for calls that were taken back.
    init(
        _ ladder: Ladder, held: [Shift: [Int]], rows: PlanRows, isSmall: Bool, isSettled: Bool = false,
        seed: UInt64,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        (week, self.isStopped) = (ladder.week, isStopped)
        let opening = ladder.opening(ladder.withoutCalls, only: [], holding: held)
        guard isSmall else {
            var plan = BookedPlan(
                ladder, opening, holding: held, rows: rows, seed: seed, isStopped: isStopped)
            if !isSettled { plan.settle() }
            plans = .large(plan)
            return
        }
        let summary = PlanSummary(
            objective: 0, bound: 0, terms: PriceTerms(), status: .changed, seed: seed, seconds: 0, work: 0,
            version: "", inputs: [])
        plans = .small(
            PlanAtHand(
                week: ladder.week(opening, holding: held),
                plan: Plan(rows: rows, unmet: [], bookings: [], summary: summary), seed: seed))
    }

    /// The plan in which all come, where a better one was found than the one that was given.
    var settled: PlanRows? {
        switch plans {
        case .small: nil
        case .large(let plan): plan.plan.rows
        }
    }

    /// The plan without any of some calls, planned anew; nil in a small week, in which that is proved elsewhere.
    func withoutAll(_ calls: [Shift]) -> PlanRows? {
        switch plans {
        case .small: nil
        case .large(let plan): plan.withoutAll(calls)
        }
    }

    /// The plan with and without some sessions of somebody.
    ///
    /// - Parameter cost: Pounds that they are paid for them.
    /// - Returns: Nil once the search is stopped.
    func without(_ shifts: [Shift], cost: Double) -> CallTrial? {
        if isStopped() { return nil }
        switch plans {
        case .small(let hand):
            let given = Set(
                shifts.flatMap {
                    hand.nearby.contacts(ofPerson: $0.person, session: $0.session).map(\.line)
                })
            let trial = hand.trying(
                shifts.map { week.marking($0, .off) },
                near: [
                    PlanAtHand.Part(people: Set(shifts.map(\.person)).sorted(), lines: given.sorted())
                ], moves: Self.moves)
            return CallTrial(
                before: trial.before, after: trial.after, loss: -trial.effect.pounds - cost,
                isExact: trial.isExact)
        case .large(let plan):
            let (before, after) = plan.without(shifts)
            return CallTrial(
                before: before, after: after, loss: after.objective - before.objective, isExact: false)
        }
    }
}
