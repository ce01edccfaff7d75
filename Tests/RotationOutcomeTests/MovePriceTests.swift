// SPDX-License-Identifier: GPL-3.0-or-later

import RotationOutcome
import Rotations
import SeededRandom
import TestSupport
import Testing

/// What a move saves is the difference of the prices of two whole plans.
@Suite struct MovePriceTests {
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func aMoveSavesWhatThePricesOfWholePlansDifferBy(_ seed: UInt64) throws {
        let facts = RotationFacts(try RandomRotation.make(seed: seed))
        var random = SeededRandom(seed: seed)
        guard facts.postCount > 0 else { return }
        func post() -> Int? { random.chance(1, of: 5) ? nil : random.below(facts.postCount) }
        func sequence(_ p: Int) -> [Int?] {
            (0..<facts.periodCount).map { facts.isPresent(person: p, period: $0) ? post() : nil }
        }
        let plan = RotationPlan(posts: (0..<facts.personCount).map(sequence))
        let prices = MovePrices(facts, plan)
        let before = facts.price(of: plan).total
        for p in 0..<facts.personCount where !facts.presentPeriods[p].isEmpty {
            var moved = plan
            moved.posts[p] = sequence(p)
            let saved = before - facts.price(of: moved).total
            #expect(abs(prices.saving(person: p, in: moved.posts[p]) - saved) < 1e-6, "person \(p)")
        }
    }
}
