// SPDX-License-Identifier: GPL-3.0-or-later

import RotationOutcome
import Rotations
import SeededRandom
import TestSupport
import Testing
import Workforce

/// Why posts lack somebody: each reason alone, and each on random plans by the price of the whole plan.
@Suite struct ReasonTests {
    private func reasons(
        posts: [[Int?]], _ describe: (inout RotationParts) -> Void
    ) throws -> [UnfilledReason] {
        let rotation = try TinyRotation.of(periods: posts.first?.count ?? 1) { parts in
            parts.policy.belowMinimum = 50
            parts.posts = [
                TinyRotation.post("WARD") { $0.amounts = PostAmounts(minimum: 1) }, TinyRotation.post("HUB"),
            ]
            parts.people = [TinyRotation.person("P-1")]
            describe(&parts)
        }
        return RotationOutcome(RotationFacts(rotation), RotationPlan(posts: posts)).unfilled.map(\.reason)
    }

    @Test func nobodyMay() throws {
        #expect(try reasons(posts: [[1]]) { $0.people[0].cannot = ["WARD"] } == [.nobodyMay])
    }

    @Test func somebodyWhoMayIsWithoutAPost() throws {
        // Nothing would be saved: what stands against the price is not asked.
        #expect(
            try reasons(posts: [[nil]]) {
                $0.policy.unplaced = 0
                $0.policy.belowMinimum = 0
            } == [.rules])
    }

    @Test func aMoveWouldSaveMoney() throws {
        #expect(try reasons(posts: [[1]]) { _ in } == [.rules])
    }

    @Test func whoMayIsWorthAsMuchWhereTheyAre() throws {
        #expect(
            try reasons(posts: [[1]]) { $0.posts[1].amounts = PostAmounts(minimum: 1) } == [.nobodyFree])
    }

    @Test func aPennyIsNotWorthAMove() throws {
        #expect(try reasons(posts: [[1]]) { $0.policy.belowMinimum = 0.01 } == [.nobodyFree])
        #expect(try reasons(posts: [[1]]) { $0.policy.belowMinimum = 0.02 } == [.rules])
    }

    @Test func whoIsThereAlreadyIsNobodyElse() throws {
        #expect(
            try reasons(posts: [[0]]) {
                $0.posts[0].amounts = PostAmounts(minimum: 2)
            } == [.nobodyFree])
    }

    /// The reason by prices of whole plans, without any shortcut.
    private func reason(
        _ facts: RotationFacts, _ plan: RotationPlan, post k: Int, period t: Int
    ) -> UnfilledReason {
        let able = (0..<facts.personCount).filter {
            facts.isPresent(person: $0, period: t) && facts.mayHold(person: $0, period: t, post: k)
        }
        guard !able.isEmpty else { return .nobodyMay }
        let before = facts.price(of: plan).total
        for p in able where plan.posts[p][t] != k {
            if plan.posts[p][t] == nil { return .rules }
            var moved = plan
            moved.posts[p][t] = k
            if before - facts.price(of: moved).total > 0.01 { return .rules }
        }
        return .nobodyFree
    }

    @Test func reasonsOfRandomPlansAreThoseOfTheWholePrice() throws {
        var reached: [UnfilledReason: Int] = [:]
        for seed in 0..<400 {
            let rotation = try RandomRotation.make(seed: UInt64(seed), isTiny: seed % 2 == 0)
            let facts = RotationFacts(rotation)
            var random = SeededRandom(seed: UInt64(seed))
            let plan = RotationPlan(
                posts: (0..<facts.personCount).map { p in
                    (0..<facts.periodCount).map { t in
                        random.chance(1, of: 6)
                            ? nil : random.element(of: facts.choices(person: p, period: t))
                    }
                })
            for row in RotationOutcome(facts, plan).unfilled {
                let k = try #require(facts.postIndex[row.post])
                let expected = reason(facts, plan, post: k, period: row.period - 1)
                #expect(row.reason == expected, "seed \(seed), \(row)")
                reached[row.reason, default: 0] += 1
            }
        }
        for reason in UnfilledReason.allCases {
            #expect(reached[reason, default: 0] >= 40, "\(reason): \(reached[reason, default: 0])")
        }
    }
}
