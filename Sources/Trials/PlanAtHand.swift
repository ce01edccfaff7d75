// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Workforce

/// A week and a plan of it: what questions are asked about.
///
///     let hand = PlanAtHand(week: week, plan: plan)
///     let signOff = SignOffChange.holds(staff: "ann", needs: [Need("exercise-programmes", 2)])
///     let trial = hand.trying([.signOff(signOff)], near: [3], lines: [])
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
    public var proves = true
    /// How much may be found out.
    public let budget: LookBudget

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

    /// Whether every row of the plan keeps the week's rules; answers about a plan that does not are about
    /// what is left of it.
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
    public var isLarge: Bool { planner.model.columns.count > Self.columnsAtOnce }

    /// Columns above which there should be one model of a week at a time.
    public static let columnsAtOnce = 200_000

    // MARK: With changes

    /// A planner of the week with changes. Once the budget is over it is one of the week as it is, whose
    /// answers are thrown away.
    public func planner(with changes: [Change]) -> NearbyPlanner {
        let budget = budget
        let changed = Instance(week.supposing(changes))
        guard let model = WeeklyModel(changed, unless: { budget.isOver }) else { return planner }
        return NearbyPlanner(model) { budget.isOver }
    }

    /// The plan as it stands, taken over into the week with changes: some people who are on duty without a
    /// place stay without one there, so that what the changes let them do is not done yet.
    public func takenOver(with changes: [Change], leaving people: [Int]) -> NearbyPlan {
        var taken = planner(with: changes).takingOver(nearby.rows)
        for s in people {
            for t in week.sessions.indices
            where nearby.team(ofPerson: s, session: t) == nil && taken.team(ofPerson: s, session: t) != nil {
                taken.clear(person: s, session: t)
            }
        }
        return taken
    }

    /// What holds everybody but some people where the plan has them, so that a model of the week is small. It
    /// is for questions in which only those people's work is planned anew.
    public func holding(allBut people: [Int]) -> [Change] {
        let free = Set(people)
        let sessions = week.sessions.map(\.id)
        return week.staff.indices.filter { !free.contains($0) }.flatMap { s in
            week.openSessions.compactMap { t -> Change? in
                let (duty, minutes) = (week.rota[s][t].duty, week.rota[s][t].minutes)
                if let k = nearby.team(ofPerson: s, session: t) {
                    return .availability(
                        Availability(
                            staff: week.staff[s].id, sessions: [sessions[t]], duty, team: week.teams[k].id,
                            minutes: minutes))
                }
                guard duty == .available else { return nil }
                return .availability(Availability(staff: week.staff[s].id, sessions: [sessions[t]], .off))
            }
        }
    }
}
