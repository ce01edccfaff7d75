// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A week's parts by identifier, and the plan's rows that refer to them.
///
/// A plan that somebody edited may name people or teams that are not there: such rows are left out of the
/// figures, and it is the audit that reports them.
public struct WeekLookup {
    /// The week.
    public let week: Week
    private let staff: [String: Int]
    private let teams: [String: Int]
    private let lines: [String: Int]
    private let activities: [String: Int]
    /// What is decided about delegation.
    let decisions: DelegationDecisions
    /// Each person's kind of role: registered if any is, else support if any is, else that of the first role.
    let kinds: [Role.Kind]
    /// The share of a session's time in which each person's work gets done: the largest pace of the roles.
    let paces: [Double]
    /// The pathways in order of their first team.
    public let pathways: [String]

    /// The index of a week.
    public init(_ week: Week) {
        self.week = week
        staff = Self.positions(week.staff.map(\.id))
        teams = Self.positions(week.teams.map(\.id))
        lines = Self.positions(week.demand.map(\.id))
        activities = Self.positions(week.framework.activities.map(\.id))
        decisions = DelegationDecisions(week.decisions)
        let roleKinds = Dictionary(
            week.framework.roles.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
        kinds = week.staff.map { person in
            let held = person.roles.compactMap { roleKinds[$0] }
            if held.contains(.registered) { return .registered }
            return held.contains(.support) ? .support : held.first ?? .support
        }
        let rolePaces = Dictionary(
            week.framework.roles.map { ($0.id, $0.pace) }, uniquingKeysWith: { first, _ in first })
        paces = week.staff.map { $0.roles.compactMap { rolePaces[$0] }.max() ?? 1 }
        var pathways: [String] = []
        for team in week.teams where !pathways.contains(team.pathway) { pathways.append(team.pathway) }
        self.pathways = pathways
    }

    /// The position of a person; nil: there is none of that identifier.
    public func person(_ id: String) -> Int? { staff[id] }
    /// The position of a team.
    public func team(_ id: String) -> Int? { teams[id] }
    /// A demand line.
    public func line(_ id: String) -> DemandLine? { lines[id].map { week.demand[$0] } }
    /// An activity of the framework.
    public func activity(_ id: String) -> Activity? { activities[id].map { week.framework.activities[$0] } }

    /// A person's name, or the identifier where there is nobody of it.
    public func staffName(_ id: String) -> String { staff[id].map { week.staff[$0].name } ?? id }
    /// A team's name, likewise.
    public func teamName(_ id: String) -> String { teams[id].map { week.teams[$0].name } ?? id }
    /// An activity's name, likewise.
    public func activityName(_ id: String) -> String { activity(id)?.name ?? id }
    /// A role's name, likewise.
    public func roleName(_ id: String) -> String { week.framework.roles.first { $0.id == id }?.name ?? id }
    /// A session's name in the plan's files.
    public func sessionName(_ index: Int) -> String {
        week.sessions.indices.contains(index) ? week.sessions[index].id : "outside the horizon"
    }

    /// The day of a session; nil outside the horizon.
    func day(_ session: Int) -> CalendarDay? {
        week.sessions.indices.contains(session) ? week.sessions[session].day : nil
    }

    /// The team that counts as home on a day: a placement's, else the person's own.
    public func homeTeam(_ person: Int, on day: CalendarDay) -> Int? {
        let member = week.staff[person]
        let placed = week.placements.first { $0.staff == member.id && $0.holds(on: day) }?.team
        return (placed ?? member.homeTeam).flatMap { teams[$0] }
    }

    /// The last session in which care of a line could be given: of its window, the last one in which the team is
    /// open, or simply the last where it is open in none.
    public func lastSession(of line: DemandLine) -> Int? {
        let window = line.window.clamped(to: 0...max(0, week.sessions.count - 1))
        let open = team(line.team).flatMap { team in
            window.last { week.teams[team].isOpen(in: week.sessions[$0]) }
        }
        let last = open ?? window.upperBound
        return week.sessions.indices.contains(last) ? last : nil
    }

    /// Minutes of a session that a person has for contacts and supervision if deployed.
    func capacity(_ person: Int, _ session: Int) -> Double {
        max(0, paces[person] * (Double(week.sessions[session].minutes) - week.policy.nonContactMinutes))
    }

    /// Minutes that one contact takes of each worker: contact, record and travel.
    func workMinutes(_ activity: Activity, team: Int) -> Int {
        activity.minutes + activity.recordMinutes + (activity.remote ? 0 : week.teams[team].travelMinutes)
    }

    /// Minutes that the contacts of a row take of each worker: contact, record and travel; 0 where the week
    /// has no such activity or team.
    func workMinutes(_ row: ContactRow) -> Int {
        guard let activity = activity(row.activity), let team = team(row.team) else { return 0 }
        return row.contacts * workMinutes(activity, team: team)
    }

    /// The pathway of a team; nil where there is no such team.
    func pathway(_ team: String) -> String? { self.team(team).map { week.teams[$0].pathway } }

    /// The first role of a person that makes them the kind of worker they count as.
    func mainRole(_ person: Int) -> String? {
        let held = week.staff[person].roles.compactMap { id in week.framework.roles.first { $0.id == id } }
        return (held.first { $0.kind == kinds[person] } ?? held.first)?.id
    }

    /// The last day of the horizon.
    public var last: CalendarDay { week.start.adding(days: week.days - 1) }

    /// A competency's name, or its identifier.
    public func competencyName(_ id: String) -> String {
        week.framework.competencies.first { $0.id == id }?.name ?? id
    }

    /// Contact minutes of one contact of that activity; 0 where the framework has no such activity.
    func minutes(_ activity: String) -> Int { self.activity(activity)?.minutes ?? 0 }

    /// Minutes with the people supported that the contacts of a row take of each worker, with what one worker
    /// instead of two takes more.
    func contactMinutes(_ row: ContactRow) -> Int {
        guard let activity = activity(row.activity) else { return 0 }
        let more = row.route == .singleHanded ? activity.singleHanded?.extraMinutes ?? 0 : 0
        return row.contacts * (activity.minutes + more)
    }

    private static func positions(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Amounts by group, in an order fixed beforehand.
struct Grouped<Amount> {
    private(set) var amounts: [Amount]
    let keys: [String]
    private let position: [String: Int]

    init(_ keys: [String], _ start: Amount) {
        self.keys = keys
        amounts = Array(repeating: start, count: keys.count)
        position = Dictionary(
            keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Changes one group's amount; a group that is not among the keys is passed over.
    mutating func change(_ key: String, _ body: (inout Amount) -> Void) {
        guard let index = position[key] else { return }
        body(&amounts[index])
    }

    /// Keys and amounts, in order.
    var pairs: [(key: String, amount: Amount)] { Array(zip(keys, amounts)).map { ($0, $1) } }
}
