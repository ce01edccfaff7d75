// SPDX-License-Identifier: GPL-3.0-or-later

/// Where moves begin: anywhere in the week, or in the part that they keep near to.
extension SearchMoves {
    /// These moves, kept near to a part of the week.
    func near(_ focus: Focus) -> SearchMoves {
        var moves = self
        moves.focus = focus.isEmpty ? nil : focus
        return moves
    }

    /// A person with something to decide, and a day.
    func somePersonDay(_ random: inout SplitMix64) -> (person: Int, day: Int) {
        guard let focus else {
            let s = people[random.below(people.count)]
            return (s, random.below(instance.dayCount))
        }
        let cell = focus.cells[random.below(focus.cells.count)]
        return (
            cell / instance.sessionCount, instance.calendar.dayOfSession[cell % instance.sessionCount]
        )
    }

    /// A person with something to decide, and a session.
    func someCell(_ random: inout SplitMix64) -> Int {
        if let focus { return focus.cells[random.below(focus.cells.count)] }
        let s = people[random.below(people.count)]
        return s * instance.sessionCount + random.below(instance.sessionCount)
    }

    /// A line; the number of lines where there is none.
    func someLine(_ state: SearchState, _ random: inout SplitMix64) -> Int {
        guard let focus else { return random.below(max(1, state.unmet.count)) }
        return focus.lines.isEmpty ? state.unmet.count : focus.lines[random.below(focus.lines.count)]
    }
}
