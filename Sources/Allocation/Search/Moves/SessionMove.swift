// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// Some people who may be in one team in a session, wherever they are, get places and work anew, one after the other.
struct SessionMove: Move {
    let name = "session"

    /// People, at least and at most.
    private static let people = 2...4

    func apply(_ moves: inout SearchMoves, _ state: inout SearchState, _ random: inout SeededRandom) {
        guard let first = moves.someDeployed(state, &random) else { return }
        let able = moves.cellsOfPlace[state.teamPlace(Int(state.option[first]))]
        let size = Self.people.lowerBound + random.below(Self.people.count)
        var cells: [Int] = []
        for _ in 0..<2 * size where cells.count < size {
            let cell = Int(able[random.below(able.count)])
            if moves.mayDeploy(cell), !cells.contains(cell) { cells.append(cell) }
        }
        moves.placeAnew(cells, &state)
    }
}
