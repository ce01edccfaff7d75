// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Takes over what is still possible of a plan, and notes where something is lost: people gone, other windows,
/// pins, absences, fewer contacts. Whoever has to have a place and has none afterwards is placed where they save most.
///
/// A plan that keeps the rules of the week is taken over whole, at its own price.
struct PlanMending: Sendable {
    private let tables: SearchTables
    private let start: StartingPlan
    private(set) var state: SearchState
    /// Rows of deployments, and contacts, taken over.
    private(set) var deploymentsTaken = 0
    private(set) var contactsTaken = 0
    /// Teams and sessions (`team * sessionCount + session`), and lines, at which the plan changes.
    private var places = Set<Int>()
    private var lines = Set<Int>()

    init(_ start: StartingPlan, _ tables: SearchTables, _ moves: inout SearchMoves) {
        self.tables = tables
        self.start = start
        state = SearchState(tables)
        for duty in [RotaMark.Duty.rostered, .available] { deploy(duty) }
        for s in 0..<instance.staffCount {
            for day in 0..<instance.dayCount {
                moves.clearBelowMinimum(instance.personDay(s, day), &state)
            }
        }
        noteMissing()
        deploymentsTaken = state.option.count { $0 >= 0 }
        for row in start.supervision {
            let minutes = min(state.offer(row.column), row.minutes)
            if minutes > 0 { state.supervise(row.column, minutes) }
        }
        for row in start.contacts { take(row) }
        for key in tables.keys.minutes.indices { state.trim(key: key) }
        if let before = start.unmet {
            lines = Set(before.indices.filter { Int(state.unmet[$0]) > before[$0] })
        }
        placeOnDuty(&moves)
        state.keep()
    }

    /// Where the plan changes, with the people and lines next to it; nil where it said nothing of contacts, and so
    /// changes everywhere.
    var focus: Focus? {
        start.unmet == nil ? nil : Focus(places: places, lines: lines, in: state)
    }

    private var instance: Instance { state.instance }

    /// Deploys who has that duty where the plan sends them, if they still may go there.
    private mutating func deploy(_ duty: RotaMark.Duty) {
        for (cell, team) in start.team.enumerated() where instance.duty[cell] == duty {
            guard let team, let option = option(cell, team), state.mayDeploy(cell) else { continue }
            state.deploy(option)
        }
    }

    /// Notes where somebody is missing whom the plan had sent there.
    private mutating func noteMissing() {
        for (cell, team) in start.team.enumerated() where state.option[cell] < 0 {
            if let team { places.insert(instance.place(team, state.session(cell))) }
        }
    }

    private func option(_ cell: Int, _ team: Int) -> Int? {
        (tables.options.start[cell]..<tables.options.start[cell + 1]).first {
            Int(tables.options.team[$0]) == team
        }
    }

    // MARK: Contacts

    private mutating func take(_ row: StartingPlan.Contacts) {
        let cell = instance.cell(row.person, row.session)
        let taken =
            row.partner.map { takePair(row, with: instance.cell($0, row.session)) }
            ?? contact(row.line, cell, like: row.kind).map { state.takeOn($0, atMost: row.count) } ?? 0
        contactsTaken += taken
        guard taken < row.count else { return }
        for cell in [cell] + (row.partner.map { [instance.cell($0, row.session)] } ?? [])
        where state.option[cell] >= 0 {
            places.insert(state.teamPlace(Int(state.option[cell])))
        }
    }

    private mutating func takePair(_ row: StartingPlan.Contacts, with other: Int) -> Int {
        let cell = instance.cell(row.person, row.session)
        guard cell != other, let one = contact(row.line, cell, like: row.kind),
            let second = contact(row.line, other, like: row.kind),
            tables.contacts.leads[one] || tables.contacts.leads[second], state.mayPair(one, second)
        else { return 0 }
        let number = min(
            row.count, Int(state.unmet[row.line]), state.fitting(one), state.fitting(second))
        guard number > 0 else { return 0 }
        state.pair(Int32(one), Int32(second), Int32(number))
        return number
    }

    /// The column by which somebody gives contacts of a line where they are, by the same route if it is still
    /// open to them.
    private func contact(_ line: Int, _ cell: Int, like kind: ColumnOrigin.Kind) -> Int? {
        guard state.option[cell] >= 0 else { return nil }
        let open = tables.options.contacts[Int(state.option[cell])].filter {
            Int(tables.contacts.column[$0].line) == line
        }
        let isPair = kind == .doubleHandedParts
        return open.first { tables.contacts.column[$0].kind == kind }
            ?? open.first { !isPair && tables.contacts.column[$0].kind != .doubleHandedParts }
    }

    // MARK: People without a place

    private mutating func placeOnDuty(_ moves: inout SearchMoves) {
        let unplaced = state.option.indices.filter {
            state.option[$0] < 0 && instance.isPlaceOwed[$0]
        }
        // Registered people first: others work under them.
        for cell in unplaced.filter({ state.isRegistered($0) }) + unplaced.filter({ !state.isRegistered($0) })
        {
            moves.place(cell, &state)
            if state.option[cell] >= 0 { places.insert(state.teamPlace(Int(state.option[cell]))) }
        }
    }
}
