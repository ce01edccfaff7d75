// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What was planned beside what was worked, and beside what the week comes to if the rest of it goes as planned: sessions,
/// pounds, contacts, people whose care begins, and pounds for an hour of contact.
public struct ActualsComparison: Sendable {
    /// Sessions, pounds and contacts of one side.
    public struct Sum: Sendable, Equatable {
        /// Sessions worked.
        public var sessions = 0
        /// Pounds.
        public var cost = 0.0
        /// Contacts; nil: nobody says.
        public var contacts: Int? = 0
        /// Hours in contact; nil: nobody says.
        public var contactHours: Double? = 0
        /// People whose care begins; nil: nobody says.
        public var starts: Int? = 0

        /// Pounds for an hour of contact; nil where there is none, or nobody says.
        public var costPerContactHour: Double? {
            contactHours.flatMap { $0 > 0 ? cost / $0 : nil }
        }

        /// Two of them together; what nobody says of one, nobody says of both.
        static func + (first: Sum, second: Sum) -> Sum {
            func both<Value: Numeric>(_ one: Value?, _ other: Value?) -> Value? {
                one.flatMap { one in other.map { one + $0 } }
            }
            return Sum(
                sessions: first.sessions + second.sessions, cost: first.cost + second.cost,
                contacts: both(first.contacts, second.contacts),
                contactHours: both(first.contactHours, second.contactHours),
                starts: both(first.starts, second.starts))
        }
    }

    /// What became of one person's session.
    public enum Kind: String, Sendable, CaseIterable {
        /// It was worked as planned.
        case asPlanned = "as planned"
        /// It was worked in another team.
        case elsewhere = "in another team"
        /// It was worked there, and paid otherwise.
        case paidOtherwise = "paid otherwise"
        /// It was planned and not worked.
        case notWorked = "not worked"
        /// It was worked and not planned.
        case notPlanned = "not planned"
        /// It is planned, and not over.
        case toCome = "still to come"
    }

    /// A person's session on both sides.
    public struct Row: Sendable, Equatable {
        /// What was planned.
        public let planned: PlannedSession?
        /// What was worked.
        public let actual: ActualSession?
        /// What became of it.
        public let kind: Kind
        /// Pounds planned and paid; what nobody says was paid is taken as planned, and of what is to come nothing is paid.
        public let plannedCost, actualCost: Double
    }

    /// Every session of either side: the plan's order, then what was not planned in the order of the table.
    public let rows: [Row]
    /// How many sessions were paid what nobody says, and are taken to cost what was planned.
    public let taken: Int
    /// Up to when the week counts as worked.
    public let until: WorkedUntil
    /// How many rows are of later sessions, and left out.
    public let later: Int
    /// The pounds by which a session was paid otherwise.
    private static let leastPounds = 0.005
    let planned: [PlannedSession]
    /// What was worked up to then.
    let actual: [ActualSession]
    /// What of the plan is still to come.
    let toCome: [PlannedSession]
    /// Pounds of what was worked, in its order.
    let costs: [Double]
    let question: ActualsQuestion

    /// Joins what was worked to a plan.
    ///
    /// - Parameters:
    ///   - until: Up to when it was worked; else all of the week is over.
    ///   - question: What people are counted by.
    public init(
        planned: [PlannedSession], actual given: [ActualSession], until: WorkedUntil = .end,
        question: ActualsQuestion = ActualsQuestion()
    ) {
        let actual = given.filter { !until.toCome.contains($0.session) }
        (self.planned, self.actual, self.until) = (planned, actual, until)
        self.question = question
        later = given.count - actual.count
        toCome = planned.filter { until.toCome.contains($0.session) }
        let worked = Dictionary(actual.enumerated().map { ([$1.session, $1.staff], $0) }) { first, _ in first
        }
        let wanted = Dictionary(planned.map { ([$0.session, $0.staff], $0) }) { first, _ in first }
        let costs = actual.map { $0.cost ?? wanted[[$0.session, $0.staff]]?.cost ?? 0 }
        self.costs = costs
        taken = actual.count { $0.cost == nil }
        rows =
            planned.map { row in
                guard let place = worked[[row.session, row.staff]] else {
                    return Row(
                        planned: row, actual: nil,
                        kind: until.toCome.contains(row.session) ? .toCome : .notWorked,
                        plannedCost: row.cost, actualCost: 0)
                }
                return Row(
                    planned: row, actual: actual[place],
                    kind: Self.kind(row, actual[place], paid: costs[place]), plannedCost: row.cost,
                    actualCost: costs[place])
            }
            + zip(actual, costs).filter { wanted[[$0.0.session, $0.0.staff]] == nil }.map { one, cost in
                Row(planned: nil, actual: one, kind: .notPlanned, plannedCost: 0, actualCost: cost)
            }
    }

