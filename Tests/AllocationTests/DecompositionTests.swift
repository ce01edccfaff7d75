// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// Two threads search one plan, each its own part: together they have to make a plan as exact as one alone.
@Suite("A week in two parts")
struct DecompositionTests {
    @Test("a week is divided wherever people may be deployed on more than one day")
    func divided() {
        var divided = 0
        for seed in UInt64(1)...100 {
            let tables = Constructed(seed: seed).state.tables
            var random = SeededRandom(seed: seed)
            let hasSides = tables.decomposition.subproblems(of: tables, &random) != nil
            let instance = tables.model.instance
            let days = Set(
                tables.decomposition.cells.map {
                    instance.calendar.dayOfSession[$0 % instance.sessionCount]
                })
            #expect(hasSides == (days.count > 1), "seed \(seed)")
            if hasSides { divided += 1 }
        }
        #expect(divided >= 60, "\(divided) of 100")
    }

    @Test(
        "no session, nobody's bookings and no line's rest are on both parts", Reached(atLeast: 60),
        arguments: 1...100)
    func disjoint(seed: UInt64) {
        let state = Constructed(seed: seed).state
        var random = SeededRandom(seed: seed)
        guard let (one, other) = state.tables.decomposition.subproblems(of: state.tables, &random) else {
            return
        }
        Reached.here()
        #expect(!zip(one.hasSession, other.hasSession).contains { $0 && $1 })
        #expect(!zip(one.mayBook, other.mayBook).contains { $0 == $1 })
        for rows in state.tables.model.instance.index.humans.rows {
            #expect(Set(rows.map { one.mayBook[$0] }).count == 1, "a human is one part's to book")
        }
        #expect(!zip(one.mayGive, other.mayGive).contains { $0 == $1 })
        #expect(one.shared == other.shared)
        #expect(Set(one.cells).union(other.cells) == Set(state.tables.decomposition.cells))
        #expect(!one.cells.isEmpty && !other.cells.isEmpty)
    }

    @Test(
        "what both parts make is feasible in the exact model, at the price it says", Reached(atLeast: 1_500),
        arguments: 1...150)
    func exchanged(seed: UInt64) {
        exchange(Constructed(seed: seed), seed, turns: 20, moves: 60)
    }

    @Test("so it is in a week with room for every move", Reached(atLeast: 20), arguments: 1...3)
    func exchangedInALargerWeek(seed: UInt64) throws {
        exchange(try Constructed(generated: 40, seed: seed), seed, turns: 8, moves: 3_000)
    }

    private func exchange(_ first: Constructed, _ seed: UInt64, turns: Int, moves number: Int) {
        let (model, moves, state) = (first.model, first.moves, first.state)
        var random = SeededRandom(seed: seed)
        var one = Chain(state, moves, seed: seed)
        var other = Chain(state, moves, seed: seed + 1)
        for turn in 0..<turns {
            guard let subproblems = state.tables.decomposition.subproblems(of: state.tables, &random) else {
                return
            }
            Reached.here()
            let start = one.state.sums
            one.run(
                number, within: subproblems.one, seed: random.next(), temperature: { _ in 40 },
                shouldStop: { false })
            other.run(
                number + turn, within: subproblems.other, seed: random.next(), temperature: { _ in 40 },
                shouldStop: { false })
            one.exchange(with: &other, since: start, subproblems: subproblems)
            let values = one.state.values
            #expect(model.program.largestViolation(of: values) < 1e-6)
            #expect(abs(model.program.objective(of: values) - one.state.price) < 1e-6)
            #expect(other.state.values == values)
            #expect(abs(other.state.price - one.state.price) < 1e-6)
            Constructed.expectBooksAgree(one.state)
        }
    }
}
