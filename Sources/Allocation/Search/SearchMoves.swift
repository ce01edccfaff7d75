// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Moves of the search: each takes some people's work away and gives it out again, person by person, exactly.
struct SearchMoves: Sendable {
    let tables: SearchTables
    let instance: Instance
    private var refill: Refill
    /// People with a choice to make in some session, and their sessions.
    let people: [Int]
    private let cellsOfPersonDay: [[Int32]]
    /// Cells that may be deployed to a team in a session (`team * sessionCount + session`).
    private let cellsOfPlace: [[Int32]]
    private var buffer: [Int] = []
    /// What the moves keep near to; nil: the whole week.
    var focus: Focus?

    /// Moves of which the fills are shaken, in a hundred, and by how much.
    static let shakenShare = 80
    static let noise = 0.8

    init(_ tables: SearchTables, seed: UInt64) {
        self.tables = tables
        refill = Refill(seed: seed)
        let instance = tables.model.instance
        self.instance = instance
        var cellsOfPersonDay = [[Int32]](repeating: [], count: instance.staffCount * instance.dayCount)
        var people: [Int] = []
        for s in 0..<instance.staffCount {
            for t in 0..<instance.sessionCount
            where !instance.eligibleTeams[s * instance.sessionCount + t].isEmpty {
                cellsOfPersonDay[s * instance.dayCount + instance.calendar.dayOfSession[t]]
                    .append(Int32(s * instance.sessionCount + t))
                if people.last != s { people.append(s) }
            }
        }
        self.cellsOfPersonDay = cellsOfPersonDay
        self.people = people
        var cellsOfPlace = [[Int32]](repeating: [], count: instance.teamCount * instance.sessionCount)
        for (option, cell) in tables.optionCell.enumerated() {
            let place =
                Int(tables.optionTeam[option]) * instance.sessionCount + Int(cell) % instance.sessionCount
            cellsOfPlace[place].append(cell)
        }
        self.cellsOfPlace = cellsOfPlace
    }

    /// Whether nobody has anything to decide.
    var isEmpty: Bool { people.isEmpty }

    /// A first plan: everyone on duty where they save most, then whoever is worth booking.
    mutating func construct(_ state: inout SearchState) {
        // Registered people first: what they are there for nobody else can do, and others work under them.
        let order = people.filter { instance.isRegistered[$0] } + people.filter { !instance.isRegistered[$0] }
        for duty in [RotaMark.Duty.rostered, .available] {
            for t in 0..<instance.sessionCount {
                for s in order {
                    let cell = s * instance.sessionCount + t
                    guard instance.duty[cell] == duty, !instance.eligibleTeams[cell].isEmpty
                    else { continue }
                    place(cell, &state)
                }
            }
        }
        for s in people {
            for day in 0..<instance.dayCount { clearBelowMinimum(s, day, &state) }
        }
        state.keep()
    }

    /// Changes the state by one random move; the caller keeps it or takes it back.
    mutating func move(_ state: inout SearchState, _ random: inout SplitMix64) {
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
    private mutating func day(_ state: inout SearchState, _ random: inout SplitMix64) {
        let (s, day) = somePersonDay(&random)
        rebuild(person: s, day: day, &state, &random)
    }

    private mutating func rebuild(
        person s: Int, day: Int, _ state: inout SearchState, _ random: inout SplitMix64
    ) {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: cellsOfPersonDay[s * instance.dayCount + day].map { Int($0) })
        for cell in buffer { state.dropCell(cell) }
        if buffer.count > 1, random.below(2) == 0 { buffer.reverse() }
        for cell in buffer { place(cell, &state) }
        clearBelowMinimum(s, day, &state)
    }

    /// Some people of a team in a session: their contacts anew, some of them in other teams.
    private mutating func team(_ state: inout SearchState, _ random: inout SplitMix64) {
        guard let cell = someDeployed(state, &random) else { return }
        let option = Int(state.option[cell])
        var others = teammates(of: cell, option, state)
        let size = 1 + random.below(4)
        random.bringForward(size, of: &others)
        let chosen = [cell] + others.prefix(size)
        let moves = random.below(4) == 0
        for cell in chosen {
            if moves { state.dropCell(cell) } else { state.dropContacts(cell) }
        }
        for cell in chosen {
            if moves { place(cell, &state) } else { fill(cell, &state) }
        }
        if moves {
            for cell in chosen { clearBelowMinimum(state.person(cell), state.day(cell), &state) }
        }
    }

