// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom
import Workforce

/// Moves of the search: each takes some people's work away and gives it out again, person by person, exactly.
struct SearchMoves: Sendable {
    let tables: SearchTables
    var refill: Refill
    /// What the moves may change.
    private(set) var side: SearchSide
    /// What the moves keep near to; nil: all of the side.
    var focus: Focus?
    /// Cells with a choice to make, by person and day.
    private let cellsOfPersonDay: [[Int32]]
    /// Cells that may be deployed to a team in a session (`team * sessionCount + session`).
    private let cellsOfPlace: [[Int32]]
    private var buffer: [Int] = []

    /// Moves of which the fills are shaken, in a hundred, and by how much.
    static let shakenShare = 80
    static let noise = 0.8

    init(_ tables: SearchTables, seed: UInt64) {
        self.tables = tables
        refill = Refill(seed: seed)
        side = SearchSide(tables)
        let instance = tables.model.instance
        var cellsOfPersonDay = [[Int32]](repeating: [], count: instance.staffCount * instance.dayCount)
        for cell in tables.division.cells {
            cellsOfPersonDay[Int(tables.cells.personDay[cell])].append(Int32(cell))
        }
        self.cellsOfPersonDay = cellsOfPersonDay
        var cellsOfPlace = [[Int32]](repeating: [], count: instance.teamCount * instance.sessionCount)
        for (option, cell) in tables.optionCell.enumerated() {
            cellsOfPlace[Int(tables.optionTeamPlace[option])].append(cell)
        }
        self.cellsOfPlace = cellsOfPlace
    }

    /// Whether nobody has anything to decide.
    var isEmpty: Bool { tables.division.people.isEmpty }

    /// The same moves within a side, with random numbers of its own.
    func within(_ side: SearchSide, seed: UInt64) -> SearchMoves {
        var moves = self
        moves.side = side
        moves.refill = Refill(seed: seed)
        return moves
    }

    /// Changes the state by one random move; the caller keeps it or takes it back.
    mutating func move(_ state: inout SearchState, _ random: inout SeededRandom) {
        refill.noise = random.below(100) < Self.shakenShare ? Self.noise : 0
        switch random.below(100) {
        case ..<25: day(&state, &random)
        case ..<55: team(&state, &random)
        case ..<70: unmet(&state, &random)
        case ..<90: line(&state, &random)
        default: close(&state, &random)
        }
    }

    // MARK: Kinds of move

    /// One person's day anew.
    private mutating func day(_ state: inout SearchState, _ random: inout SeededRandom) {
        guard let personDay = somePersonDay(&random) else { return }
        buffer.removeAll(keepingCapacity: true)
        for cell in cellsOfPersonDay[personDay] where mayDeploy(Int(cell)) { buffer.append(Int(cell)) }
        for cell in buffer { state.dropCell(cell) }
        if buffer.count > 1, random.below(2) == 0 { buffer.reverse() }
        for cell in buffer { place(cell, &state) }
        clearBelowMinimum(personDay, &state)
    }

    /// Some people of a team in a session: their contacts anew, some of them in other teams.
    private mutating func team(_ state: inout SearchState, _ random: inout SeededRandom) {
        guard let cell = someDeployed(state, &random) else { return }
        let option = Int(state.option[cell])
        var others = teammates(of: cell, option, state)
        let size = 1 + random.below(4)
        random.bringForward(size, of: &others)
        others = Array(others.prefix(size))
        others.insert(cell, at: 0)
        let moves = random.below(4) == 0
        for cell in others {
            if moves, mayDeploy(cell) { state.dropCell(cell) } else { state.dropContacts(cell) }
        }
        for cell in others {
            if state.option[cell] < 0 { place(cell, &state) } else { fill(cell, &state) }
        }
        if moves {
            for cell in others { clearBelowMinimum(Int(tables.cells.personDay[cell]), &state) }
        }
    }

