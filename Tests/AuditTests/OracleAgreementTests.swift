// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import SeededRandom
import TestSupport
import Testing
import Workforce

@Suite struct OracleAgreementTests {
    @Test(arguments: 0..<10)
    func `the best plans of random weeks audit clean at the price the oracle found`(block: Int) {
        for seed in block * 50..<(block + 1) * 50 {
            let week = RandomWeek.full(seed: UInt64(seed))
            let answer = Oracle(week).best()
            let findings = PlanAudit(week: week).check(plan: answer.plan)
            #expect(findings.violations == [], "seed \(seed)")
            #expect(findings.discrepancies == [], "seed \(seed)")
            #expect(abs(findings.objective - answer.objective) < 1e-6, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<4)
    func `no changed plan that keeps the rules costs less than the best`(block: Int) {
        var kept = 0
        for seed in block * 25..<(block + 1) * 25 {
            let week = RandomWeek.full(seed: UInt64(seed))
            let answer = Oracle(week).best()
            let audit = PlanAudit(week: week)
            var random = SeededRandom(seed: UInt64(seed))
            for change in 0..<60 {
                var mutation = PlanMutation(week: week, plan: answer.plan)
                for _ in 0...random.pick(0...2) { mutation.change(&random) }
                let findings = audit.check(plan: mutation.plan)
                guard findings.violations.isEmpty else { continue }
                kept += 1
                #expect(findings.objective >= answer.objective - 1e-6, "seed \(seed), change \(change)")
            }
        }
        #expect(kept > 20)
    }
}
