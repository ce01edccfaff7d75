// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a plan's rows say of who works where and gives what, to be held against another plan's.
struct PlanWork {
    /// Somebody's session.
    private struct Cell: Hashable {
        let staff: String
        let session: Int
    }

    /// Contacts of a line in a session, by who gives them and how.
    private struct Giving: Hashable {
        let line: String
        let session: Int
        let staff: String
        let partner: String?
        let route: ContactRoute
    }

    private let week: Week
    private let staff: [String]
    private let lines: [String]
    private var team: [Cell: String] = [:]
    private var work: [Cell: [Giving: Int]] = [:]
    private var given: [Giving: Int] = [:]
    private var metOfLine: [String: Int] = [:]
    private let minutesOfLine: [String: Int]
    private let reserve: Set<String>
    /// Contact minutes that registered people give.
    private(set) var registeredMinutes = 0

    init(_ rows: PlanRows, of week: Week) {
        self.week = week
        staff = week.staff.map(\.id)
        lines = week.demand.map(\.id)
        let index = WeekIndex(week)
        func activity(_ line: String) -> Activity? {
            index.line(line).flatMap { index.activity(week.demand[$0].activity) }
                .map { week.framework.activities[$0] }
        }
        minutesOfLine = Dictionary(lines.map { ($0, activity($0)?.minutes ?? 0) }) { first, _ in first }
        reserve = Set(week.demand.filter { !$0.priority.isCare }.map(\.id))
        let registeredRoles = Set(week.framework.roles.filter { $0.kind == .registered }.map(\.id))
        let registered = Set(
            week.staff.filter { $0.roles.contains(where: registeredRoles.contains) }.map(\.id))
        for row in rows.deployments { team[Cell(staff: row.staff, session: row.session)] = row.team }
        for row in rows.contacts {
            let giving = Giving(
                line: row.line, session: row.session, staff: row.staff, partner: row.partner, route: row.route
            )
            given[giving, default: 0] += row.contacts
            metOfLine[row.line, default: 0] += row.contacts
            for person in [row.staff, row.partner].compactMap(\.self) {
                work[Cell(staff: person, session: row.session), default: [:]][giving, default: 0] +=
                    row.contacts
                if registered.contains(person) {
                    let minutes = activity(row.line)?.contactMinutes(by: row.route) ?? 0
                    registeredMinutes += row.contacts * minutes
                }
            }
        }
    }

    /// Whether a line's contacts are held in reserve in either week: no care that people wait for.
    func isReserve(_ line: String, or other: PlanWork) -> Bool {
        reserve.contains(line) || other.reserve.contains(line)
    }

    /// Contact minutes of one contact of a line of either week.
    func minutes(of line: String, or other: PlanWork) -> Int {
        minutesOfLine[line] ?? other.minutesOfLine[line] ?? 0
    }

    /// Whose sessions are otherwise in another plan.
    func moves(to other: PlanWork, marks changed: Week) -> [PlanDifference.Move] {
        let rows = changed.staff.map(\.id).positions
        return Self.together(staff, other.staff).flatMap { id in
            week.sessions.indices.compactMap { session -> PlanDifference.Move? in
                let cell = Cell(staff: id, session: session)
                let (from, to) = (team[cell], other.team[cell])
                let isAway = rows[id].map { changed.rota[$0][session].duty.isAbsence } ?? true
                let kind: PlanDifference.Kind
                switch (from, to) {
                case (nil, nil): return nil
                case (nil, _?): kind = .calledIn
                case (_?, nil): kind = isAway ? .absent : .stoodDown
                case (let one?, let other?) where one != other: kind = .moved
                case (_?, _?):
                    guard work[cell] != other.work[cell] else { return nil }
                    kind = .newWork
                }
                return PlanDifference.Move(staff: id, session: session, from: from, to: to, kind: kind)
            }
        }
    }

    /// Contacts that change hands.
    func handovers(to other: PlanWork) -> [PlanDifference.Handover] {
        let order = Self.together(lines, other.lines).positions
        return Set(given.keys).union(other.given.keys).compactMap { giving in
            let more = other.given[giving, default: 0] - given[giving, default: 0]
            guard more != 0 else { return nil }
            return PlanDifference.Handover(
                line: giving.line, session: giving.session, staff: giving.staff, partner: giving.partner,
                route: giving.route, contacts: more)
        }.sorted { one, next in
            (order[one.line] ?? .max, one.session, one.staff, one.partner ?? "", one.route.rawValue)
                < (
                    order[next.line] ?? .max, next.session, next.staff, next.partner ?? "",
                    next.route.rawValue
                )
        }
    }

    /// Lines of which another plan meets more or less.
    func met(beside other: PlanWork) -> [PlanDifference.Met] {
        Self.together(lines, other.lines).compactMap { line in
            let (before, after) = (metOfLine[line, default: 0], other.metOfLine[line, default: 0])
            return before == after ? nil : PlanDifference.Met(line: line, before: before, after: after)
        }
    }

    /// Names of one list, and those that only another has.
    private static func together(_ names: [String], _ others: [String]) -> [String] {
        let known = Set(names)
        return names + others.filter { !known.contains($0) }
    }
}
