// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Where a person is sent in a session, and what is to be done there: what a calendar, a sheet and an upload say.
public struct Duty: Sendable, Equatable {
    /// Contacts of one line that the person gives, alone or with somebody.
    public struct Care: Sendable, Equatable {
        /// The activity, by name.
        public var activity: String
        /// The demand line.
        public var line: String
        /// How many contacts.
        public var contacts: Int
        /// Minutes each worker spends on them in all.
        public var minutes: Int
        /// In what standing.
        public var route: ContactRoute
        /// The other worker of a pair, by name.
        public var with: String?
        /// Who supervises, by name.
        public var supervisor: String?
    }

    /// Delegated work that the person supervises.
    public struct Oversight: Sendable, Equatable {
        /// The activity, by name.
        public var activity: String
        /// Minutes.
        public var minutes: Double
        /// To whom it is delegated, by name, in order of the contacts.
        public var people: [String]
    }

    /// The person's place in the roster.
    public var person: Int
    /// The session's place in the week.
    public var session: Int
    /// The team's place in the week.
    public var team: Int
    /// What the session is paid as.
    public var booking: Booking
    /// What care is given.
    public var care: [Care]
    /// What is supervised.
    public var oversight: [Oversight]
    /// Whether the session is over where planning begins.
    public var isOver: Bool
}

/// All duties of a plan.
public struct Duties: Sendable {
    /// The week.
    public let week: Week
    /// By person, then by session.
    public let all: [Duty]
    let names: Naming

    /// The duties of a plan. Rows that name what the week does not have are left out: the audit tells of them.
    public init(week: Week, plan: Plan) {
        self.week = week
        let index = WeekIndex(week)
        names = Naming(week: week, index: index)
        let names = names
        func isKnown(_ session: Int) -> Bool { week.sessions.indices.contains(session) }

        var duties: [Key: Duty] = [:]
        for row in plan.deployments where isKnown(row.session) {
            guard let person = index.person(row.staff), let team = index.team(row.team) else { continue }
            duties[Key(person: person, session: row.session)] = Duty(
                person: person, session: row.session, team: team, booking: row.booking, care: [],
                oversight: [],
                isOver: week.frozenBefore.map { row.session < $0 } ?? false)
        }
        for row in plan.contacts {
            let pair: [(String?, String?)] = [(row.staff, row.partner), (row.partner, row.staff)]
            for (worker, other) in pair {
                guard let worker, let person = index.person(worker) else { continue }
                duties[Key(person: person, session: row.session)]?.care.append(
                    Duty.Care(
                        activity: names.activity(row.activity), line: row.line, contacts: row.contacts,
                        minutes: row.minutes, route: row.route,
                        with: row.partner == nil ? nil : other.map(names.name(ofPerson:)),
                        supervisor: row.supervisor.map(names.name(ofPerson:))))
            }
        }
        for row in plan.supervision {
            guard let person = index.person(row.supervisor) else { continue }
            var people: [String] = []
            for contact in plan.contacts
            where contact.session == row.session && contact.activity == row.activity
                && contact.supervisor == row.supervisor
            {
                let name = names.name(ofPerson: contact.staff)
                if !people.contains(name) { people.append(name) }
            }
            duties[Key(person: person, session: row.session)]?.oversight.append(
                Duty.Oversight(
                    activity: names.activity(row.activity), minutes: row.minutes, people: people))
        }
        all = duties.sorted { $0.key < $1.key }.map(\.value)
    }

    /// No duties at all.
    init(noneOf week: Week) {
        self.week = week
        names = Naming(week: week)
        all = []
    }

    /// Those of a person, by session.
    public func duties(of person: Int) -> [Duty] { all.filter { $0.person == person } }

    /// Those of a team in a session, by person.
    public func duties(at team: Int, in session: Int) -> [Duty] {
        all.filter { $0.team == team && $0.session == session }
    }

    /// `3 × Rehabilitation session, with Ann Lee, supervised by Bo Hill`.
    public static func words(of care: Duty.Care) -> String {
        var words = "\(Show.count(care.contacts)) × \(care.activity)"
        if let other = care.with { words += ", with \(other)" }
        if care.route == .singleHanded { words += ", alone instead of two" }
        if let supervisor = care.supervisor { words += ", supervised by \(supervisor)" }
        return words
    }

    /// `Supervises Rehabilitation session (Bo Hill), 20 minutes`.
    public static func words(of oversight: Duty.Oversight) -> String {
        let whom = oversight.people.isEmpty ? "" : " (\(Naming.list(oversight.people)))"
        return "Supervises \(oversight.activity)\(whom), \(Show.minutes(oversight.minutes)) minutes"
    }

    private struct Key: Hashable, Comparable {
        let person: Int
        let session: Int

        static func < (one: Key, other: Key) -> Bool {
            (one.person, one.session) < (other.person, other.session)
        }
    }
}
