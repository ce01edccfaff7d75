// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom

/// What moves are made of.
extension SearchMoves {
    /// Sends a cell where it saves most, and fills it; one that need not have a place stays off unless that pays,
    /// or it is sent whatever that costs.
    mutating func place(_ cell: Int, _ state: inout SearchState, whatever: Bool = false) {
        guard state.option[cell] < 0, mayDeploy(cell), state.mayDeploy(cell) else { return }
        var best = -1
        var bestPounds = tables.cells.isOptional[cell] && !whatever ? -1e-9 : Double.infinity
        for option in tables.options.start[cell]..<tables.options.start[cell + 1] {
            let pounds =
                state.deploymentPrice(option)
                - knapsack.plan(option, minutes: tables.cells.capacity[cell], in: state)
            if pounds < bestPounds { (best, bestPounds) = (option, pounds) }
        }
        guard best >= 0 else { return }
        state.deploy(best)
        fill(cell, &state)
    }

    /// Takes cells off their teams and places them anew, one after the other.
    mutating func placeAnew(_ cells: [Int], _ state: inout SearchState) {
        for cell in cells { state.dropCell(cell) }
        for cell in cells { place(cell, &state) }
        for cell in cells { clearBelowMinimum(Int(tables.cells.personDay[cell]), &state) }
    }

    /// Gives a deployed cell the best contacts for the minutes it has left.
    mutating func fill(_ cell: Int, _ state: inout SearchState) {
        guard state.option[cell] >= 0 else { return }
        _ = knapsack.plan(Int(state.option[cell]), minutes: state.left[cell], in: state)
        knapsack.apply(to: &state)
    }

    /// Gives some contacts of a column before anything else.
    mutating func force(_ contact: Int, _ state: inout SearchState, _ random: inout SeededRandom) {
        guard tables.contacts.column[contact].kind != .doubleHandedParts else { return }
        let most = min(state.wanted(contact), state.fitting(contact))
        guard most > 0 else { return }
        state.give(contact, Int32(1 + random.below(most)))
        let key = Int(tables.keys.ofContact[contact])
        if key >= 0, !state.supervise(key: key) { state.drop(contact, state.count[contact]) }
    }

    /// Fills the minutes that people of an option's team have left.
    mutating func repairTeam(
        _ option: Int, except cell: Int, _ state: inout SearchState, _ random: inout SeededRandom
    ) {
        var others = teammates(of: cell, option, state)
        random.bringForward(3, of: &others)
        for other in others.prefix(3) { fill(other, &state) }
    }

    /// Tries others who are available for the team in the session.
    mutating func bookInstead(
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
    func teammates(of cell: Int, _ option: Int, _ state: SearchState) -> [Int] {
        let team = tables.options.team[option]
        var others: [Int] = []
        for other in cellsOfPlace[state.teamPlace(option)] where Int(other) != cell {
            let chosen = state.option[Int(other)]
            if chosen >= 0, tables.options.team[Int(chosen)] == team { others.append(Int(other)) }
        }
        return others
    }

    func option(_ cell: Int, team: Int32) -> Int? {
        (tables.options.start[cell]..<tables.options.start[cell + 1]).first {
            tables.options.team[$0] == team
        }
    }

    /// Whether a cell's deployment is this part's to change.
    func mayDeploy(_ cell: Int) -> Bool {
        subproblem.hasSession[Int(tables.cells.session[cell])]
            && (!tables.cells.isAvailable[cell] || subproblem.mayBook[Int(tables.cells.person[cell])])
    }

    /// Whether a contact column is of a session on this part.
    func isHere(_ contact: Int) -> Bool {
        subproblem.hasSession[Int(tables.contacts.column[contact].session)]
    }

    /// Whether a contact column is this part's to change, and its person in the line's team.
    func isThere(_ contact: Int, _ state: SearchState) -> Bool {
        let option = state.option[Int(tables.contacts.cell[contact])]
        return option >= 0 && isHere(contact)
            && tables.options.team[Int(option)] == tables.contacts.column[contact].team
    }

    /// A deployed cell whose contacts are this part's to change.
    func someDeployed(_ state: SearchState, _ random: inout SeededRandom) -> Int? {
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

    /// Adds who gives contacts of a line, in sessions of this part.
    func addHolders(of line: Int, to cells: inout [Int], _ state: SearchState) {
        for contact in tables.model.layout.contactsOfLine[line]
        where state.count[contact] > 0 && isHere(contact) {
            let cell = Int(tables.contacts.cell[contact])
            if !cells.contains(cell) { cells.append(cell) }
        }
    }
}