    /// Somebody who could take contacts that go unmet is sent there, and those they leave make up for it.
    private mutating func unmet(_ state: inout SearchState, _ random: inout SplitMix64) {
        var i = -1
        for _ in 0..<8 where i < 0 {
            let line = someLine(state, &random)
            if line < state.unmet.count, state.unmet[line] > 0 { i = line }
        }
        guard i >= 0 else { return day(&state, &random) }
        let able = tables.model.layout.contactsOfLine[i]
        guard !able.isEmpty else { return day(&state, &random) }
        let contact = able[random.below(able.count)]
        let cell = Int(tables.contactCell[contact])
        guard let option = self.option(cell, team: tables.contacts[contact].team) else { return }
        let before = state.option[cell]
        state.dropCell(cell)
        guard state.mayDeploy(cell) else { return }
        state.deploy(option)
        force(contact, &state, &random)
        fill(cell, &state)
        if before >= 0 { refillTeam(Int(before), except: cell, &state, &random) }
        clearBelowMinimum(state.person(cell), state.day(cell), &state)
    }

    /// A booked session is given up, and its team makes up for it.
    private mutating func close(_ state: inout SearchState, _ random: inout SplitMix64) {
        for _ in 0..<6 {
            guard let cell = someDeployed(state, &random) else { return }
            guard instance.duty[cell] == .available else { continue }
            let option = Int(state.option[cell])
            state.dropCell(cell)
            if random.below(2) == 0 { refillTeam(option, except: cell, &state, &random) }
            bookInstead(option, except: cell, &state, &random)
            clearBelowMinimum(state.person(cell), state.day(cell), &state)
            return
        }
        day(&state, &random)
    }

    /// A line's contacts, wherever in its window they are, are given out anew, with the work of those who had them.
    private mutating func line(_ state: inout SearchState, _ random: inout SplitMix64) {
        let first = someLine(state, &random)
        guard first < state.unmet.count, instance.lines[first].contacts > 0 else { return }
        var cells: [Int] = []
        for contact in tables.model.layout.contactsOfLine[first] where state.count[contact] > 0 {
            let cell = Int(tables.contactCell[contact])
            if !cells.contains(cell) { cells.append(cell) }
        }
        // Somebody else who could take some, with time or without.
        let able = tables.model.layout.contactsOfLine[first]
        for _ in 0..<3 where !able.isEmpty {
            let contact = able[random.below(able.count)]
            let cell = Int(tables.contactCell[contact])
            if state.option[cell] >= 0,
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

    // MARK: Parts of moves

    /// Sends a cell where it saves most, and fills it; one that is only available stays off unless that pays.
    mutating func place(_ cell: Int, _ state: inout SearchState) {
        guard state.option[cell] < 0, state.mayDeploy(cell) else { return }
        var best = -1
        var bestPounds = instance.duty[cell] == .available ? -1e-9 : Double.infinity
        for option in tables.optionStart[cell]..<tables.optionStart[cell + 1] {
            let pounds =
                state.deploymentPrice(option)
                - refill.plan(option, minutes: instance.capacity[cell], in: state)
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
    private mutating func force(_ contact: Int, _ state: inout SearchState, _ random: inout SplitMix64) {
        guard tables.contacts[contact].kind != .doubleHandedParts else { return }
        let most = min(state.wanted(contact), state.fitting(contact))
        guard most > 0 else { return }
        state.give(contact, Int32(1 + random.below(most)))
        let key = Int(tables.contactKey[contact])
        if key >= 0, !state.supervise(key: key) { state.drop(contact, state.count[contact]) }
    }

    /// Fills the minutes that people of an option's team have left.
    private mutating func refillTeam(
        _ option: Int, except cell: Int, _ state: inout SearchState, _ random: inout SplitMix64
    ) {
        var others = teammates(of: cell, option, state)
        random.bringForward(3, of: &others)
        for other in others.prefix(3) { fill(other, &state) }
    }

    /// Tries others who are available for the team in the session.
    private mutating func bookInstead(
        _ option: Int, except cell: Int, _ state: inout SearchState, _ random: inout SplitMix64
    ) {
        let candidates = cellsOfPlace[state.teamPlace(option)]
        for _ in 0..<min(4, candidates.count) {
            let other = Int(candidates[random.below(candidates.count)])
            guard other != cell, state.option[other] < 0 else { continue }
            place(other, &state)
            clearBelowMinimum(state.person(other), state.day(other), &state)
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

    private func someDeployed(_ state: SearchState, _ random: inout SplitMix64) -> Int? {
        for _ in 0..<12 {
            let cell = someCell(&random)
            if state.option[cell] >= 0 { return cell }
        }
        return nil
    }

    func clearBelowMinimum(_ s: Int, _ day: Int, _ state: inout SearchState) {
        guard !state.meetsMinimum(person: s, day: day) else { return }
        for cell in cellsOfPersonDay[s * instance.dayCount + day] where instance.duty[Int(cell)] == .available
        {
            state.dropCell(Int(cell))
        }
    }
}
