// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What figures ask of a week beside its index: names, kinds of roles, pathways, and the minutes of a plan's rows.
///
/// A plan that somebody edited may name people or teams that are not there: such rows are left out of the
/// figures, and it is the audit that reports them.
public struct WeekLookup {
    /// The week.
    public let week: Week
    /// Where the week has what the rows name.
    public let index: WeekIndex
    private let reach: Reach
    /// What is decided about delegation.
    let decisions: DelegationDecisions
    /// Each person's kind of role: registered if any is, else support if any is, else that of the first role.
    let kinds: [Role.Kind]
    /// How much of a session each person has for contacts and supervision.
    let working: [WorkingPace]
    /// The pathways in order of their first team.
    public let pathways: [String]

    /// The parts of a week.
    public init(_ week: Week) {
        self.week = week
        let index = WeekIndex(week)
        self.index = index
        reach = Reach(week)
        decisions = DelegationDecisions(week.decisions, of: week.staff)
        let roles = week.staff.map { person in
            person.roles.compactMap { index.role($0).map { week.framework.roles[$0] } }
        }
        kinds = roles.map { held in
            if held.contains(where: { $0.kind == .registered }) { return .registered }
            return held.contains { $0.kind == .support } ? .support : held.first?.kind ?? .support
        }
        working = zip(week.staff, roles).map { WorkingPace(of: $0, roles: $1, policy: week.policy) }
        var pathways: [String] = []
        for team in week.teams where !pathways.contains(team.pathway) { pathways.append(team.pathway) }
        self.pathways = pathways
    }

    /// The position of a person; nil: there is none of that identifier.
    public func person(_ id: String) -> Int? { index.person(id) }
    /// The position of a team.
    public func team(_ id: String) -> Int? { index.team(id) }
    /// A demand line.
    public func line(_ id: String) -> DemandLine? { index.line(id).map { week.demand[$0] } }
    /// Whether a line's contacts are care that people wait for, and none held in reserve.
    func isCare(_ id: String) -> Bool { line(id)?.priority.isCare ?? true }
    /// An activity of the framework.
    public func activity(_ id: String) -> Activity? {
        index.activity(id).map { week.framework.activities[$0] }
    }

    /// A person's name, or the identifier where there is nobody of it.
    public func staffName(_ id: String) -> String { index.person(id).map { week.staff[$0].name } ?? id }
    /// A team's name, likewise.
    public func teamName(_ id: String) -> String { index.team(id).map { week.teams[$0].name } ?? id }
    /// An activity's name, likewise.
    public func activityName(_ id: String) -> String { activity(id)?.name ?? id }
    /// A role's name, likewise.
    public func roleName(_ id: String) -> String {
        index.role(id).map { week.framework.roles[$0].name } ?? id
    }
    /// A session's name in the plan's files.
    public func sessionName(_ session: Int) -> String {
        index.hasSession(session) ? week.sessions[session].id : "outside the horizon"
    }

    /// The day of a session; nil outside the horizon.
    func day(_ session: Int) -> CalendarDay? {
        index.hasSession(session) ? week.sessions[session].day : nil
    }

    /// The team that counts as home on a day: a placement's, else the person's own.
    public func homeTeam(_ person: Int, on day: CalendarDay) -> Int? {
        reach.homeTeam(week.staff[person], on: day).flatMap(index.team)
    }

    /// The last session in which care of a line could be given: of its window, the last one in which the team is
    /// open, or simply the last where it is open in none.
    public func lastSession(of line: DemandLine) -> Int? {
        let window = line.window.clamped(to: 0...max(0, week.sessions.count - 1))
        let open = team(line.team).flatMap { team in
            window.last { week.teams[team].isOpen(in: week.sessions[$0]) }
        }
        let last = open ?? window.upperBound
        return index.hasSession(last) ? last : nil
    }

    /// Minutes of a session that a person has for contacts and supervision if deployed.
    func capacity(_ person: Int, _ session: Int) -> Double {
        working[person].capacity(ofSession: week.paidMinutes(person: person, session: session))
    }

