// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import RotationPlanning

/// Where there is no room for all that rules speak of, bounds hold all the same: tiny rotations, and tables that are tinier.
@Suite struct NarrowTableTests {
    /// A tiny random rotation in which whatever posts teach is wanted.
    private static func rotation(_ seed: UInt64) throws -> Rotation {
        var parts = try RandomRotation.make(seed: seed).parts
        for need in Set(parts.posts.flatMap { $0.develops.map(\.need) })
            .sorted(by: { ($0.competency, $0.level) < ($1.competency, $1.level) })
        {
            parts.wanted.append(
                WantedRow(need.competency, need.level, people: 2, pounds: Double(40 + 10 * (seed % 9))))
        }
        return try Rotation(parts)
    }

    @Test(
        "no bound is above what brute force finds, whatever labels have no room for",
        Reached("uncounted learning", atLeast: 15), Reached("what is learnt is worth something", atLeast: 25),
        Reached("rows left out", atLeast: 15), Reached("a bound that says something", atLeast: 70),
        Reached(atLeast: 200), arguments: UInt64(1)...220)
    func bounds(seed: UInt64) throws {
        let rotation = try Self.rotation(seed)
        let oracle = RotationOracle(rotation)
        guard oracle.combinations() <= mostCombinations else { return }
        let best = oracle.best().price.total
        var random = SeededRandom(seed: seed)
        let limits = TableLimits(
            posts: random.pick([1, 1, 2, 64]), needs: random.pick([0, 1, 64]),
            rows: random.pick([0, 0, 1, 8]), counts: random.pick([0, 4]))
        let facts = RotationFacts(rotation)
        let tables = PlanningTables(facts, limits: limits)
        guard tables.people.contains(where: { !$0.isExact }) else { return Reached.here() }
        Reached.here()
        if tables.people.contains(where: { !$0.learning.uncounted.isEmpty }) {
            Reached.here("uncounted learning")
        }
        if tables.people.contains(where: { !$0.curriculum.isExact }) { Reached.here("rows left out") }
        if tables.people.contains(where: { !$0.isExact && !$0.learning.wantedAt.joined().isEmpty }) {
            Reached.here("what is learnt is worth something")
        }
        for choosing in [true, false] {
            var lagrangian = LagrangianBound(tables, choosing: choosing)
            for _ in 0..<20 {
                var multipliers = lagrangian.rows.least.map { _ in
                    random.chance(1, of: 3) ? 0 : 1000 * (random.share() - 0.4)
                }
                lagrangian.within(&multipliers)
                lagrangian.most = random.pick([0, 1, 3, 4_000])
                let found = lagrangian.round(multipliers, until: { false })
                let round = try #require(found)
                #expect(round.bound <= best + 1e-9)
            }
        }
        var ascent = VolumeAscent(LagrangianBound(tables), until: { false })
        for _ in 0..<60 { ascent.advance(upper: best, until: { false }) }
        #expect(ascent.bound <= best + 1e-9)
        if ascent.bound > 0 { Reached.here("a bound that says something") }
        // Plans of the search are legal, and no cheaper than any.
        let search = RuinAndRecreate(tables, seed: seed)
        #expect(search.best.pounds >= best - 1e-6)
        #expect(facts.price(of: search.plan).total >= best - 1e-6)
    }

    @Test(
        "a search that ends early states no bound above the cheapest sequence",
        Reached("with a block under way", atLeast: 60), Reached("near", atLeast: 60),
        Reached("allowed blocks counted", atLeast: 20),
        arguments: UInt64(1)...60)
    func early(seed: UInt64) throws {
        let tables = PlanningTables(RotationFacts(try RandomRotation.make(seed: seed, isTiny: false)))
        var random = SeededRandom(seed: seed)
        for person in tables.people where person.isExact && person.placeCount > 0 {
            func pounds(_ count: Int, _ least: Double, _ most: Double) -> [Double] {
                (0..<count).map { _ in least + (most - least) * random.share() }
            }
            let (n, count) = (person.placeCount, person.postCount)
            let (places, beginnings) = (pounds(count * n, -200, 200), pounds(count * n, 0, 90))
            let (none, items) = (pounds(n, 0, 300), pounds(tables.wanted.items.count, 0, 200))
            func costs(isFine: Bool) -> SequenceCosts {
                SequenceCosts(
                    person, isFine: isFine, place: { places[$0 * n + $1] },
                    begin: { beginnings[$0 * n + $1] },
                    unplaced: { none[$0] }, item: { items[$0] })
            }
            var search = SequenceSearch()
            let whole = search.cheapest(person, costs(isFine: false), most: .max)
            #expect(whole.bound == whole.cost)
            let fine = search.cheapest(person, costs(isFine: true), most: .max)
            #expect(abs(fine.cost - whole.cost) < 1e-9)
            if person.fineStages.count > person.stages.count { Reached.here("allowed blocks counted") }
            let costs = costs(isFine: random.chance(1, of: 2))
            for most in [0, 1, 4, 20] {
                let early = search.cheapest(person, costs, most: most)
                #expect(early.bound <= whole.cost + 1e-9)
                #expect(early.bound > -.infinity)
                #expect(early.cost >= whole.cost - 1e-9)
                if most == 0, person.underWay != nil { Reached.here("with a block under way") }
                if most == 0, early.bound > whole.cost - 50 { Reached.here("near") }
            }
            search.mostLabels = random.pick([1, 5, 30])
            let cramped = search.cheapest(person, costs, most: .max)
            #expect(cramped.bound <= whole.cost + 1e-9)
            #expect(cramped.cost >= whole.cost - 1e-9)
        }
    }
}
