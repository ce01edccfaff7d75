// SPDX-License-Identifier: GPL-3.0-or-later

extension SearchMoves {
    /// Fills gaps in a part of the week: minutes that people there have left, then sessions worth booking. Only what
    /// makes the plan cheaper stays.
    mutating func fillGaps(in focus: Focus, _ state: inout SearchState) {
        // Registered people first: what they are there for nobody else can do, and others work under them.
        let order =
            focus.cells.filter { state.isRegistered($0) } + focus.cells.filter { !state.isRegistered($0) }
        state.keep()
        for cell in order where state.option[cell] >= 0 {
            keepIfCheaper(&state) { moves, state in moves.fill(cell, &state) }
        }
        for cell in order where state.option[cell] < 0 && instance.duty[cell] == .available {
            let (s, day) = (state.person(cell), state.day(cell))
            keepIfCheaper(&state) { moves, state in
                // The whole day, because one session may be too few to be booked.
                for t in moves.instance.calendar.sessionsOfDay[day] {
                    let cell = s * moves.instance.sessionCount + t
                    if moves.instance.duty[cell] == .available { moves.place(cell, &state) }
                }
                moves.clearBelowMinimum(s, day, &state)
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
