// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Workforce

/// A figure of a run, as it was when it was done.
public struct LedgerFigure: Sendable, Equatable {
    /// The figure and its value: of replicates the scenario's own.
    public let figure: CostAndCareFigure
    /// Between which values it lies in the replicates; nil where there is none.
    public let range: ClosedRange<Double>?

    /// A figure.
    public init(_ figure: CostAndCareFigure, range: ClosedRange<Double>? = nil) {
        (self.figure, self.range) = (figure, range)
    }
}

/// A session that a plan has somebody work, with what it costs and what is given in it.
public struct PlannedSession: Sendable, Equatable, Codable {
    /// When, as files name it: `2026-11-23 am`.
    public let session: String
    /// Who.
    public let staff: String
    /// Where.
    public let team: String
    /// What it is paid as.
    public let booking: Booking
    /// Pounds: of a booking what it costs, of a rostered session its pay.
    public let cost: Double
    /// Contacts that the person leads.
    public let contacts: Int
    /// Hours in contact with people supported.
    public let contactHours: Double
    /// The contacts by what they are, in order of the activities' names; nil: ledgers of before say nothing of it.
    public let activities: [ContactsOfActivity]?

    /// A session.
    public init(
        session: String, staff: String, team: String, booking: Booking, cost: Double, contacts: Int,
        contactHours: Double, activities: [ContactsOfActivity]? = nil
    ) {
        (self.session, self.staff, self.team, self.booking) = (session, staff, team, booking)
        (self.cost, self.contacts, self.contactHours) = (cost, contacts, contactHours)
        self.activities = activities
    }
}

/// Contacts of one activity that a person leads in a session.
public struct ContactsOfActivity: Sendable, Equatable, Codable {
    /// The activity.
    public let activity: String
    /// How many.
    public let contacts: Int

    /// Contacts.
    public init(_ activity: String, _ contacts: Int) {
        (self.activity, self.contacts) = (activity, contacts)
    }
}

extension PlannedSession {
    /// The sessions of a plan, in its order.
    public static func all(of plan: Plan, in week: Week) -> [PlannedSession] {
        struct Cell: Hashable {
            let staff: String
            let session: Int
        }
        let people = Dictionary(week.staff.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let booked = Dictionary(plan.bookings.map { (Cell(staff: $0.staff, session: $0.session), $0.cost) }) {
            $0 + $1
        }
        let led = Dictionary(grouping: plan.contacts) { Cell(staff: $0.staff, session: $0.session) }
        return plan.deployments.compactMap { row in
            guard week.sessions.indices.contains(row.session) else { return nil }
            let (session, cell) = (week.sessions[row.session], Cell(staff: row.staff, session: row.session))
            // As in the figures, whoever counts as no head is paid nothing.
            let pay = people[row.staff].map { person in
                let member = week.staff[person]
                return row.booking == .rostered && member.employment.countsAsHead
                    ? week.policy.pay(
                        of: member, in: session,
                        minutes: week.paidMinutes(person: person, session: row.session)) : 0
            }
            let contacts = led[cell] ?? []
            return PlannedSession(
                session: session.id, staff: row.staff, team: row.team, booking: row.booking,
                cost: (pay ?? 0) + (booked[cell] ?? 0), contacts: contacts.reduce(0) { $0 + $1.contacts },
                contactHours: Double(row.contactMinutes) / 60, activities: byActivity(contacts))
        }
    }

    private static func byActivity(_ rows: [ContactRow]) -> [ContactsOfActivity] {
        Dictionary(rows.map { ($0.activity, $0.contacts) }, uniquingKeysWith: +)
            .sorted { $0.key < $1.key }.map { ContactsOfActivity($0.key, $0.value) }
    }
}

/// The names that a week has, for what is joined to its plan later.
public struct WeekNames: Sendable, Equatable, Codable {
    /// Its sessions, in order: `2026-11-23 am`.
    public let sessions: [String]
    /// Its people.
    public let staff: [String]
    /// Its teams.
    public let teams: [String]
    /// The pathway of each team, in their order; nil: ledgers of before say nothing of it.
    public let pathways: [String]?
    /// The activities of its framework; nil: as with pathways.
    public let activities: [String]?

    /// Names.
    public init(
        sessions: [String], staff: [String], teams: [String], pathways: [String]? = nil,
        activities: [String]? = nil
    ) {
        (self.sessions, self.staff, self.teams) = (sessions, staff, teams)
        (self.pathways, self.activities) = (pathways, activities)
    }

    /// The names of a week.
    public init(_ week: Week) {
        self.init(
            sessions: week.sessions.map(\.id), staff: week.staff.map(\.id), teams: week.teams.map(\.id),
            pathways: week.teams.map(\.pathway), activities: week.framework.activities.map(\.id))
    }
}

/// What came of a run: of a plan one, of scenarios one for each of them in each base.
public struct RunOutcome: Sendable, Equatable {
    /// The base's name.
    public let base: String
    /// The scenario's name; `base` where nothing is otherwise.
    public let scenario: String
    /// Pounds of the best plan; where weeks are drawn, the mean of them.
    public let price: Double
    /// Pounds below which no plan of the same inputs is; nil where weeks are drawn.
    public let bound: Double?
    /// Its figures, in their order.
    public let figures: [LedgerFigure]
    /// The sessions of the best plan.
    public let planned: [PlannedSession]
    /// The names of its week.
    public let names: WeekNames

    /// What came of it.
    public init(
        base: String, scenario: String, price: Double, bound: Double?, figures: [LedgerFigure],
        planned: [PlannedSession], names: WeekNames
    ) {
        (self.base, self.scenario, self.price, self.bound) = (base, scenario, price, bound)
        (self.figures, self.planned, self.names) = (figures, planned, names)
    }

    /// A figure by its name.
    public func figure(_ name: String) -> LedgerFigure? { figures.first { $0.figure.name == name } }
}
