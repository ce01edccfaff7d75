// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// Where moves begin: anywhere in the week, or in the part that they keep near to.
extension SearchMoves {
    /// These moves, kept near to a part of the week.
    func near(_ focus: Focus) -> SearchMoves {
        var moves = self
        moves.focus = focus.isEmpty ? nil : focus
        return moves
    }

    /// The day of a person with something to decide (`person * dayCount + day`).
    func somePersonDay(_ random: inout SeededRandom) -> Int? {
        if let focus {
            return focus.cells.isEmpty
                ? nil : Int(tables.cells.personDay[focus.cells[random.below(focus.cells.count)]])
        }
        let people = tables.decomposition.people
        guard !people.isEmpty, !subproblem.days.isEmpty else { return nil }
        let s = people[random.below(people.count)]
        return s * tables.dayCount + subproblem.days[random.below(subproblem.days.count)]
    }

    /// A cell with something to decide.
    func someCell(_ random: inout SeededRandom) -> Int? {
        let cells = focus?.cells ?? subproblem.cells
        return cells.isEmpty ? nil : cells[random.below(cells.count)]
    }

    /// A line.
    func someLine(_ random: inout SeededRandom) -> Int? {
        let lines = focus?.lines ?? subproblem.lines
        return lines.isEmpty ? nil : lines[random.below(lines.count)]
    }
}
