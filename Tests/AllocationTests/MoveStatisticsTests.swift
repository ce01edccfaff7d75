// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import TestSupport
import Testing

@testable import Allocation

@Suite("What came of the moves")
struct MoveStatisticsTests {
    /// A chain's moves at some temperature on a random week.
    private func run(_ seed: UInt64, moves: Int, temperature: Double) -> (saved: Double, MoveStatistics) {
        run(Constructed(seed: seed), seed, moves: moves, temperature: temperature)
    }

    private func run(
        _ first: Constructed, _ seed: UInt64, moves: Int, temperature: Double
    ) -> (saved: Double, MoveStatistics) {
        var chain = Chain(first.state, first.moves, seed: seed)
        chain.run(moves, temperature: { _ in temperature }, shouldStop: { false })
        return (first.state.price - chain.state.price, chain.statistics)
    }

    @Test(
        "every move is counted, and what they saved adds up to what the plan is cheaper by", arguments: 1...60
    )
    func addsUp(seed: UInt64) {
        let (saved, statistics) = run(seed, moves: 230, temperature: 40)
        #expect(statistics.tried == 230)
        #expect(statistics.counts.allSatisfy { 0 <= $0.kept && $0.kept <= $0.tried })
        #expect(abs(statistics.counts.reduce(0) { $0 + $1.pounds } - saved) < 1e-6)
    }

    @Test("every kind of move is made as often as its odds say, and betters plans")
    func everyKind() throws {
        var sum = MoveStatistics()
        for seed in UInt64(1)...6 {
            let first = try Constructed(generated: 40, seed: seed)
            sum = sum + run(first, seed, moves: 10_000, temperature: 1).1
        }
        for (count, odds) in zip(sum.counts, SearchMoves.odds) {
            #expect(abs(count.tried - 600 * odds.inAHundred) < 600, "\(count)")
            #expect(count.kept >= 20 && count.kept < count.tried, "\(count)")
            #expect(count.pounds > 0, "\(count)")
        }
    }

    @Test("moves that are too dear are not kept")
    func dear() {
        let cold = (UInt64(1)...20).map { run($0, moves: 300, temperature: 1e-3).1 }
        let hot = (UInt64(1)...20).map { run($0, moves: 300, temperature: 1e9).1 }
        let kept = { (all: [MoveStatistics]) in all.reduce(0) { $0 + $1.counts.reduce(0) { $0 + $1.kept } } }
        #expect(kept(cold) < kept(hot), "\(kept(cold)) and \(kept(hot))")
        #expect(cold.allSatisfy { $0.counts.allSatisfy { $0.pounds >= -1e-6 } })
    }
}
