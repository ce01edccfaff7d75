// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Changes
import Formulation
import GLPK
import LinearModel
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

extension PlanAtHand {
    /// A tiny week with the plan that the engine finds for it, the best as a rule.
    static func planned(_ week: Week) async -> PlanAtHand {
        let options = AllocationOptions(timeLimit: nil, workLimit: 40, seed: 1)
        return PlanAtHand(week: week, plan: await Planner(week, options: options).plan().plan)
    }
}

/// The price of the best plan by the exact model; nil where there is none.
///
/// - Parameter change: Changes the programme first.
func optimum(
    of week: Week, _ change: (WeeklyModel, inout LinearProgram) -> Void = { _, _ in }
) throws -> Double? {
    let model = WeeklyModel(Instance(week))
    var program = model.program
    change(model, &program)
    let result = try GLPKSolver().solveInteger(program)
    return result.termination == .optimal ? result.objective : nil
}

/// Expects that a plan keeps every rule of a week and costs what it says it costs.
func expectClean(_ nearby: NearbyPlan, _ week: Week, _ comment: Comment? = nil) {
    let findings = PlanAudit(week: week).check(plan: PlanSketch(week, rows: nearby.rows).plan)
    for violation in findings.violations { Issue.record("\(violation.sentence)") }
    #expect(abs(findings.objective - nearby.objective) < 0.001, comment)
}

/// A tiny world with a second team, for what keeps somebody from it.
struct TwoTeams {
    var world = TinyWorld()

    /// - Parameters:
    ///   - organisation: The organisation of team B; `trust` is everybody's employer.
    ///   - locality: Where team B is; everybody is based in `town`.
    init(organisation: String = "trust", locality: String = "town") {
        world.teams.append(
            Team(
                id: "B", name: "Team B", pathway: "P1", organisation: organisation, locality: locality,
                parts: ["am", "pm"]))
        world.rota["P-2"] = ["R"]
    }

    /// The world's week with two reablement calls for team B in the morning.
    func week(_ change: (inout TinyWorld) -> Void = { _ in }) -> Week {
        var world = world
        world.demand("D-1", "care", contacts: 2, team: "B", window: 0...0)
        change(&world)
        return world.week
    }
}

extension TinyWorld {
    /// Sign-offs of everybody in everything at level 3, but for some of somebody's.
    func allSignOffs(but left: [(staff: String, competency: String, level: Int)]) -> [SignOff] {
        staff.flatMap { person in
            competencies.compactMap { competency -> SignOff? in
                let level =
                    left.first { $0.staff == person.id && $0.competency == competency.id }?.level ?? 3
                guard level > 0 else { return nil }
                return SignOff(
                    staff: person.id, competency: competency.id, level: level,
                    signedOffOn: start.adding(days: -30))
            }
        }
    }
}

extension Week {
    /// This week with somebody signed off on every day of it.
    func signingOff(_ staff: String, in needs: [Need]) -> Week {
        supposing([.signOff(.holds(staff: staff, needs: needs))])
    }
}
