// SPDX-License-Identifier: GPL-3.0-or-later

import RotationAudit
import RotationPlanning
import Rotations
import TestSupport
import Testing

/// On tiny random rotations brute force, planner and audit agree.
@Suite struct AgreementTests {
    /// Combinations that brute force goes through in a test.
    private static let most = 40_000

    @Test(
        "brute force finds what the planner proves, and the audit accepts it at that price",
        Reached(atLeast: 250), arguments: UInt64(1)...300)
    func optimum(seed: UInt64) async throws {
        let rotation = try RandomRotation.make(seed: seed)
        let oracle = RotationOracle(rotation)
        guard oracle.combinations() <= Self.most else { return }
        Reached.here()
        let best = oracle.best().price.total
        let facts = RotationFacts(rotation)
        let planned = await RotationPlanner(facts, options: RotationOptions(timeLimit: nil)).plan()
        #expect(planned.status == .optimal)
        #expect(abs(planned.price.total - best) < 1e-6, "\(planned.plan)")
        #expect(planned.bound <= best + 1e-9)
        let findings = RotationPlanAudit(rotation).check(planned.plan.rows(facts))
        #expect(findings.violations == [])
        for term in RotationPrice.Term.allCases {
            #expect(abs(findings.price[term] - planned.price[term]) < 1e-6, "\(term)")
        }
    }
}
