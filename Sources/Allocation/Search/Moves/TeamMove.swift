// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// Some people of a team in a session: their contacts anew, some of them in other teams.
struct TeamMove: Move {
    let name = "team"

    func apply(_ moves: inout SearchMoves, _ state: inout SearchState, _ random: inout SeededRandom) {
        guard let cell = moves.someDeployed(state, &random) else { return }
        let option = Int(state.option[cell])
        var others = moves.teammates(of: cell, option, state)
        let size = 1 + random.below(4)
        random.bringForward(size, of: &others)
        others = Array(others.prefix(size))
        others.insert(cell, at: 0)
        let isMoved = random.below(4) == 0
        for cell in others {
            if isMoved, moves.mayDeploy(cell) { state.dropCell(cell) } else { state.dropContacts(cell) }
        }
        for cell in others {
            if state.option[cell] < 0 { moves.place(cell, &state) } else { moves.fill(cell, &state) }
        }
        if isMoved {
            for cell in others { moves.clearBelowMinimum(Int(moves.tables.cells.personDay[cell]), &state) }
        }
    }
}
