// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What keeps a person from giving one more contact of a line in a session, with the rest of the plan as it stands.
public enum Obstacle: Sendable, Equatable {
    /// No route to the activity is open to the person that day.
    case noRoute
    /// An AHP lead's decision keeps the person from a route that would be open to them.
    case refused(DelegationDecision)
    /// The person may not be sent there, whatever the plan.
    case barrier(Barrier)
    /// A session is too short for the contact at the person's pace.
    case tooShort
    /// The plan has booked the person for sessions beside which this one would break a rule on working time.
    case workingTime
    /// The booking would break the cap on bank or agency pay.
    case cap
    /// The plan sends the person to another team in that session.
    case elsewhere(team: Int)
    /// The person could be booked for the session; the plan does not.
    case notBooked
    /// The person is on duty, and the plan has them in no team.
    case noPlace
    /// The person is there, but has too few minutes left.
    case full(minutesLeft: Double)
    /// The person is there with the minutes, but nobody is who could be the second, or lead.
    case noPair
    /// The person is there with the minutes, but would have to be accompanied, and nobody registered is in the group.
    case unaccompanied
    /// The person is there with the minutes, but nobody is who may supervise it.
    case unsupervised
    /// The person is there with the minutes, but supervision or its span does not stretch to it.
    case supervision
    /// Nothing: the contact could be given.
    case nothing

    /// How near the person is to giving the contact; the higher, the nearer.
    public var rank: Int {
        switch self {
        case .noRoute: 0
        case .refused: 1
        case .barrier: 2
        case .tooShort: 3
        case .workingTime: 4
        case .cap: 5
        case .full: 6
        case .elsewhere: 7
        case .notBooked: 8
        case .noPlace: 9
        case .noPair: 10
        case .unaccompanied: 11
        case .unsupervised: 12
        case .supervision: 13
        case .nothing: 14
        }
    }
}

extension NearbyPlan {
    /// The first thing that keeps a person from giving one more contact of a line in a session.
    public func obstacle(person: PersonIndex, session: SessionIndex, line index: LineIndex) -> Obstacle {
        let (s, t, i) = (person.value, session.value, index.value)
        let line = instance.lines[i]
        guard instance.standing(person: s, session: t, line: i).takesPart else {
            let refusal = instance.refusal(person: person, session: session, line: index)
            return refusal.map(Obstacle.refused) ?? .noRoute
        }
        if let first = instance.barriers(person: person, session: session, team: TeamIndex(line.team)).first {
            return .barrier(first)
        }
        let cell = cell(s, t)
        let columns = columns(cell, line: i)
        guard !columns.isEmpty else { return .tooShort }
        let option = Int(state.option[cell])
        if option < 0 {
            if let team = teamOfOtherRow(person: s, session: t) { return .elsewhere(team: team) }
            if !tables.cells.isAvailable[cell] { return .noPlace }
            if !state.isWithinCap(cell) { return .cap }
            return state.mayDeploy(cell) ? .notBooked : .workingTime
        }
        let team = Int(tables.options.team[option])
        guard team == line.team else { return .elsewhere(team: team) }
        let fitting = columns.filter { state.fitting($0) > 0 }
        guard !fitting.isEmpty else { return .full(minutesLeft: state.left[cell]) }
        if fitting.contains(where: isGivable) { return .nothing }
        if fitting.allSatisfy(state.isUnaccompanied) { return .unaccompanied }
        if line.hands == 2 { return .noPair }
        return fitting.allSatisfy(state.isUnsupervised) ? .unsupervised : .supervision
    }

    /// Sends a person to a line's team in a session to give as many of its contacts as go unmet and fit, whatever
    /// that costs; those who are deployed take over what the person leaves, as far as they can.
    ///
    /// - Returns: Contacts of the line met besides; nil where the person may not be sent there. May be negative.
    public mutating func serve(person: PersonIndex, session: SessionIndex, line: LineIndex) -> Int? {
        let (person, session, i) = (person.value, session.value, line.value)
        let before = Int(state.unmet[i])
        let cell = cell(person, session)
        let lost = state.unmet
        let team = instance.lines[i].team
        if self.team(ofPerson: person, session: session) == team {
            state.dropContacts(cell)
        } else {
            guard moveOnly(person: person, session: session, team: team) else { return nil }
        }
        for column in columns(cell, line: i).sorted(by: { isSingle($0) && !isSingle($1) }) {
            let most = min(Int(state.unmet[i]), state.fitting(column))
            if most > 0 { moves.knapsack.give(column, most, &state) }
        }
        moves.refit([cell], emptying: false, noise: 0, &state)
        guard meetBookingMinimum(cell) else { return nil }
        takeOver(linesSince: lost, except: cell)
        return before - Int(state.unmet[i])
    }

    private func isSingle(_ column: Int) -> Bool {
        tables.contacts.column[column].kind == .singleHandedContacts
    }

    /// The columns by which a cell may give contacts of a line.
    private func columns(_ cell: Int, line: Int) -> [Int] {
        tables.model.layout.contactsOfCell[cell].filter { Int(tables.contacts.column[$0].line) == line }
    }

    /// Whether one more contact could be given by a column now: alone, or with somebody who is there.
    private func isGivable(_ column: Int) -> Bool {
        let contact = tables.contacts.column[column]
        guard contact.kind == .doubleHandedParts else { return state.wanted(column) > 0 }
        return tables.contacts.partsOfSlot[Int(tables.contacts.slot[column])].contains {
            SessionKnapsack.isPartner($0, column, contact.team, state) && state.fitting(Int($0)) > 0
        }
    }
}
