// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import SeededRandom
import TestSupport
import Testing

@testable import RotationPlanning

/// Bounds hold at any multipliers, good or bad.
@Suite struct BoundTests {
    @Test(
        "at no multipliers is the bound above what brute force finds",
        Reached("tight", atLeast: 20), Reached("cells filled by choices", atLeast: 80),
        Reached(atLeast: 100), arguments: UInt64(1)...120)
    func multipliers(seed: UInt64) throws {
        let rotation = try RandomRotation.make(seed: seed)
        let oracle = RotationOracle(rotation)
        guard oracle.combinations() <= mostCombinations else { return }
        let best = oracle.best().price.total
        let tables = PlanningTables(RotationFacts(rotation))
        var random = SeededRandom(seed: seed)
        for choosing in [true, false] {
            var lagrangian = LagrangianBound(tables, choosing: choosing)
            if lagrangian.rows.choices.contains(where: { $0 != nil }) {
                Reached.here("cells filled by choices")
            }
            for _ in 0..<20 {
                var multipliers = lagrangian.rows.least.map { _ in
                    random.chance(1, of: 3) ? 0 : 1000 * (random.share() - 0.4)
                }
                lagrangian.within(&multipliers)
                let found = lagrangian.round(multipliers, until: { false })
                let round = try #require(found)
                #expect(round.bound <= best + 1e-9)
            }
        }
        Reached.here()
        var ascent = VolumeAscent(LagrangianBound(tables), until: { false })
        for _ in 0..<60 {
            ascent.advance(upper: best, until: { false })
            #expect(ascent.bound <= best + 1e-9)
        }
        if ascent.bound > 0.99 * best { Reached.here("tight") }
    }

    @Test("multipliers within their limits stay as they are", arguments: UInt64(1)...20)
    func within(seed: UInt64) throws {
        let tables = PlanningTables(RotationFacts(try RandomRotation.make(seed: seed, isTiny: false)))
        let lagrangian = LagrangianBound(tables)
        var random = SeededRandom(seed: seed)
        var multipliers = lagrangian.rows.least.map { _ in 400 * (random.share() - 0.5) }
        lagrangian.within(&multipliers)
        var again = multipliers
        lagrangian.within(&again)
        #expect(zip(multipliers, again).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(multipliers[lagrangian.rows.firstShare...].reduce(0, +) <= tables.fairness)
    }

    @Test("a sequence's rows and pounds are those of the plan it is part of", arguments: UInt64(1)...60)
    func columns(seed: UInt64) throws {
        let facts = RotationFacts(try RandomRotation.make(seed: seed, isTiny: false))
        let tables = PlanningTables(facts)
        let search = RuinAndRecreate(tables, seed: seed)
        let price = search.state.price
        #expect(price.excess == 0)
        #expect(abs(price.pounds - facts.price(of: search.plan).total) < 1e-6)
        let rows = CouplingRows(tables, choosing: false)
        var sums = [Double](repeating: 0, count: rows.count)
        var pounds = rows.constant
        for p in tables.people.indices {
            let column = rows.column(p, search.state.sequences[p], tables)
            pounds += column.pounds
            for term in column.terms { sums[Int(term.row)] += term.value }
        }
        for row in 0..<rows.firstShare {
            let missing = max(0, rows.least[row] - sums[row])
            #expect(missing < 1e-6 || rows.mayMiss[row])
            if rows.mayMiss[row] { pounds += missing * rows.highest[row] }
        }
        pounds += tables.fairness * (sums[rows.firstShare...].map { -$0 }.max() ?? 0)
        #expect(abs(pounds - price.pounds) < 1e-6)
    }
}
