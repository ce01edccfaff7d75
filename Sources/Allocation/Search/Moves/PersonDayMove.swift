// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// One person's day anew, with all rows of the human.
struct PersonDayMove: Move {
    let name = "day"

    func apply(_ moves: inout SearchMoves, _ state: inout SearchState, _ random: inout SeededRandom) {
        guard let personDay = moves.somePersonDay(&random) else { return }
        moves.buffer.removeAll(keepingCapacity: true)
        for cell in moves.cellsOfHumanDay[personDay] where moves.mayDeploy(Int(cell)) {
            moves.buffer.append(Int(cell))
        }
        if moves.buffer.count > 1, random.below(2) == 0 { moves.buffer.reverse() }
        moves.placeAnew(moves.buffer, &state)
    }
}
