// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A week into which a plan was put as the one in force.
public struct PlanInForce: Sendable {
    /// The week, with what stands of the plan as `current`, and what is over.
    public let week: Week
    /// Rows of the plan that name somebody or something the week does not have, or one thing twice; they do not stand.
    public let strays: Int
    /// The names that those rows have and the week has not, in the order in which they were met.
    public let unknown: [String]
    /// Those of the rows that do not stand which are about sessions that are over.
    public let lost: PlanRows
}

/// Why a plan cannot be put in force in a week, or sessions cannot be over.
public enum PlanInForceError: Error, Sendable, Equatable {
    /// Earlier sessions are over already: those before that one.
    case overAlready(Int)
    /// What is over already is otherwise in the plan: in that session first.
    case otherPast(Int)
    /// No row of the plan is about a session of the week.
    case otherWeek
    /// No row of the plan is about anybody on the roster.
    case otherPlace
    /// Sessions are to be over, and the week has no plan in force that says what was done in them.
    case noPlan
}

extension Week {
    /// This week with a plan as the one in force, in place of the one it may have, and some sessions over.
    ///
    /// Changes come afterwards: they act on what is not over, and who is absent in a session that is over had been
    /// there by the plan.
    ///
    /// - Parameters:
    ///   - rows: The plan: of this week, or of the week as it was before it was changed.
    ///   - session: The first session that is not over, an index in `sessions`; nil: as the week has it.
    /// - Throws: `PlanInForceError`.
    public func putting(
        inForce rows: PlanRows, frozenBefore session: Int? = nil
    ) throws(PlanInForceError) -> PlanInForce {
        try check(session)
        var sieve = RowsInForce(self, over: session ?? frozenBefore ?? 0)
        sieve.take(rows)
        guard sieve.hasKnownSession || sieve.isEmpty else { throw .otherWeek }
        guard sieve.hasKnownPerson || sieve.isEmpty else { throw .otherPlace }
        let week = replacing { parts in
            parts.current = sieve.deployments
            parts.currentContacts = sieve.contacts
            parts.currentSupervision = sieve.supervision
        }
        if let session = firstOtherPast(week) { throw .otherPast(session) }
        return PlanInForce(
            week: week.replacing { $0.frozenBefore = session ?? frozenBefore }, strays: sieve.strays,
            unknown: sieve.unknown, lost: sieve.lost)
    }

    /// This week with more sessions over, by the plan in force that it has.
    ///
    /// - Parameter session: The first session that is not over, an index in `sessions`.
    /// - Throws: `PlanInForceError`.
    public func freezing(before session: Int) throws(PlanInForceError) -> Week {
        guard current != nil else { throw .noPlan }
        try check(session)
        return replacing { $0.frozenBefore = session }
    }

    private func check(_ session: Int?) throws(PlanInForceError) {
        if let session, let before = frozenBefore, session < before { throw .overAlready(before) }
    }

    /// The first session that is over in this week and in which another one has something else done.
    private func firstOtherPast(_ other: Week) -> Int? {
        guard let over = frozenBefore, over > 0 else { return nil }
        let index = WeekIndex(self)
        let (one, other) = (FrozenPast(self, index), FrozenPast(other, index))
        return (0..<over).first { session in
            staff.indices.contains {
                one.team(person: $0, session: session) != other.team(person: $0, session: session)
            }
                || one.contacts.filter { $0.session == session }
                    != other.contacts.filter { $0.session == session }
                || one.supervision.filter { $0.session == session }
                    != other.supervision.filter { $0.session == session }
        }
    }
}

/// The rows of a plan that stand in a week, as a reader of the week's files would take them.
private struct RowsInForce {
    private let index: WeekIndex
    private let origins: Set<String>
    private(set) var deployments: [CurrentDeployment] = []
    private(set) var contacts: [CurrentContact] = []
    private(set) var supervision: [SupervisionRow] = []
    private(set) var strays = 0
    private(set) var lost = PlanRows()
    /// How many sessions are over.
    private let over: Int
    private(set) var unknown: [String] = []
    private(set) var (hasKnownPerson, hasKnownSession) = (false, false)

    var isEmpty: Bool { deployments.isEmpty && contacts.isEmpty && supervision.isEmpty && strays == 0 }

    init(_ week: Week, over: Int) {
        self.over = over
        index = WeekIndex(week)
        // Contacts that were given as another activity are still those of the line they come from.
        origins = Set(week.demand.map { DemandLine.origin(of: $0.id) })
    }

    mutating func take(_ rows: PlanRows) {
        var cells = Set<Int>()
        for row in rows.deployments {
            let person = person(row.staff, row.session)
            let isKnown = knows(row.team, index.team(row.team) != nil)
            // Of two rows for one session the first stands.
            guard let person, isKnown, cells.insert(index.cell(person, row.session)).inserted else {
                leaveOut(row.session) { $0.deployments.append(row) }
                continue
            }
            deployments.append(
                CurrentDeployment(staff: row.staff, session: row.session, team: row.team))
        }
        for row in rows.contacts {
            let person = person(row.staff, row.session)
            let isPair = row.partner.map { knows($0, index.person($0) != nil) && $0 != row.staff } ?? true
            let isKnown = knows(row.line, origins.contains(DemandLine.origin(of: row.line)))
            guard person != nil, isPair, isKnown else {
                leaveOut(row.session) { $0.contacts.append(row) }
                continue
            }
            contacts.append(
                CurrentContact(
                    line: row.line, session: row.session, staff: row.staff, partner: row.partner,
                    contacts: row.contacts, route: row.route))
        }
        for row in rows.supervision {
            let person = person(row.supervisor, row.session)
            let isGroup = knows(row.group, index.group(row.group) != nil)
            let isKnown = knows(row.activity, index.activity(row.activity) != nil)
            guard person != nil, isGroup, isKnown else {
                leaveOut(row.session) { $0.supervision.append(row) }
                continue
            }
            // To the millionth of a minute, as files have them.
            supervision.append(
                SupervisionRow(
                    supervisor: row.supervisor, session: row.session, group: row.group,
                    activity: row.activity, minutes: (row.minutes * 1e6).rounded() / 1e6))
        }
    }

    private mutating func leaveOut(_ session: Int, _ keep: (inout PlanRows) -> Void) {
        strays += 1
        if (0..<max(0, over)).contains(session) { keep(&lost) }
    }

    /// The person of a row, where the week has both them and the session.
    private mutating func person(_ id: String, _ session: Int) -> Int? {
        let person = index.person(id)
        _ = knows(id, person != nil)
        hasKnownPerson = hasKnownPerson || person != nil
        hasKnownSession = hasKnownSession || index.hasSession(session)
        return index.hasSession(session) ? person : nil
    }

    private mutating func knows(_ name: String, _ isKnown: Bool) -> Bool {
        if !isKnown, !unknown.contains(name) { unknown.append(name) }
        return isKnown
    }
}
