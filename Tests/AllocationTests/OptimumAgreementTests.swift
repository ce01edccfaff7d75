// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Formulation
import GLPK
import LinearModel
import TestSupport
import Testing
import Workforce

/// Weeks so small that every plan can be looked at: four ways of finding the best one have to agree.
@Suite("On tiny weeks the optimum is the same by every road")
struct OptimumAgreementTests {
    @Test("GLPK on the exact model finds what brute force finds", arguments: 1...300)
    func exactModel(seed: UInt64) throws {
        let week = RandomWeek.full(seed: seed)
        let best = Oracle(week).best()
        let model = WeeklyModel(Instance(week))
        var options = GLPKOptions()
        options.mirCuts = seed.isMultiple(of: 2)
        let result = try GLPKSolver(options: options).solveInteger(model.program)
        #expect(result.termination == .optimal)
        let found = try #require(result.objective)
        #expect(abs(found - best.objective) < 0.01, "brute force £\(best.objective), GLPK £\(found)")
    }

    @Test("brute force's plan is feasible in the exact model at the same price", arguments: 1...300)
    func oracleInModel(seed: UInt64) {
        let week = RandomWeek.full(seed: seed)
        let best = Oracle(week).best()
        let model = WeeklyModel(Instance(week))
        let (values, strays) = model.values(of: best.plan.rows)
        #expect(strays.isEmpty)
        #expect(model.program.largestViolation(of: values) < 1e-6)
        #expect(abs(model.program.objective(of: values) - best.objective) < 0.01)
    }

    @Test("the engine finds it and proves it, and the audit accepts its plan", arguments: 1...300)
    func engine(seed: UInt64) async {
        let week = RandomWeek.full(seed: seed)
        let best = Oracle(week).best()
        let model = WeeklyModel(Instance(week))
        let options = AllocationOptions(timeLimit: nil, workLimit: 60, seed: seed)
        let result = await AllocationEngine(model, options: options).run()
        #expect(abs(result.objective - best.objective) < 0.01, "brute force £\(best.objective)")
        #expect(result.status == .optimal)
        #expect(result.bound <= best.objective + 0.01)
        let plan = result.plan(of: model)
        let findings = PlanAudit(week: week).check(plan: plan)
        for violation in findings.violations { Issue.record("\(violation.sentence)") }
        for discrepancy in findings.discrepancies { Issue.record("\(discrepancy.sentence)") }
    }

    @Test("decisions about delegation change the best price of many of these weeks")
    func decisionsMatter() {
        let changed = (UInt64(1)...250).count { seed in
            let week = RandomWeek.make(seed: seed)
            guard !week.decisions.isEmpty else { return false }
            let without = Oracle(week.replacing { $0.decisions = [] }).best().objective
            return abs(Oracle(week).best().objective - without) > 0.01
        }
        #expect(changed >= 15, "\(changed) of 250")
    }

    @Test("the search alone, without GLPK on the whole model, is above it in at most 1 of 100")
    func searchAlone() async {
        var missed: [UInt64] = []
        for seed in UInt64(1)...200 {
            let week = RandomWeek.full(seed: seed)
            let best = Oracle(week).best()
            let model = WeeklyModel(Instance(week))
            let found = await AllocationEngine(model).searchAlone(work: 60, seed: seed)
            #expect(found > best.objective - 0.01)
            if found > best.objective + 0.01 { missed.append(seed) }
        }
        #expect(missed.count <= 2, "missed at \(missed)")
    }
}
