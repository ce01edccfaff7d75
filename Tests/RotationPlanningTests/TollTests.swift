// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Rotations
import TestSupport
import Testing

@testable import RotationPlanning

/// On its way a search may break rules about people together; what it keeps breaks none.
@Suite struct TollTests {
    @Test("the toll rises while few states keep the rules, and falls while most do")
    func rising() {
        var toll = Toll()
        let first = toll.pounds
        for _ in 0..<199 { toll.count(isLegal: false) }
        #expect(toll.pounds == first)
        toll.count(isLegal: false)
        #expect(toll.pounds > first)
        let risen = toll.pounds
        for move in 0..<200 { toll.count(isLegal: move % 2 == 0) }
        #expect(toll.pounds < risen)
        for _ in 0..<100_000 { toll.count(isLegal: true) }
        #expect(toll.pounds == 50)
        for _ in 0..<100_000 { toll.count(isLegal: false) }
        #expect(toll.pounds == 1e6)
    }

    @Test(
        "states that break rules are gone through, and the best plan keeps them all at the pounds stated",
        Reached("states that break rules", atLeast: 10), Reached("plans found after such states", atLeast: 3),
        arguments: UInt64(1)...60)
    func keeping(seed: UInt64) throws {
        let facts = RotationFacts(try RandomRotation.make(seed: seed, isTiny: false))
        let tables = PlanningTables(facts)
        let shared = SharedStanding(RotationOptions(timeLimit: nil, workLimit: 60), Cancellation(), nil)
        var search = RuinAndRecreate(tables, seed: seed)
        search.toll = Toll(pounds: 300)
        var (hasBroken, work) = (false, 0)
        while search.work < 60, work < 200 {
            work += 1
            let before = search.best.pounds
            search.run(until: work, shared: shared)
            if search.state.price.excess > 0 {
                Reached.here("states that break rules")
                hasBroken = true
            }
            #expect(search.best.pounds <= before)
            if hasBroken, search.best.pounds < before { Reached.here("plans found after such states") }
            var kept = SearchState(tables)
            for (p, sequence) in search.best.sequences.enumerated() {
                _ = kept.remove(p)
                kept.insert(p, sequence)
            }
            #expect(kept.price.excess == 0)
            #expect(abs(kept.price.pounds - search.best.pounds) < 1e-6)
        }
    }
}