    /// Somebody who could take contacts that go unmet is sent there, and those they leave make up for it.
    private mutating func unmet(_ state: inout SearchState, _ random: inout SeededRandom) {
        var i = -1
        for _ in 0..<8 where i < 0 {
            if let line = someLine(&random), state.unmet[line] > 0 { i = line }
        }
        guard i >= 0 else { return day(&state, &random) }
        let able = tables.model.layout.contactsOfLine[i]
        guard !able.isEmpty else { return day(&state, &random) }
        var contact = able[random.below(able.count)]
        for _ in 0..<4 where !isHere(contact) { contact = able[random.below(able.count)] }
        let cell = Int(tables.contactCell[contact])
        guard mayDeploy(cell), let option = option(cell, team: tables.contacts[contact].team) else { return }
        let before = state.option[cell]
        state.dropCell(cell)
        guard state.mayDeploy(cell) else { return }
        state.deploy(option)
        force(contact, &state, &random)
        fill(cell, &state)
        if before >= 0 { refillTeam(Int(before), except: cell, &state, &random) }
        clearBelowMinimum(Int(tables.cells.personDay[cell]), &state)
    }

    /// A session that need not be worked there is given up, and its team makes up for it.
    private mutating func close(_ state: inout SearchState, _ random: inout SeededRandom) {
        for _ in 0..<6 {
            guard let cell = someDeployed(state, &random) else { return }
            guard tables.cells.isOptional[cell], mayDeploy(cell) else { continue }
            let option = Int(state.option[cell])
            state.dropCell(cell)
            if random.below(2) == 0 { refillTeam(option, except: cell, &state, &random) }
            bookInstead(option, except: cell, &state, &random)
            clearBelowMinimum(Int(tables.cells.personDay[cell]), &state)
            return
        }
        day(&state, &random)
    }

    /// A line's contacts, wherever in its window they are, are given out anew, with the work of those who had them.
    private mutating func line(_ state: inout SearchState, _ random: inout SeededRandom) {
        guard let first = someLine(&random) else { return }
        var cells: [Int] = []
        addHolders(of: first, to: &cells, state)
        if random.below(2) == 0, let cell = cells.first, state.option[cell] >= 0 {
            // Another line of somebody who has this one: what one gives up the other may take.
            let theirs = tables.optionContacts[Int(state.option[cell])]
            let other = theirs.lowerBound + random.below(max(1, theirs.count))
            if other < theirs.upperBound {
                addHolders(of: Int(tables.contacts[other].line), to: &cells, state)
            }
        }
        // Somebody else who could take some, with time or without.
        let able = tables.model.layout.contactsOfLine[first]
        for _ in 0..<3 where !able.isEmpty {
            let contact = able[random.below(able.count)]
            let cell = Int(tables.contactCell[contact])
            if state.option[cell] >= 0, isHere(contact),
                tables.optionTeam[Int(state.option[cell])] == tables.contacts[contact].team,
                !cells.contains(cell)
            {
                cells.append(cell)
            }
        }
        random.bringForward(cells.count, of: &cells)
        for cell in cells.prefix(8) { state.dropContacts(cell) }
        for cell in cells.prefix(8) { fill(cell, &state) }
    }

    /// Adds who gives contacts of a line, in sessions of this side.
    private func addHolders(of line: Int, to cells: inout [Int], _ state: SearchState) {
        for contact in tables.model.layout.contactsOfLine[line]
        where state.count[contact] > 0 && isHere(contact) {
            let cell = Int(tables.contactCell[contact])
            if !cells.contains(cell) { cells.append(cell) }
        }
    }

    // MARK: Parts of moves

    /// Sends a cell where it saves most, and fills it; one that need not have a place stays off unless that pays,
    /// or it is sent whatever that costs.
    mutating func place(_ cell: Int, _ state: inout SearchState, whatever: Bool = false) {
        guard state.option[cell] < 0, mayDeploy(cell), state.mayDeploy(cell) else { return }
        var best = -1
        var bestPounds = tables.cells.isOptional[cell] && !whatever ? -1e-9 : Double.infinity
        for option in tables.optionStart[cell]..<tables.optionStart[cell + 1] {
            let pounds =
                state.deploymentPrice(option)
                - refill.plan(option, minutes: tables.cells.capacity[cell], in: state)
            if pounds < bestPounds { (best, bestPounds) = (option, pounds) }
        }
        guard best >= 0 else { return }
        state.deploy(best)
        fill(cell, &state)
    }

