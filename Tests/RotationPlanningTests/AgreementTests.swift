// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import RotationAudit
import RotationPlanning
import Rotations
import Synchronization
import TestSupport
import Testing

/// Combinations that brute force goes through in a test.
let mostCombinations = 40_000

/// Expects that the audit accepts a plan at the price stated, term by term.
func expectAudited(_ planned: PlannedRotation, sourceLocation: SourceLocation = #_sourceLocation) {
    let findings = RotationPlanAudit(planned.facts.rotation).check(planned.plan.rows(planned.facts))
    #expect(findings.violations == [], sourceLocation: sourceLocation)
    for term in RotationPrice.Term.allCases {
        #expect(
            abs(findings.price[term] - planned.price[term]) < 1e-6, "\(term)",
            sourceLocation: sourceLocation)
    }
    #expect(planned.bound <= planned.price.total + 1e-9, sourceLocation: sourceLocation)
}

/// On tiny random rotations brute force, planner and audit agree.
@Suite struct AgreementTests {
    @Test(
        "brute force finds what the planner proves, no bound told is above it, and the audit accepts the plan",
        Reached(atLeast: 280), Reached("may-hold", atLeast: 15), Reached("room", atLeast: 8),
        Reached("supervision", atLeast: 8), Reached("block-length", atLeast: 8), Reached("once", atLeast: 8),
        Reached("entry", atLeast: 8), Reached("template", atLeast: 8), Reached("apart", atLeast: 2),
        Reached("frozen", atLeast: 8), Reached("curriculum", atLeast: 4), arguments: UInt64(1)...300)
    func optimum(seed: UInt64) async throws {
        let rotation = try RandomRotation.make(seed: seed)
        let oracle = RotationOracle(rotation)
        guard oracle.combinations() <= mostCombinations else { return }
        Reached.here()
        let best = oracle.best().price.total
        let highest = Mutex(0.0)
        let planned = await RotationPlanner(
            RotationFacts(rotation), options: RotationOptions(timeLimit: nil)
        ).plan { step in highest.withLock { $0 = max($0, step.bound) } }
        #expect(planned.status == .optimal)
        #expect(abs(planned.price.total - best) < 1e-4, "\(planned.plan)")
        #expect(highest.withLock { $0 } <= best + 1e-4)
        expectAudited(planned)
        // That a rule binds is that without it some plan were cheaper.
        for rule in RotationRule.allCases where seed <= 120 && rule != .files && rule != .onePost {
            guard oracle.combinations(lifting: [rule]) <= mostCombinations else { continue }
            if oracle.best(lifting: [rule]).price.total < best - 1e-6 { Reached.here(rule.rawValue) }
        }
    }

    @Test(
        "plans of larger rotations are legal at their price, and the same for the same seed and work",
        Reached("a bound", atLeast: 15), Reached("proved", atLeast: 5), arguments: UInt64(1)...20)
    func larger(seed: UInt64) async throws {
        let facts = RotationFacts(try RandomRotation.make(seed: seed, isTiny: false))
        let options = RotationOptions(timeLimit: nil, workLimit: 40, seed: seed)
        let planned = await RotationPlanner(facts, options: options).plan()
        expectAudited(planned)
        if planned.bound > 0.5 * planned.price.total { Reached.here("a bound") }
        if planned.status == .optimal { Reached.here("proved") }
        let again = await RotationPlanner(facts, options: options).plan()
        #expect(again.plan == planned.plan)
        #expect(again.bound == planned.bound)
        #expect(again.status == planned.status)
        #expect(again.work == planned.work)
    }

    @Test("a plan to start from is never made worse", Reached(atLeast: 60), arguments: UInt64(1)...80)
    func start(seed: UInt64) async throws {
        let rotation = try RandomRotation.make(seed: seed)
        let oracle = RotationOracle(rotation)
        guard oracle.combinations() <= mostCombinations else { return }
        Reached.here()
        let best = oracle.best()
        // No work at all: what comes out is what the search begins with.
        let planned = await RotationPlanner(
            RotationFacts(rotation), options: RotationOptions(timeLimit: nil, workLimit: 0)
        ).plan(start: best.plan)
        expectAudited(planned)
        #expect(planned.price.total <= best.price.total + 1e-6)
    }
}
