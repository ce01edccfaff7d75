// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Formulation
import GLPK
import LinearModel
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// Tiny weeks in which who has to be there for whom decides the price; `RuleReachTests` counts how often.
@Suite("On weeks about supervision and company the optimum is the same by every road")
struct OversightAgreementTests {
    @Test("brute force, GLPK on the exact model, the engine and the audit agree", arguments: 0..<150)
    func agree(seed: Int) async throws {
        let week = RandomOversight.make(seed: UInt64(seed))
        let best = Oracle(week).best()
        let model = WeeklyModel(Instance(week))
        let (values, strays) = model.values(of: best.plan.rows)
        #expect(strays.isEmpty)
        #expect(model.program.largestViolation(of: values) < 1e-6)
        let exact = try GLPKSolver().solveInteger(model.program)
        #expect(abs((exact.objective ?? .nan) - best.objective) < 0.01, "brute force £\(best.objective)")
        let options = AllocationOptions(timeLimit: nil, workLimit: 60, seed: UInt64(seed))
        let result = await AllocationEngine(model, options: options).run()
        #expect(abs(result.objective - best.objective) < 0.01, "brute force £\(best.objective)")
        #expect(result.status == .optimal)
        let plan = result.plan(of: model)
        let findings = PlanAudit(week: week).check(plan: plan)
        for violation in findings.violations { Issue.record("\(violation.sentence)") }
        for discrepancy in findings.discrepancies { Issue.record("\(discrepancy.sentence)") }
    }

    @Test(
        "after every move the search has counted right, and is feasible in the exact model",
        arguments: 0..<60)
    func moves(seed: Int) {
        let model = WeeklyModel(Instance(RandomOversight.make(seed: UInt64(seed))))
        var search = Constructed(model, seed: UInt64(seed))
        search.expectBooksAgree(seed: UInt64(seed))
    }
}