    /// Gives a deployed cell the best contacts for the minutes it has left.
    mutating func fill(_ cell: Int, _ state: inout SearchState) {
        guard state.option[cell] >= 0 else { return }
        _ = refill.plan(Int(state.option[cell]), minutes: state.left[cell], in: state)
        refill.apply(to: &state)
    }

    /// Gives some contacts of a column before anything else.
    private mutating func force(_ contact: Int, _ state: inout SearchState, _ random: inout SeededRandom) {
        guard tables.contacts[contact].kind != .doubleHandedParts else { return }
        let most = min(state.wanted(contact), state.fitting(contact))
        guard most > 0 else { return }
        state.give(contact, Int32(1 + random.below(most)))
        let key = Int(tables.contactKey[contact])
        if key >= 0, !state.supervise(key: key) { state.drop(contact, state.count[contact]) }
    }

    /// Fills the minutes that people of an option's team have left.
    private mutating func refillTeam(
        _ option: Int, except cell: Int, _ state: inout SearchState, _ random: inout SeededRandom
    ) {
        var others = teammates(of: cell, option, state)
        random.bringForward(3, of: &others)
        for other in others.prefix(3) { fill(other, &state) }
    }

    /// Tries others who are available for the team in the session.
    private mutating func bookInstead(
        _ option: Int, except cell: Int, _ state: inout SearchState, _ random: inout SeededRandom
    ) {
        let candidates = cellsOfPlace[state.teamPlace(option)]
        for _ in 0..<min(4, candidates.count) {
            let other = Int(candidates[random.below(candidates.count)])
            guard other != cell, state.option[other] < 0 else { continue }
            place(other, &state)
            clearBelowMinimum(Int(tables.cells.personDay[other]), &state)
        }
    }

    /// Cells other than `cell` that are deployed where the option would deploy.
    private func teammates(of cell: Int, _ option: Int, _ state: SearchState) -> [Int] {
        let team = tables.optionTeam[option]
        var others: [Int] = []
        for other in cellsOfPlace[state.teamPlace(option)] where Int(other) != cell {
            let chosen = state.option[Int(other)]
            if chosen >= 0, tables.optionTeam[Int(chosen)] == team { others.append(Int(other)) }
        }
        return others
    }

    private func option(_ cell: Int, team: Int32) -> Int? {
        (tables.optionStart[cell]..<tables.optionStart[cell + 1]).first { tables.optionTeam[$0] == team }
    }

    /// Whether a cell's deployment is this side's to change.
    private func mayDeploy(_ cell: Int) -> Bool {
        side.hasSession[Int(tables.cells.session[cell])]
            && (!tables.cells.isAvailable[cell] || side.mayBook[Int(tables.cells.person[cell])])
    }

    /// Whether a contact column is of a session on this side.
    private func isHere(_ contact: Int) -> Bool { side.hasSession[Int(tables.contacts[contact].session)] }

    /// A deployed cell whose contacts are this side's to change.
    private func someDeployed(_ state: SearchState, _ random: inout SeededRandom) -> Int? {
        for _ in 0..<12 {
            if let cell = someCell(&random), state.option[cell] >= 0 { return cell }
        }
        return nil
    }

    func clearBelowMinimum(_ personDay: Int, _ state: inout SearchState) {
        guard let first = cellsOfPersonDay[personDay].first, !state.meetsMinimum(Int(first)) else { return }
        for cell in cellsOfPersonDay[personDay] where tables.cells.isAvailable[Int(cell)] {
            state.dropCell(Int(cell))
        }
    }
}
