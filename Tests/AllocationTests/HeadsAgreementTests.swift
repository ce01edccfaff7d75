// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Formulation
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// Tiny weeks in which people's own time, reserve, minimums of heads and contacts in force decide the price.
@Suite("On weeks about heads, own time and contacts in force the optimum is the same by every road")
struct HeadsAgreementTests {
    @Test("each of these facts changes the best price of sixty of the weeks compared")
    func reach() {
        var reached: [RandomHeads.Fact: Int] = [:]
        for seed in 0..<RandomHeads.seeds {
            let week = RandomHeads.make(seed: seed)
            let best = Oracle(week).best().objective
            for fact in RandomHeads.Fact.allCases {
                let without = Oracle(fact.removed(from: week)).best().objective
                if abs(without - best) > 0.01 { reached[fact, default: 0] += 1 }
            }
        }
        for fact in RandomHeads.Fact.allCases {
            #expect(reached[fact, default: 0] >= 60, "\(fact): \(reached[fact, default: 0])")
        }
    }

    @Test(
        "brute force, GLPK on the exact model, the engine and the audit agree",
        arguments: 0..<RandomHeads.seeds)
    func agree(seed: UInt64) async throws {
        let week = RandomHeads.make(seed: seed)
        let (best, model, values, _) = try await expectAgreement(on: week, seed: seed)
        let oracle = PlanAudit(week: week).check(plan: best.plan)
        for term in PriceTerms.Term.allCases {
            #expect(abs(model.pounds(of: term, at: values) - oracle.terms[term]) < 1e-6, "\(term)")
        }
    }

    @Test(
        "after every move the search has counted right, and is feasible in the exact model",
        arguments: UInt64(0)..<60)
    func moves(seed: UInt64) {
        let model = WeeklyModel(Instance(RandomHeads.make(seed: seed)))
        var search = Constructed(model, seed: seed)
        search.expectBooksAgree(seed: seed)
    }
}
