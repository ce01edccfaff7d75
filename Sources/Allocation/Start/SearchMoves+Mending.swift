// SPDX-License-Identifier: GPL-3.0-or-later

extension SearchMoves {
    /// Fills gaps in a part of the week: minutes that people there have left, then sessions worth booking and places
    /// worth giving to people on duty. Only what makes the plan cheaper stays.
    mutating func fillGaps(in focus: Focus, _ state: inout SearchState) {
        // Registered people first: what they are there for nobody else can do, and others work under them.
        let order =
            focus.cells.filter { state.isRegistered($0) } + focus.cells.filter { !state.isRegistered($0) }
        state.keep()
        for cell in order where state.option[cell] >= 0 {
            keepIfCheaper(&state) { moves, state in moves.fill(cell, &state) }
        }
        for cell in order where state.option[cell] < 0 && tables.cells.isOptional[cell] {
            let day = Int(tables.cells.firstOfDay[cell])..<Int(tables.cells.endOfDay[cell])
            let personDay = Int(tables.cells.personDay[cell])
            keepIfCheaper(&state) { moves, state in
                // The whole day, because one session may be too few to be booked.
                for cell in day where moves.tables.cells.isOptional[cell] { moves.place(cell, &state) }
                moves.clearBelowMinimum(personDay, &state)
            }
        }
    }

    private mutating func keepIfCheaper(
        _ state: inout SearchState, _ change: (inout SearchMoves, inout SearchState) -> Void
    ) {
        let before = state.price
        change(&self, &state)
        if state.price > before { state.takeBack() } else { state.keep() }
    }
}
