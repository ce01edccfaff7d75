// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The part of a week that a search keeps near to: cells and lines, ascending.
struct Focus: Sendable {
    private(set) var cells: [Int]
    private(set) var lines: [Int]

    var isEmpty: Bool { cells.isEmpty }

    /// The whole week.
    init(allOf tables: SearchTables) {
        let instance = tables.model.instance
        cells = instance.eligibleTeams.indices.filter { !instance.eligibleTeams[$0].isEmpty }
        lines = Array(instance.lines.indices)
    }

    /// Some people's cells, whoever could give contacts of some lines where they are or could be booked for them, and
    /// the lines they all work on.
    init(people: [Int], lines: [Int], in state: SearchState) {
        let sessions = state.instance.sessionCount
        let theirs = people.flatMap { ($0 * sessions)..<(($0 + 1) * sessions) }
        self.init(places: [], lines: Set(lines), in: state)
        cells = Set(cells + theirs.filter { !state.instance.eligibleTeams[$0].isEmpty }).sorted()
        self.lines = Self.lines(of: cells, and: Set(lines), in: state)
    }

    /// Whoever is in some places (`team * sessionCount + session`), could give contacts of some lines where they
    /// are, or could be booked for either; with the lines they work on.
    init(places: Set<Int>, lines: Set<Int>, in state: SearchState) {
        let tables = state.tables
        var isIn = [Bool](repeating: false, count: state.option.count)
        func add(_ cell: Int, _ team: Int32) {
            let option = Int(state.option[cell])
            let isBookable = option < 0 && tables.cells.isOptional[cell]
            if isBookable || (option >= 0 && tables.options.team[option] == team) { isIn[cell] = true }
        }
        for (option, cell) in tables.options.cell.enumerated() where places.contains(state.teamPlace(option))
        {
            add(Int(cell), tables.options.team[option])
        }
        for line in lines {
            for contact in tables.model.layout.contactsOfLine[line] {
                add(Int(tables.contacts.cell[contact]), tables.contacts.column[contact].team)
            }
        }
        cells = isIn.indices.filter { isIn[$0] }
        self.lines = Self.lines(of: cells, and: lines, in: state)
    }

    /// This part with everybody who could be in its places or take on contacts of its lines, and their lines.
    func widened(in state: SearchState) -> Focus {
        let tables = state.tables
        var isIn = [Bool](repeating: false, count: state.option.count)
        var places = Set<Int>()
        for cell in cells {
            isIn[cell] = true
            if state.option[cell] >= 0 { places.insert(state.teamPlace(Int(state.option[cell]))) }
        }
        for (option, cell) in tables.options.cell.enumerated() where places.contains(state.teamPlace(option))
        {
            isIn[Int(cell)] = true
        }
        for line in lines {
            for contact in tables.model.layout.contactsOfLine[line] where state.count[contact] > 0 {
                isIn[Int(tables.contacts.cell[contact])] = true
            }
        }
        var wide = self
        wide.cells = isIn.indices.filter { isIn[$0] }
        wide.lines = Self.lines(of: wide.cells, and: Set(lines), in: state)
        return wide
    }

    /// Leaves out who could be booked and is not.
    mutating func leaveOutUnbooked(_ state: SearchState) {
        cells.removeAll { state.option[$0] < 0 && state.tables.cells.isAvailable[$0] }
    }

    /// The lines that cells work on, with others.
    private static func lines(of cells: [Int], and others: Set<Int>, in state: SearchState) -> [Int] {
        var lines = others
        for cell in cells where state.option[cell] >= 0 {
            for contact in state.tables.options.contacts[Int(state.option[cell])]
            where state.count[contact] > 0 {
                lines.insert(Int(state.tables.contacts.column[contact].line))
            }
        }
        return lines.sorted()
    }
}