    /// Whether somebody may be asked for a session: available, while no other row of theirs is on duty or away.
    func mayBeAsked(_ person: Int, _ session: Int) -> Bool {
        week.rota[person][session].duty == .available
            && week.bindingRow(besides: person, session: session, index.humans) == nil
    }

    /// Whether somebody may be called for a session that they have not offered, no other row of theirs being on duty or
    /// away.
    func mayBeCalled(_ person: Int, _ session: Int) -> Bool {
        week.rota[person][session].duty == .callable
            && week.bindingRow(besides: person, session: session, index.humans) == nil
    }

    /// Whether somebody may be sent to a team in a session to come, by agreements, travel and placements, whatever the
    /// rota says.
    func mayBeSent(_ person: Int, to team: String, in session: Int) -> Bool {
        guard let team = self.team(team), week.openSessions.contains(session) else { return false }
        return reach.barriers(week.staff[person], in: week.sessions[session], to: week.teams[team]).isEmpty
    }

    /// Minutes that the contacts of a row take of each worker: contact, record and travel; 0 where the week
    /// has no such activity or team.
    func workMinutes(_ row: ContactRow) -> Int {
        guard let activity = activity(row.activity), let team = team(row.team) else { return 0 }
        return row.contacts * activity.workMinutes(in: week.teams[team])
    }

    /// Contacts of each line that the plan leaves unmet, as it says: a plan that somebody edited is restated before
    /// figures are made of it.
    func unmet(_ plan: Plan) -> [Int] {
        var unmet = [Int](repeating: 0, count: week.demand.count)
        for row in plan.unmet { if let line = index.line(row.line) { unmet[line] += row.contacts } }
        return unmet
    }

    /// Contacts of each line that the plan meets: those it gives, and of a line that more were given of in sessions that
    /// are over than are wanted by now, those wanted.
    func met(_ plan: Plan) -> [Int] {
        var given = [Int](repeating: 0, count: week.demand.count)
        for row in plan.contacts { if let line = index.line(row.line) { given[line] += row.contacts } }
        return zip(week.demand, given).map { min($0.contacts, $1) }
    }

    /// The pathway of a team; nil where there is no such team.
    func pathway(_ team: String) -> String? { self.team(team).map { week.teams[$0].pathway } }

    /// The first role of a person that makes them the kind of worker they count as.
    func mainRole(_ person: Int) -> String? {
        let held = week.staff[person].roles.compactMap { index.role($0).map { week.framework.roles[$0] } }
        return (held.first { $0.kind == kinds[person] } ?? held.first)?.id
    }

    /// The last day of the horizon.
    public var last: CalendarDay { week.start.adding(days: week.days - 1) }

    /// A competency's name, or its identifier.
    public func competencyName(_ id: String) -> String {
        index.competency(id).map { week.framework.competencies[$0].name } ?? id
    }

    /// Contact minutes of one contact of that activity; 0 where the framework has no such activity.
    func minutes(_ activity: String) -> Int { self.activity(activity)?.minutes ?? 0 }

    /// Minutes with the people supported that the contacts of a row take of each worker, with what one worker
    /// instead of two takes more.
    func contactMinutes(_ row: ContactRow) -> Int {
        activity(row.activity).map { row.contacts * $0.contactMinutes(by: row.route) } ?? 0
    }
}

/// Amounts by group, in an order fixed beforehand.
struct Grouped<Key: Hashable, Amount> {
    private(set) var amounts: [Amount]
    let keys: [Key]
    private let position: [Key: Int]

    init(_ keys: [Key], _ start: Amount) {
        self.keys = keys
        amounts = Array(repeating: start, count: keys.count)
        position = keys.positions
    }

    /// Changes one group's amount; a group that is not among the keys is passed over.
    mutating func change(_ key: Key, _ body: (inout Amount) -> Void) {
        guard let index = position[key] else { return }
        body(&amounts[index])
    }

    /// Keys and amounts, in order.
    var pairs: [(key: Key, amount: Amount)] { Array(zip(keys, amounts)).map { ($0, $1) } }
}
