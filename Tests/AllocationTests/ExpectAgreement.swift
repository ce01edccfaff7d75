// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import GLPK
import LinearModel
import TestSupport
import Testing
import Workforce

/// Expects that brute force, GLPK on the exact model, the engine and the audit agree about a week.
///
/// - Returns: Brute force's answer, the values that its plan has in the model, and the engine's plan.
@discardableResult
func expectAgreement(
    on week: Week, seed: UInt64, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> (best: Oracle.Answer, model: WeeklyModel, values: [Double], plan: Plan) {
    let best = Oracle(week).best()
    let model = WeeklyModel(Instance(week))
    let (values, strays) = model.values(of: best.plan.rows)
    #expect(strays.isEmpty, sourceLocation: sourceLocation)
    #expect(model.program.largestViolation(of: values) < 1e-6, sourceLocation: sourceLocation)
    func expectBest(_ pounds: Double?, _ what: Comment) {
        #expect(
            abs((pounds ?? .nan) - best.objective) < 0.01, "\(what), brute force £\(best.objective)",
            sourceLocation: sourceLocation)
    }
    expectBest(model.program.objective(of: values), "the model of its plan")
    expectBest(try GLPKSolver().solveInteger(model.program).objective, "GLPK")
    let options = AllocationOptions(timeLimit: nil, workLimit: 60, seed: seed)
    let result = await AllocationEngine(model, options: options).run()
    expectBest(result.objective, "the engine")
    #expect(result.status == .optimal, sourceLocation: sourceLocation)
    let plan = result.plan(of: model)
    for plan in [best.plan, plan] { expectClean(plan, week, sourceLocation: sourceLocation) }
    return (best, model, values, plan)
}
