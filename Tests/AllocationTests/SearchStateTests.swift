// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// The search keeps its own books; after any moves they have to agree with the exact model.
@Suite("The state of the search")
struct SearchStateTests {
    @Test(
        "after every move it has counted right, and is feasible in the exact model",
        Reached("a change", atLeast: 2_000), arguments: 1...150)
    func feasibleAfterEveryMove(seed: UInt64) {
        var search = Constructed(seed: seed)
        Reached.here("a change", times: search.expectBooksAgree(seed: seed))
    }

    @Test(
        "so it has where the rarer facts come together", Reached("requests of two rows", atLeast: 30),
        arguments: 1...100)
    func rarerFacts(seed: UInt64) {
        let week = RandomWeek.full(seed: seed)
        let book = RequestBook(week, WeekIndex(week))
        if book.rowsOfPerson.contains(where: { $0.count > 1 }) { Reached.here("requests of two rows") }
        var search = Constructed(WeeklyModel(Instance(week)), seed: seed)
        search.expectBooksAgree(seed: seed)
    }

    @Test(
        "a move that is taken back leaves everything as it was", Reached(atLeast: 2_000),
        arguments: 1...150)
    func takenBack(seed: UInt64) {
        let first = Constructed(seed: seed)
        var (moves, state) = (first.moves, first.state)
        var random = SeededRandom(seed: seed)
        guard !moves.isEmpty else { return }
        for turn in 0..<60 {
            let (before, price) = (state.values, state.price)
            moves.move(&state, &random)
            if turn.isMultiple(of: 3) {
                state.keep()
            } else {
                if state.hasChanged { Reached.here() }
                state.takeBack()
                #expect(state.values == before)
                #expect(abs(state.price - price) < 1e-6)
            }
        }
    }

    @Test("a plan read into it and out again is the same plan", arguments: 1...100)
    func readBack(seed: UInt64) {
        let state = Constructed(seed: seed).state
        let again = SearchState(state.tables, values: state.values)
        #expect(again.values == state.values)
        #expect(abs(again.price - state.price) < 1e-6)
    }
}
