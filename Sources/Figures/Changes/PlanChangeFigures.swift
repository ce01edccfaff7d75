// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a plan has otherwise than the plan in force: whose sessions, and what they take over or leave to whom.
///
/// Of sessions that are over only those count in which somebody had been planned who is absent by now: all else of them
/// is as it was.
public struct PlanChangeFigures: Sendable, Equatable, Encodable {
    /// A person's session.
    public struct Seat: Sendable, Hashable, Encodable {
        /// Who.
        public let staff: String
        /// When, as an index in the week's sessions.
        public let session: Int
    }

    /// Contacts of a line that go from one to another, counted for each worker in them.
    public struct Passed: Sendable, Equatable, Encodable {
        /// The line that they are of now; of those not given any more, the line they were of.
        public let line: String
        /// How many.
        public let contacts: Int
        /// Whose they were; nil: nobody was to give them.
        public let from: Seat?
        /// Whose they are; nil: nobody gives them.
        public let to: Seat?
    }

    /// Somebody's session that is otherwise than in the plan in force.
    public struct Change: Sendable, Equatable, Encodable {
        /// Whose, and when.
        public let seat: Seat
        /// The team in force; nil: none.
        public let from: String?
        /// The team by the plan; nil: none.
        public let to: String?
        /// What becomes of them. Who had a place and has neither `R` nor `A` in the rota by now is absent.
        public let kind: PlanDifference.Kind
        /// What the rota says of them by now.
        public let mark: RotaMark.Duty
        /// Contacts that they give now and did not.
        public let taken: [Passed]
        /// Contacts that they were to give and do not.
        public let left: [Passed]
        /// Whether they supervise delegated care there.
        public let supervises: Bool
        /// Whether the team would be below a minimum of heads without them.
        public let isNeededAsHead: Bool
    }

    /// A person whose sessions are otherwise.
    public struct Person: Sendable, Equatable, Encodable {
        /// Who.
        public let staff: String
        /// Their sessions, in order.
        public let changes: [Change]
    }

    /// Everybody whose sessions are otherwise, in order of the roster.
    public let people: [Person]
    /// Whom the plan in force has in any session.
    let inForce: Set<String>

    private enum CodingKeys: String, CodingKey {
        case people
    }

    /// All sessions that are otherwise, by person and session.
    public var changes: [Change] { people.flatMap(\.changes) }

    /// Nil where no plan is in force.
    public init?(week: Week, rows: PlanRows) {
        guard let before = week.rowsInForce(like: rows) else { return nil }
        let passing = PassedContacts(from: before, to: rows, of: week)
        let index = WeekIndex(week)
        let needed = HeadsThere(index, rows.deployments, of: week).needed
        let supervising = Set(rows.supervision.map { Seat(staff: $0.supervisor, session: $0.session) })
        let open = week.openSessions.lowerBound
        // Where the contacts of the plan in force are not known, nothing can be said of them.
        let after = week.currentContacts == nil ? PlanRows(deployments: rows.deployments) : rows
        let moves = PlanDifference(
            from: before, of: week, to: after, of: week, saving: PriceTerms()
        ).moves
        let changes = moves.compactMap { move -> Change? in
            let mark = index.person(move.staff).map { week.rota[$0][move.session].duty } ?? .off
            let isThere = mark == .rostered || mark == .available
            let kind: PlanDifference.Kind = move.to == nil ? isThere ? .stoodDown : .absent : move.kind
            guard move.session >= open || kind == .absent else { return nil }
            let seat = Seat(staff: move.staff, session: move.session)
            return Change(
                seat: seat, from: move.from, to: move.to, kind: kind, mark: mark,
                taken: passing.passed.filter { $0.to == seat },
                left: passing.passed.filter { $0.from == seat },
                supervises: move.to != nil && supervising.contains(seat),
                isNeededAsHead: needed.contains(seat))
        }
        let byPerson = Dictionary(grouping: changes, by: \.seat.staff)
        inForce = Set(before.deployments.map(\.staff))
        var known = Set<String>()
        people = changes.compactMap { change in
            let staff = change.seat.staff
            return known.insert(staff).inserted ? Person(staff: staff, changes: byPerson[staff] ?? []) : nil
        }
    }

    /// How many sessions are otherwise in each way, in order of the ways.
    public var counts: [(kind: PlanDifference.Kind, sessions: Int)] {
        PlanDifference.Kind.allCases.map { kind in (kind, changes.count { $0.kind == kind }) }
            .filter { $0.sessions > 0 }
    }
}

extension Week {
    /// The rows of the plan in force; nil where there is none. In what standing contacts were given is what that plan
    /// says, or else what another one has of the same people.
    ///
    /// - Parameter other: The other plan's rows.
    func rowsInForce(like other: PlanRows) -> PlanRows? {
        guard let current else { return nil }
        struct Key: Hashable {
            let line, staff: String
            let partner: String?
            let session: Int
        }
        let routes = Dictionary(
            other.contacts.map {
                (Key(line: $0.line, staff: $0.staff, partner: $0.partner, session: $0.session), $0.route)
            }
        ) { first, _ in first }
        let line = Dictionary(demand.map { ($0.id, $0) }) { first, _ in first }
        return PlanRows(
            deployments: current.map {
                Deployment(
                    staff: $0.staff, session: $0.session, team: $0.team, booking: .rostered, minutes: 0,
                    contactMinutes: 0)
            },
            contacts: (currentContacts ?? []).map {
                let key = Key(line: $0.line, staff: $0.staff, partner: $0.partner, session: $0.session)
                return ContactRow(
                    line: $0.line, activity: line[$0.line]?.activity ?? "", team: line[$0.line]?.team ?? "",
                    session: $0.session, staff: $0.staff, partner: $0.partner,
                    route: $0.route ?? routes[key] ?? ($0.partner == nil ? .registered : .doubleHanded),
                    contacts: $0.contacts, minutes: 0)
            }, supervision: currentSupervision ?? [])
    }
}
