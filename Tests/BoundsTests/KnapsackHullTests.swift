// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import TestSupport
import Testing

@testable import Bounds

@Suite("Patterns of a session and the facets of their hull")
struct KnapsackHullTests {
    private static func kind(_ random: inout SeededRandom) -> KnapsackPatterns.Kind {
        let lengths = Set((0...random.below(5)).map { _ in Double(10 + 5 * random.below(20)) }).sorted()
        return KnapsackPatterns.Kind(
            capacity: Double(60 + random.below(400)) * (random.below(2) == 0 ? 1 : 0.9),
            weights: lengths, limits: lengths.map { _ in 1 + random.below(6) },
            filler: random.below(3) == 0 ? Double(10 + random.below(50)) : 0)
    }

    /// Everything that fits, with as much supervision as is left.
    private static func all(_ kind: KnapsackPatterns.Kind) -> [[Double]] {
        var all: [[Double]] = [[]]
        for limit in kind.limits {
            all = all.flatMap { start in (0...limit).map { start + [Double($0)] } }
        }
        return all.compactMap { counts in
            let left = kind.capacity - zip(counts, kind.weights).reduce(0) { $0 + $1.0 * $1.1 }
            guard left >= 0 else { return nil }
            return kind.filler > 0 ? counts + [min(kind.filler, left) / kind.capacity] : counts
        }
    }

    /// Whether more is in a point than fits, be it whole or not; so it is outside the hull.
    private static func isTooHeavy(_ point: [Double], _ kind: KnapsackPatterns.Kind) -> Bool {
        let items = zip(point, kind.weights).reduce(0) { $0 + $1.0 * $1.1 }
        let filler = kind.filler > 0 ? point[point.count - 1] * kind.capacity : 0
        return items + filler > kind.capacity * 1.001
    }

    @Test("every plan of a session is contained in a pattern, and every pattern is one", arguments: 1...200)
    func patterns(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let kind = Self.kind(&random)
        let patterns = try #require(KnapsackPatterns(kind))
        let rows = (0..<patterns.count).map {
            Array(patterns.values[($0 * patterns.width)..<(($0 + 1) * patterns.width)])
        }
        for plan in Self.all(kind) {
            #expect(rows.contains { pattern in zip(plan, pattern).allSatisfy { $0 <= $1 + 1e-9 } })
        }
        for pattern in rows {
            let minutes = zip(pattern, kind.weights).reduce(0) { $0 + $1.0 * $1.1 }
            let filler = kind.filler > 0 ? pattern[pattern.count - 1] * kind.capacity : 0
            #expect(minutes + filler <= kind.capacity + 1e-5)
        }
    }

    @Test(
        "a facet keeps every plan of a session, and parts what is outside from it",
        Reached("outside", atLeast: 500), arguments: 1...200)
    func facets(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let kind = Self.kind(&random)
        let patterns = try #require(KnapsackPatterns(kind))
        let plans = Self.all(kind)
        for _ in 0..<10 {
            let point = (0..<patterns.width).map { item -> Double in
                let most = plans.reduce(0) { max($0, $1[item]) }
                return most * Double(random.below(1_000)) / 1_000
            }
            guard let facet = PatternFacet.strongest(patterns, at: point) else {
                #expect(!Self.isTooHeavy(point, kind))
                continue
            }
            if Self.isTooHeavy(point, kind) {
                #expect(zip(facet, point).reduce(0) { $0 + $1.0 * $1.1 } > 1)
                Reached.here("outside")
            }
            for plan in plans { #expect(zip(facet, plan).reduce(0) { $0 + $1.0 * $1.1 } <= 1) }
            // A plan itself, or the middle of two, is never beyond one.
            let inside = zip(plans[random.below(plans.count)], plans[random.below(plans.count)])
                .map { ($0 + $1) / 2 }
            if let other = PatternFacet.strongest(patterns, at: inside) {
                #expect(zip(other, inside).reduce(0) { $0 + $1.0 * $1.1 } <= 1 + 1e-9)
            }
        }
    }

    @Test("three contacts of 50 minutes in 120 are cut off, two are not")
    func example() throws {
        let kind = KnapsackPatterns.Kind(capacity: 120, weights: [50], limits: [2], filler: 0)
        let patterns = try #require(KnapsackPatterns(kind))
        #expect(patterns.values == [2])
        let facet = try #require(PatternFacet.strongest(patterns, at: [2.4]))
        #expect(abs(facet[0] - 0.5) < 1e-9)
    }

    @Test("a kind with too many patterns is given up")
    func tooMany() {
        let kind = KnapsackPatterns.Kind(
            capacity: 480, weights: (1...12).map { Double(5 + 2 * $0) },
            limits: [Int](repeating: 20, count: 12),
            filler: 0)
        #expect(KnapsackPatterns(kind) == nil)
    }
}
