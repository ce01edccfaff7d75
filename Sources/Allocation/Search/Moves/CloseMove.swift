// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// A session that need not be worked there is given up, and its team makes up for it.
struct CloseMove: Move {
    let name = "close"

    func apply(_ moves: inout SearchMoves, _ state: inout SearchState, _ random: inout SeededRandom) {
        for _ in 0..<6 {
            guard let cell = moves.someDeployed(state, &random) else { return }
            guard moves.tables.cells.isOptional[cell], moves.mayDeploy(cell) else { continue }
            let option = Int(state.option[cell])
            state.dropCell(cell)
            if random.below(2) == 0 { moves.repairTeam(option, except: cell, &state, &random) }
            moves.bookInstead(option, except: cell, &state, &random)
            moves.clearBelowMinimum(Int(moves.tables.cells.personDay[cell]), &state)
            return
        }
        PersonDayMove().apply(&moves, &state, &random)
    }
}
