// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Workforce

/// A week and a plan of it: what questions are asked about.
///
///     let hand = PlanAtHand(week: week, plan: plan)
///     let trial = hand.trying(week.signingOff("ann", [Need("exercise-programmes", 2)]), near: [3], lines: [])
///     print(trial.effect.pounds)
public struct PlanAtHand: Sendable {
    /// The week.
    public let week: Week
    /// The plan as it was given.
    public let plan: Plan
    /// Plans near to it in the week as it is.
    public let planner: NearbyPlanner
    /// The plan, taken over into the week's model.
    public let nearby: NearbyPlan
    let asItIs = CheapestAsItIs()
    /// Whether small weeks are proved; tests leave it out to see what is found without.
    var proves = true
    /// How much may be found out.
    let budget: LookBudget

    /// A plan of a week. Rows that the week's rules do not allow are left out: see `isWhole`.
    public init(week: Week, plan: Plan, seed: UInt64 = 1, budget: LookBudget = LookBudget()) {
        self.init(plan: plan, model: WeeklyModel(Instance(week)), seed: seed, budget: budget)
    }

    /// A plan of the week that a model is of.
    ///
    /// - Parameter budget: What `findings()` may take, from when the budget was made.
    public init(plan: Plan, model: WeeklyModel, seed: UInt64 = 1, budget: LookBudget = LookBudget()) {
        week = model.instance.week
        self.plan = plan
        self.budget = budget
        planner = NearbyPlanner(model, seed: seed) { budget.isOver }
        nearby = planner.takingOver(plan.rows)
    }

    /// Whether every row of the plan keeps the week's rules; answers about a plan that does not are about what is
    /// left of it.
    public var isWhole: Bool { nearby.isWhole }

    /// The week in numbers.
    public var instance: Instance { planner.model.instance }

    /// The position of a person on the roster.
    public func person(_ id: String) -> Int? { instance.index.person(id) }
    /// The position of a team.
    public func team(_ id: String) -> Int? { instance.index.team(id) }
    /// The position of a demand line.
    public func line(_ id: String) -> Int? { instance.index.line(id) }

    /// Whether a changed week's model is so large that there should be one of them at a time.
    var isLarge: Bool { planner.model.columns.count > 200_000 }

    /// A planner of a changed week. Once the budget is over it is one of the week as it is, whose answers are thrown
    /// away.
    func planner(of changed: Week) -> NearbyPlanner {
        let budget = budget
        guard let model = WeeklyModel(Instance(changed), unless: { budget.isOver }) else { return planner }
        return NearbyPlanner(model) { budget.isOver }
    }

    /// The plan as it stands, taken over into a changed week: some people who are on duty without a place stay without
    /// one there, so that what the change lets them do is not done yet.
    func takenOver(into changed: Week, leaving people: [Int]) -> NearbyPlan {
        var taken = planner(of: changed).takingOver(nearby.rows)
        for s in people {
            for t in week.sessions.indices
            where nearby.team(ofPerson: s, session: t) == nil && taken.team(ofPerson: s, session: t) != nil {
                taken.clear(person: s, session: t)
            }
        }
        return taken
    }
}
