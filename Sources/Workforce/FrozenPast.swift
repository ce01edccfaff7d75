// SPDX-License-Identifier: GPL-3.0-or-later

/// What is over of a week, and stands as the plan in force has it: rule 10 of the weekly model.
///
///     let past = FrozenPast(week, WeekIndex(week))
///     past.team(person: 3, session: 0)  // where they were
///
/// Rows of people who are off the staff list or absent there by now are left out: those to whom the rota gives neither
/// `R` nor `A` in the session. A pair of whom one was absent did not go; delegated contacts of an absent supervisor
/// stand. Rows alike in everything but their number are one.
public struct FrozenPast: Sendable {
    /// Contacts of a line that somebody, or a pair, gave.
    public struct Given: Sendable, Equatable {
        /// Of which line, by whom, and when.
        public let line, person, session: Int
        /// The second of a pair.
        public let partner: Int?
        /// In what standing.
        public let route: ContactRoute
        /// How many.
        public fileprivate(set) var contacts: Int

        /// Those who took part.
        public var workers: [Int] { [person] + (partner.map { [$0] } ?? []) }
    }

    /// Supervision that somebody gave.
    public struct Supervised: Sendable, Equatable {
        /// By whom, when, in which group and of what.
        public let person, session, group, activity: Int
        /// Minutes.
        public fileprivate(set) var minutes: Double
    }

    /// How many sessions are over: those before this one.
    public let sessions: Int
    /// Contacts, in order of line, session and people.
    public private(set) var contacts: [Given] = []
    /// Supervision, in order of session, group, supervisor and activity.
    public private(set) var supervision: [Supervised] = []
    private let sessionCount: Int
    /// The team of each cell; empty where nothing is over.
    private var teams: [Int?] = []

    /// What is over of a week.
    public init(_ week: Week, _ index: WeekIndex) {
        let over = max(0, min(week.frozenBefore ?? 0, week.sessions.count))
        sessions = over
        sessionCount = week.sessions.count
        guard over > 0 else { return }
        teams = [Int?](repeating: nil, count: week.staff.count * week.sessions.count)
        let present = { (id: String, session: Int) -> Int? in
            guard (0..<over).contains(session), let person = index.person(id) else { return nil }
            switch week.rota[person][session].duty {
            case .rostered, .available: return person
            case .leave, .sick, .training, .callable, .off: return nil
            }
        }
        for row in week.current ?? [] {
            guard let person = present(row.staff, row.session) else { continue }
            teams[index.cell(person, row.session)] = index.team(row.team)
        }
        addContacts(week.currentContacts ?? [], index, present)
        for row in week.currentSupervision ?? [] where row.minutes > 0 {
            guard let person = present(row.supervisor, row.session), let group = index.group(row.group),
                let activity = index.activity(row.activity)
            else { continue }
            let known = supervision.firstIndex {
                ($0.person, $0.session, $0.group, $0.activity) == (person, row.session, group, activity)
            }
            if let known {
                supervision[known].minutes += row.minutes
            } else {
                supervision.append(
                    Supervised(
                        person: person, session: row.session, group: group, activity: activity,
                        minutes: row.minutes))
            }
        }
        supervision.sort {
            ($0.session, $0.group, $0.person, $0.activity) < ($1.session, $1.group, $1.person, $1.activity)
        }
    }

    private mutating func addContacts(
        _ rows: [CurrentContact], _ index: WeekIndex, _ present: (String, Int) -> Int?
    ) {
        struct Key: Hashable {
            let line, person, session: Int
            let partner: Int?
            let route: ContactRoute
        }
        var position: [Key: Int] = [:]
        for row in rows where row.contacts > 0 {
            guard let line = index.line(row.line), let route = row.route,
                let person = present(row.staff, row.session)
            else { continue }
            let partner = row.partner.flatMap { present($0, row.session) }
            guard (partner == nil) == (row.partner == nil) else { continue }
            let key = Key(line: line, person: person, session: row.session, partner: partner, route: route)
            if let known = position[key] {
                contacts[known].contacts += row.contacts
            } else {
                position[key] = contacts.count
                contacts.append(
                    Given(
                        line: line, person: person, session: row.session, partner: partner, route: route,
                        contacts: row.contacts))
            }
        }
        let ordered = contacts.enumerated().sorted { one, other in
            let (a, b) = (one.element, other.element)
            return (
                a.line, a.session, a.route == .doubleHanded ? 1 : 0, a.person, a.partner ?? -1, one.offset
            )
                < (
                    b.line, b.session, b.route == .doubleHanded ? 1 : 0, b.person, b.partner ?? -1,
                    other.offset
                )
        }
        contacts = ordered.map(\.element)
    }

    /// Whether nothing is over.
    public var isEmpty: Bool { sessions == 0 }

    /// Whether a session is over.
    public func isOver(_ session: Int) -> Bool { session < sessions }

    /// Where somebody was in a session that is over; nil: nowhere, or it is still to come.
    public func team(person: Int, session: Int) -> Int? {
        session < sessions ? teams[person * sessionCount + session] : nil
    }

    /// Contacts that people took part in in sessions that are over, as rows of a plan's table would count them for the
    /// contacts in force.
    public func given(_ person: Int, session: Int, lines: [Int]) -> Int {
        guard isOver(session) else { return 0 }
        return contacts.reduce(0) { sum, row in
            row.session == session && row.workers.contains(person) && lines.contains(row.line)
                ? sum + row.contacts : sum
        }
    }
}

extension Week {
    /// The sessions that are not over: those a plan still decides about.
    public var openSessions: Range<Int> {
        min(max(0, frozenBefore ?? 0), sessions.count)..<sessions.count
    }

    /// Whether all sessions of a line's window are over.
    public func isOver(_ line: DemandLine) -> Bool { line.window.upperBound < openSessions.lowerBound }
}
