// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// A contact that goes unmet, or that somebody else gives, goes to somebody there who makes room for it; what they
/// give up for it goes on to others.
struct EjectionMove: Move {
    let name = "ejection"

    /// People tried for the contact, and for each that is given up for it.
    private static let tries = 6
    private static let others = 8

    func apply(_ moves: inout SearchMoves, _ state: inout SearchState, _ random: inout SeededRandom) {
        guard let line = someLine(moves, state, &random) else { return }
        let able = moves.tables.model.layout.contactsOfLine[line]
        guard !able.isEmpty else { return }
        for _ in 0..<Self.tries {
            let contact = able[random.below(able.count)]
            guard moves.isThere(contact, state) else { continue }
            if state.unmet[line] == 0 {
                let givers = able.filter { state.count[$0] > 0 && $0 != contact && moves.isHere($0) }
                guard !givers.isEmpty else { return }
                let giver = givers[random.below(givers.count)]
                state.drop(giver, 1)
                take(contact, &moves, &state, &random)
                moves.fill(Int(moves.tables.contacts.cell[giver]), &state)
            } else {
                take(contact, &moves, &state, &random)
            }
            return
        }
    }

    /// A line of which contacts go unmet, if one is soon found, else any.
    private func someLine(
        _ moves: SearchMoves, _ state: SearchState, _ random: inout SeededRandom
    ) -> Int? {
        let any = moves.someLine(&random)
        for _ in 0..<4 {
            if let line = moves.someLine(&random), state.unmet[line] > 0 { return line }
        }
        return any
    }

    /// Gives a contact, whatever the person has to give up for it, and what they gave up to others.
    private func take(
        _ contact: Int, _ moves: inout SearchMoves, _ state: inout SearchState, _ random: inout SeededRandom
    ) {
        let cell = Int(moves.tables.contacts.cell[contact])
        var given = moves.tables.options.contacts[Int(state.option[cell])].filter {
            state.count[$0] > 0 && $0 != contact
        }
        random.bringForward(given.count, of: &given)
        var lost: [Int] = []
        for other in given where state.fitting(contact) == 0 {
            state.drop(other, 1)
            lost.append(Int(moves.tables.contacts.column[other].line))
        }
        moves.knapsack.give(contact, 1, &state)
        moves.fill(cell, &state)
        for line in lost {
            var able = moves.tables.model.layout.contactsOfLine[line]
            random.bringForward(Self.others, of: &able)
            for other in able.prefix(Self.others) where state.unmet[line] > 0 && moves.isThere(other, state) {
                moves.fill(Int(moves.tables.contacts.cell[other]), &state)
            }
        }
    }
}
