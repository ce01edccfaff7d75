// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// A line's contacts, wherever in its window they are, are given out anew, with the work of those who had them.
struct LineMove: Move {
    let name = "line"

    func apply(_ moves: inout SearchMoves, _ state: inout SearchState, _ random: inout SeededRandom) {
        guard let first = moves.someLine(&random) else { return }
        var cells: [Int] = []
        moves.addHolders(of: first, to: &cells, state)
        if random.below(2) == 0, let cell = cells.first, state.option[cell] >= 0 {
            // Another line of somebody who has this one: what one gives up the other may take.
            let theirs = moves.tables.options.contacts[Int(state.option[cell])]
            let other = theirs.lowerBound + random.below(max(1, theirs.count))
            if other < theirs.upperBound {
                moves.addHolders(of: Int(moves.tables.contacts.column[other].line), to: &cells, state)
            }
        }
        // Somebody else who could take some, with time or without.
        let able = moves.tables.model.layout.contactsOfLine[first]
        for _ in 0..<3 where !able.isEmpty {
            let contact = able[random.below(able.count)]
            let cell = Int(moves.tables.contacts.cell[contact])
            if moves.isThere(contact, state), !cells.contains(cell) { cells.append(cell) }
        }
        random.bringForward(cells.count, of: &cells)
        for cell in cells.prefix(8) { state.dropContacts(cell) }
        for cell in cells.prefix(8) { moves.fill(cell, &state) }
    }
}