    private static func kind(_ planned: PlannedSession, _ worked: ActualSession, paid: Double) -> Kind {
        if worked.team != planned.team { return .elsewhere }
        let isAlike = worked.booking == planned.booking && abs(paid - planned.cost) < leastPounds
        return isAlike ? .asPlanned : .paidOtherwise
    }

    /// The teams of either side, in order of their names.
    public var teams: [String] { Set(planned.map(\.team) + actual.map(\.team)).sorted() }

    // MARK: Sums

    /// What was planned, in a team or in all.
    public func plannedSum(_ team: String? = nil) -> Sum { sum(of: planned, in: team.map { [$0] }) }

    /// What was worked, in a team or in all.
    public func actualSum(_ team: String? = nil) -> Sum { actualSum(in: team.map { [$0] }) }

    /// What was worked, with what is planned of the sessions after it, in a team or in all.
    public func forecastSum(_ team: String? = nil) -> Sum { forecastSum(in: team.map { [$0] }) }

    /// Of some teams; nil: of all.
    func plannedSum(in teams: Set<String>?) -> Sum { sum(of: planned, in: teams) }

    func forecastSum(in teams: Set<String>?) -> Sum {
        let rest = sum(of: toCome, in: teams)
        return rest.sessions == 0 ? actualSum(in: teams) : actualSum(in: teams) + rest
    }

    /// Whether nothing of the plan is to come in some teams.
    func isOver(in teams: Set<String>?) -> Bool { sum(of: toCome, in: teams).sessions == 0 }

    private func sum(of sessions: [PlannedSession], in teams: Set<String>?) -> Sum {
        var sum = Sum()
        if question.startsBy.isEmpty { sum.starts = nil }
        for row in sessions where teams?.contains(row.team) ?? true {
            sum.sessions += 1
            sum.cost += row.cost
            sum.contacts = sum.contacts.map { $0 + row.contacts }
            sum.contactHours = sum.contactHours.map { $0 + row.contactHours }
            sum.starts = sum.starts.map { $0 + question.starts(in: row) }
        }
        return sum
    }

    /// Team by team, so that what nobody says of one, nobody says of all.
    func actualSum(in teams: Set<String>?) -> Sum {
        let all = teams?.sorted() ?? self.teams
        let sums = all.map { actualSum(ofTeam: $0) }.filter { $0.sessions > 0 }
        guard let first = sums.first else { return actualSum(ofTeam: nil) }
        return sums.dropFirst().reduce(first, +)
    }

    /// Of one team; nil: of none.
    private func actualSum(ofTeam team: String?) -> Sum {
        let worked = zip(actual, costs).filter { $0.0.team == team }
        let hasContacts = worked.isEmpty || worked.contains { $0.0.contacts != nil }
        var sum = Sum()
        if !hasContacts { sum.contacts = nil }
        if !hasContacts, !worked.contains(where: { $0.0.contactHours != nil }) { sum.contactHours = nil }
        let hasStarts =
            worked.isEmpty ? !question.startsBy.isEmpty : worked.contains { $0.0.starts != nil }
        if !hasStarts { sum.starts = nil }
        for (row, cost) in worked {
            sum.sessions += 1
            sum.cost += cost
            sum.contacts = sum.contacts.map { $0 + (row.contacts ?? 0) }
            let hours = row.contactHours ?? Double(row.contacts ?? 0) * hoursPerContact(row.team)
            sum.contactHours = sum.contactHours.map { $0 + hours }
            sum.starts = sum.starts.map { $0 + (row.starts ?? 0) }
        }
        return sum
    }

    /// Hours in contact for each contact of a team in the plan; of all teams where it has none.
    private func hoursPerContact(_ team: String) -> Double {
        for sum in [plannedSum(team), plannedSum()] {
            if let contacts = sum.contacts, let hours = sum.contactHours, contacts > 0 {
                return hours / Double(contacts)
            }
        }
        return 0
    }
}
