// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// Somebody who could take contacts that go unmet is sent there, and those they leave make up for it.
struct UnmetMove: Move {
    let name = "unmet"

    func apply(_ moves: inout SearchMoves, _ state: inout SearchState, _ random: inout SeededRandom) {
        var i = -1
        for _ in 0..<8 where i < 0 {
            if let line = moves.someLine(&random), state.unmet[line] > 0 { i = line }
        }
        guard i >= 0 else { return PersonDayMove().apply(&moves, &state, &random) }
        let able = moves.tables.model.layout.contactsOfLine[i]
        guard !able.isEmpty else { return PersonDayMove().apply(&moves, &state, &random) }
        var contact = able[random.below(able.count)]
        for _ in 0..<4 where !moves.isHere(contact) { contact = able[random.below(able.count)] }
        let cell = Int(moves.tables.contacts.cell[contact])
        guard moves.mayDeploy(cell),
            let option = moves.option(cell, team: moves.tables.contacts.column[contact].team)
        else { return }
        let before = state.option[cell]
        state.dropCell(cell)
        guard state.mayDeploy(cell) else { return }
        state.deploy(option)
        moves.force(contact, &state, &random)
        moves.fill(cell, &state)
        if before >= 0 { moves.repairTeam(Int(before), except: cell, &state, &random) }
        moves.clearBelowMinimum(Int(moves.tables.cells.personDay[cell]), &state)
    }
}
