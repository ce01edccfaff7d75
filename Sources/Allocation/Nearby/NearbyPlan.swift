// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// A plan taken over into a week, to be changed near to some people or lines. It keeps every rule at all times.
///
/// People, sessions, teams and lines are indices in the week's lists.
public struct NearbyPlan: Sendable {
    var state: SearchState
    var moves: SearchMoves
    var seed: UInt64
    /// Whether everything of the plan taken over fits the week.
    public let isWhole: Bool
    let isStopped: @Sendable () -> Bool

    init(
        _ state: SearchState, _ moves: SearchMoves, seed: UInt64, isWhole: Bool,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        self.state = state
        self.moves = moves
        self.seed = seed
        self.isWhole = isWhole
        self.isStopped = isStopped
    }

    var tables: SearchTables { state.tables }
    /// The week it keeps the rules of, in numbers.
    public var instance: Instance { state.instance }
    /// Whether its week's model has the rows of the rules, so that something can be proved of it.
    public var hasRules: Bool { tables.model.hasRules }

    // MARK: What it is

    /// Pounds of the plan.
    public var objective: Double { state.price }

    /// Contacts of each line not met.
    public var unmet: [Int] { state.unmet.map(Int.init) }

    /// Contacts of a line not met.
    public func unmet(ofLine line: Int) -> Int { Int(state.unmet[line]) }

    /// Where a person is sent in a session, or was in one that is over; nil: nowhere.
    public func place(ofPerson person: Int, session: Int) -> Int? {
        instance.past.isOver(session)
            ? instance.past.team(person: person, session: session)
            : team(ofPerson: person, session: session)
    }

    /// The team a person is sent to in a session still to come; nil: none.
    public func team(ofPerson person: Int, session: Int) -> Int? {
        let option = Int(state.option[cell(person, session)])
        return option < 0 ? nil : Int(tables.options.team[option])
    }

    /// The team that somebody is sent to in a session by another of their rows of the roster; nil: by none.
    public func teamOfOtherRow(person: Int, session: Int) -> Int? {
        instance.index.humans.teamOfOtherRow(than: person) { team(ofPerson: $0, session: session) }
    }

    /// Minutes a person spends on contacts in a session: with record, travel and extra.
    public func workMinutes(ofPerson person: Int, session: Int) -> Int {
        sum(cell(person, session)) { Int(tables.contacts.column[$0].minutes) }
    }

    /// Minutes a person spends on contacts in the horizon.
    public func workMinutes(ofPerson person: Int) -> Int {
        (0..<instance.sessionCount).reduce(0) { $0 + workMinutes(ofPerson: person, session: $1) }
    }

    /// Minutes a person is in direct contact in a session.
    public func contactMinutes(ofPerson person: Int, session: Int) -> Int {
        sum(cell(person, session)) { contact in
            instance.activities[instance.lines[Int(tables.contacts.column[contact].line)].activity].minutes
        }
    }

    /// Contacts of a line by each route that a person takes part in, in a session where they are.
    public func contacts(ofPerson person: Int, session: Int) -> [(
        line: Int, kind: ColumnOrigin.Kind, count: Int
    )] {
        let option = Int(state.option[cell(person, session)])
        guard option >= 0 else { return [] }
        return tables.options.contacts[option].filter { state.count[$0] > 0 }.map { contact in
            (
                Int(tables.contacts.column[contact].line), tables.contacts.column[contact].kind,
                Int(state.count[contact])
            )
        }
    }

    /// A part that a person has in contacts of a line in a session.
    public struct Part: Sendable, Equatable {
        /// Who.
        public let person: Int
        /// When.
        public let session: Int
        /// By which route, or as one of a pair.
        public let kind: ColumnOrigin.Kind
        /// In how many contacts.
        public let count: Int
    }

    /// Who gives contacts of a line, in order of session and person.
    public func parts(ofLine line: Int) -> [Part] {
        tables.model.layout.contactsOfLine[line].filter { state.count[$0] > 0 }.map { index in
            let contact = tables.contacts.column[index]
            return Part(
                person: Int(contact.person), session: Int(contact.session), kind: contact.kind,
                count: Int(state.count[index]))
        }
    }

    /// Contacts of a two-handed line that are given by one worker.
    public func singleHanded(ofLine line: Int) -> Int {
        parts(ofLine: line).reduce(0) { $0 + ($1.kind == .singleHandedContacts ? $1.count : 0) }
    }

    /// Contacts of a line given by two workers though found suitable for one.
    public func avoidable(ofLine line: Int) -> Int {
        max(0, Int(state.double[line]) - instance.lines[line].doubleHandedNeeded)
    }

    /// Minutes in which registered people are in direct contact.
    public var registeredContactMinutes: Int {
        var minutes = 0
        for (index, contact) in tables.contacts.column.enumerated()
        where state.count[index] > 0 && instance.isRegistered[Int(contact.person)] {
            let activity = instance.activities[instance.lines[Int(contact.line)].activity]
            minutes += Int(state.count[index]) * activity.contactMinutes(by: contact.kind.route)
        }
        return minutes
    }

    /// Minutes a person who is deployed has left in a session for contacts or supervision; 0 where not deployed.
    public func minutesLeft(ofPerson person: Int, session: Int) -> Double {
        state.left[cell(person, session)]
    }

    /// Heads below the minimums of all teams, in all sessions.
    public var missingHeads: Int {
        instance.minimums.indices.reduce(0) { $0 + missingHeads(ofMinimum: $1) }
    }

    /// Heads below one of the instance's minimums.
    public func missingHeads(ofMinimum minimum: Int) -> Int {
        instance.minimums[minimum].missing(Int(state.heads[minimum]))
    }

    /// The plan's deployments, contacts and supervision alone, to be taken over into another week.
    public var rows: PlanRows { PlanMaker(tables.model, trimming: state.values).rows }

    /// The same plan, to be improved with other random numbers.
    public func seeded(_ seed: UInt64) -> NearbyPlan {
        var plan = self
        plan.seed = seed
        return plan
    }

    func cell(_ person: Int, _ session: Int) -> Int { instance.cell(person, session) }

    private func sum(_ cell: Int, _ minutes: (Int) -> Int) -> Int {
        let option = Int(state.option[cell])
        guard option >= 0 else { return 0 }
        return tables.options.contacts[option].reduce(0) { $0 + Int(state.count[$1]) * minutes($1) }
    }
}
