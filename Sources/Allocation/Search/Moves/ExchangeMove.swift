// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// Two people who are in different teams in a session, or on a day, take each other's place, and work is given to them
/// anew. One after the other they would not: the first would leave a team too few people, or have nothing to do there.
struct ExchangeMove: Move {
    let name = "exchange"

    /// How often a pair is looked for.
    private static let tries = 8

    func apply(_ moves: inout SearchMoves, _ state: inout SearchState, _ random: inout SeededRandom) {
        for _ in 0..<Self.tries {
            guard let one = moves.someDeployed(state, &random) else { return }
            // Somebody who could take the place, and is elsewhere.
            let able = moves.cellsOfPlace[state.teamPlace(Int(state.option[one]))]
            let other = Int(able[random.below(able.count)])
            guard let teams = teams(one, other, moves, state), teams.one != teams.other else { continue }
            exchange(one, other, &moves, &state)
            guard random.below(2) == 0 else { return }
            let distance = other - one
            for next in moves.cellsOfPersonDay[Int(moves.tables.cells.personDay[one])] where Int(next) != one
            {
                guard let later = self.teams(Int(next), Int(next) + distance, moves, state), later == teams
                else { continue }
                exchange(Int(next), Int(next) + distance, &moves, &state)
            }
            return
        }
    }

    /// The teams of two people in a session, where both are deployed and that is this part's to change.
    private func teams(
        _ one: Int, _ other: Int, _ moves: SearchMoves, _ state: SearchState
    ) -> (one: Int32, other: Int32)? {
        guard state.option[one] >= 0, state.option[other] >= 0, moves.mayDeploy(one), moves.mayDeploy(other)
        else { return nil }
        let teams = moves.tables.options.team
        return (teams[Int(state.option[one])], teams[Int(state.option[other])])
    }

    private func exchange(_ one: Int, _ other: Int, _ moves: inout SearchMoves, _ state: inout SearchState) {
        guard let teams = teams(one, other, moves, state), let first = moves.option(one, team: teams.other),
            let second = moves.option(other, team: teams.one)
        else { return }
        state.dropCell(one)
        state.dropCell(other)
        state.deploy(first)
        state.deploy(second)
        moves.fill(one, &state)
        moves.fill(other, &state)
    }
}
