// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Rotations
import SeededRandom
import TestSupport
import Testing

@testable import RotationPlanning

/// What is cut off is no plan.
@Suite struct CutTests {
    /// Plans of a rotation that keep its rules, everybody's sequences: of searches of little work, the best of each.
    private func plans(_ tables: PlanningTables, seeds: UInt64) -> [[[Int32]]] {
        let shared = SharedStanding(RotationOptions(timeLimit: nil, workLimit: 2), Cancellation(), nil)
        return (1...seeds).map { seed in
            var search = RuinAndRecreate(tables, seed: seed)
            search.run(until: 1, shared: shared)
            return search.best.sequences
        }
    }

    private func parts(_ plan: [[Int32]], _ part: Double) -> [PlaceProgramme.Part] {
        plan.enumerated().map { PlaceProgramme.Part(person: $0, sequence: $1, part: part) }
    }

    @Test(
        "plans keep every row, and every cut that mixtures of other plans or of people's wishes break",
        Reached("cuts", atLeast: 300), arguments: UInt64(1)...40)
    func plansKeepCuts(seed: UInt64) throws {
        let facts = RotationFacts(try RandomRotation.make(seed: seed, isTiny: seed % 4 == 0))
        let tables = PlanningTables(facts)
        let plans = plans(tables, seeds: 6)
        let places = PlaceProgramme(tables)
        let program = places.program
        for plan in plans {
            let values = places.values(parts(plan, 1))
            for row in 0..<program.rowCount {
                let activity = program.activity(ofRow: row, at: values)
                #expect(activity <= program.rowUpper[row] + 1e-9)
                #expect(activity >= program.rowLower[row] - 1e-9)
            }
        }
        // What everybody wishes, whatever others do, and plans: half of each.
        var lagrangian = LagrangianBound(tables)
        var random = SeededRandom(seed: seed)
        var mixtures = [parts(plans[0], 0.5) + parts(plans[1], 0.5)]
        for _ in 0..<6 {
            let wishes = try (0..<2).map { _ in
                var multipliers = lagrangian.rows.least.map { _ in 800 * random.share() }
                lagrangian.within(&multipliers)
                let round = lagrangian.round(multipliers, until: { false })
                return zip(try #require(round).sequences, plans[0]).map { $0 ?? $1 }
            }
            mixtures.append(parts(wishes[0], 0.5) + parts(wishes[1], 0.5))
        }
        for mixture in mixtures {
            let values = places.values(mixture)
            for cut in places.cuts(at: values, known: [], atMost: 100) {
                Reached.here("cuts")
                for plan in plans { #expect(cut.violation(at: places.values(parts(plan, 1))) <= 1e-7) }
            }
        }
    }

    @Test(
        "with cuts, too, no bound is above what brute force finds, at no multipliers",
        Reached("cuts", atLeast: 60), arguments: UInt64(1)...120)
    func bounds(seed: UInt64) throws {
        let rotation = try RandomRotation.make(seed: seed)
        let oracle = RotationOracle(rotation)
        guard oracle.combinations() <= mostCombinations else { return }
        let best = oracle.best().price.total
        let tables = PlanningTables(RotationFacts(rotation))
        var lagrangian = LagrangianBound(tables)
        let places = PlaceProgramme(tables)
        var random = SeededRandom(seed: seed)
        for _ in 0..<6 {
            let wishes = try (0..<3).map { _ in
                var multipliers = lagrangian.rows.least.map { _ in 800 * random.share() }
                lagrangian.within(&multipliers)
                let round = lagrangian.round(multipliers, until: { false })
                return try #require(round).sequences.map { $0 ?? [] }
            }
            let isWhole = wishes.allSatisfy { wish in
                zip(wish, tables.people).allSatisfy { $0.count == $1.placeCount }
            }
            guard isWhole else { continue }
            let values = places.values(wishes.flatMap { parts($0, 1 / 3) })
            let cuts = places.cuts(at: values, known: [], atMost: 20)
            lagrangian.take(cuts.map(places.meaning))
            for _ in cuts { Reached.here("cuts") }
            for _ in 0..<10 {
                var multipliers = lagrangian.rows.least.map { _ in
                    random.chance(1, of: 3) ? 0 : 600 * (random.share() - 0.3)
                }
                lagrangian.within(&multipliers)
                let round = lagrangian.round(multipliers, until: { false })
                #expect(try #require(round).bound <= best + 1e-9)
            }
        }
    }
}
