// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// The search keeps its own books; after any moves they have to agree with the exact model.
@Suite("The state of the search")
struct SearchStateTests {
    /// A random week with its first plan.
    private static func constructed(_ seed: UInt64) -> (WeeklyModel, SearchMoves, SearchState) {
        let model = WeeklyModel(Instance(RandomWeek.make(seed: seed)))
        let tables = SearchTables(model)
        var moves = SearchMoves(tables, seed: seed)
        var state = SearchState(tables)
        moves.construct(&state)
        return (model, moves, state)
    }

    @Test("after every kept move it is feasible in the exact model, at the price it says", arguments: 1...150)
    func feasibleAfterEveryMove(seed: UInt64) {
        let (model, first, constructed) = Self.constructed(seed)
        var (moves, state) = (first, constructed)
        var random = SplitMix64(seed: seed)
        guard !moves.isEmpty else { return }
        for _ in 0..<60 {
            moves.move(&state, &random)
            state.keep()
            let values = state.values
            #expect(model.program.largestViolation(of: values) < 1e-6)
            #expect(abs(model.program.objective(of: values) - state.price) < 1e-6)
        }
    }

    @Test("a move that is taken back leaves everything as it was", arguments: 1...150)
    func takenBack(seed: UInt64) {
        var (_, moves, state) = Self.constructed(seed)
        var random = SplitMix64(seed: seed)
        guard !moves.isEmpty else { return }
        for turn in 0..<60 {
            let (before, price) = (state.values, state.price)
            moves.move(&state, &random)
            if turn.isMultiple(of: 3) {
                state.keep()
            } else {
                state.takeBack()
                #expect(state.values == before)
                #expect(abs(state.price - price) < 1e-6)
            }
        }
    }

    @Test("a plan read into it and out again is the same plan", arguments: 1...100)
    func readBack(seed: UInt64) {
        let (_, _, state) = Self.constructed(seed)
        let again = SearchState(state.tables, values: state.values)
        #expect(again.values == state.values)
        #expect(abs(again.price - state.price) < 1e-6)
    }
}
