// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
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
        try await expectAgreement(on: week, seed: UInt64(seed))
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
