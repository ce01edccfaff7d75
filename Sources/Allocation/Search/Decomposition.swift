// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom

/// How a week is divided into two parts: half of its days each, drawn anew each time, so that in time everything
/// can be moved everywhere.
struct Decomposition: Sendable {
    /// Cells with a team to go to, and their people.
    let cells: [Int]
    let people: [Int]
    /// Days with somebody to deploy.
    private let days: [Int]
    private let dayCount: Int
    private let lineCount: Int
    /// The first row of the human of each person.
    private let firstRow: [Int]

    init(_ instance: Instance) {
        var cells: [Int] = []
        var people: [Int] = []
        var days: [Int] = []
        for (cell, teams) in instance.eligibleTeams.enumerated() where !teams.isEmpty {
            cells.append(cell)
            let (s, t) = instance.personAndSession(ofCell: cell)
            if people.last != s { people.append(s) }
            let day = instance.calendar.dayOfSession[t]
            if !days.contains(day) { days.append(day) }
        }
        (self.cells, self.people, self.days) = (cells, people, days.sorted())
        dayCount = instance.dayCount
        lineCount = instance.lines.count
        firstRow = (0..<instance.staffCount).map { instance.index.humans.first(with: $0) }
    }

    /// Two subproblems; nil where there is only one day to divide.
    func subproblems(of tables: SearchTables, _ random: inout SeededRandom) -> (
        one: Subproblem, other: Subproblem
    )? {
        guard days.count > 1 else { return nil }
        var drawn = days
        random.bringForward(drawn.count, of: &drawn)
        // With an odd number of days, now one has the odd one, now the other.
        let half = (drawn.count + random.below(2)) / 2
        // All rows of a human are one part's to book: the rules on working time bind them together.
        let rights = firstRow.map { _ in random.below(2) == 0 }
        let mayBook = firstRow.map { rights[$0] }
        let mayGive = (0..<lineCount).map { _ in random.below(2) == 0 }
        let first = drawn.prefix(half).sorted()
        // Days with nobody to deploy go along with the rest: each line's window is in one or in both.
        let rest = (0..<dayCount).filter { !first.contains($0) }
        return (
            Subproblem(tables, days: first, mayBook: mayBook, mayGive: mayGive),
            Subproblem(
                tables, days: rest, mayBook: mayBook.map { !$0 }, mayGive: mayGive.map { !$0 })
        )
    }
}
