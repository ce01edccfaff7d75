// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Weeks about who has to be there for whom. The tests in which everybody has to agree prove something about a rule
/// only where it matters, so that is counted here.
@Suite struct RuleReachTests {
    @Test func `each rule about supervision and company changes the best price of sixty of these weeks`() {
        var reached: [Oracle.Rule: Int] = [:]
        var (fromAfar, shared) = (0, 0)
        for seed in UInt64(0)..<RandomOversight.seeds {
            let week = RandomOversight.make(seed: seed)
            let answer = Oracle(week).best()
            let best = answer.objective
            for rule in Oracle.Rule.allCases
            where Oracle(week, without: [rule]).best().objective < best - 0.01 {
                reached[rule, default: 0] += 1
            }
            if Set(answer.plan.supervision.map(\.supervisor)).count > 1 { shared += 1 }
            let isRemote = week.framework.activities.contains { $0.delegated?.remoteSupervision == true }
            guard isRemote else { continue }
            let onTheSpot = week.replacing { parts in
                for index in parts.framework.activities.indices {
                    parts.framework.activities[index].delegated?.remoteSupervision = false
                }
            }
            if abs(Oracle(onTheSpot).best().objective - best) > 0.01 { fromAfar += 1 }
        }
        for rule in Oracle.Rule.allCases {
            #expect(reached[rule, default: 0] >= 60, "\(rule): \(reached[rule, default: 0])")
        }
        #expect(fromAfar >= 60, "from afar: \(fromAfar)")
        #expect(shared >= 5, "several supervisors: \(shared)")
    }

    @Test(arguments: 0..<4)
    func `their best plans audit clean at the price the oracle found`(block: UInt64) {
        let size = RandomOversight.seeds / 4
        for seed in block * size..<(block + 1) * size {
            let week = RandomOversight.make(seed: seed)
            let answer = Oracle(week).best()
            let findings = PlanAudit(week: week).check(plan: answer.plan)
            #expect(findings.violations == [], "seed \(seed)")
            #expect(findings.discrepancies == [], "seed \(seed)")
            #expect(abs(findings.objective - answer.objective) < 1e-6, "seed \(seed)")
        }
    }
}
