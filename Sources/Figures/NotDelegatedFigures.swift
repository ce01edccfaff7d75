// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Contacts of an activity that could be delegated and are not, for one reason.
public struct NotDelegatedFigure: Sendable, Equatable, Encodable {
    /// What stands in the way, in the order in which it is tested.
    public enum Reason: String, Sendable, CaseIterable, Encodable {
        /// The delegation is only proposed.
        case proposed
        /// The delegation is withdrawn.
        case withdrawn
        /// The approval's review has passed.
        case pastReview = "past-review"
        /// An AHP lead decided against it, for the team or for those who could do it.
        case refused
        /// No support worker of the roster is of the grade and signed off at the level that day.
        case nobodySignedOff = "nobody-signed-off"
        /// Somebody is, but nobody of them is deployed to the team in that session.
        case nobodyThere = "nobody-there"
        /// Nobody deployed in the group may supervise it.
        case noSupervisor = "no-supervisor"
        /// Those who may supervise have no minutes left for it.
        case supervisionFull = "supervision-full"
        /// Every support worker who could has no time left in that session.
        case workersFull = "workers-full"
        /// As many support workers as the span allows have work delegated to them.
        case spanFull = "span-full"
        /// Nothing: a support worker had the time, and registered people gave it.
        case workerFree = "worker-free"
        /// Nothing is left to delegate: support workers give all that is given of it.
        case shared
        /// The week asks for none of it.
        case notWanted = "not-wanted"
    }

    /// What becomes of the contacts in the plan.
    public enum Now: String, Sendable, Encodable {
        /// Registered people give them.
        case registered
        /// They are not met.
        case unmet
        /// There are none.
        case none
    }

    /// Contacts of one team.
    public struct TeamContacts: Sendable, Equatable, Encodable {
        /// The team's identifier.
        public let team: String
        /// Its contacts.
        public let contacts: Int
    }

    /// The activity's identifier.
    public let activity: String
    /// What becomes of the contacts in the plan.
    public let now: Now
    /// What stands in the way.
    public let reason: Reason
    /// How many contacts.
    public let contacts: Int
    /// Their contact hours.
    public let hours: Double
    /// The same contacts by team, in file order.
    public let teams: [TeamContacts]
}

/// Finds what keeps work of registered people, and work not met, from being delegated.
///
/// Each reason is tested with the rest of the plan left as it stands: whether one more contact could be given by
/// a support worker in the same team and session. Of several reasons the first counts. Of contacts that a free
/// support worker could give, as many count as there is time for.
struct NotDelegated {
    let figures: [NotDelegatedFigure]

    init(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime, _ delegatedTo: DelegatedTo) {
        let week = index.week
        let sheets = week.framework.activities.filter { $0.delegated != nil && $0.hands == 1 }
        let search = Obstacles(index, time, delegatedTo, sheets)
        let position = sheets.map(\.id).positions
        var tallies = [[Kind: [Int]]](repeating: [:], count: sheets.count)
        func add(
            _ contacts: Int, _ sheet: Int, _ now: NotDelegatedFigure.Now,
            _ reason: NotDelegatedFigure.Reason, _ team: Int
        ) {
            guard contacts > 0 else { return }
            let none = [Int](repeating: 0, count: week.teams.count)
            tallies[sheet][Kind(now: now, reason: reason), default: none][team] += contacts
        }
        for row in plan.contacts where row.route == .registered {
            guard let sheet = position[row.activity], let team = index.team(row.team),
                week.sessions.indices.contains(row.session)
            else { continue }
            let found = search.obstacle(sheets[sheet], row, team: team)
            let possible = min(row.contacts, found.possible)
            add(possible, sheet, .registered, .workerFree, team)
            add(row.contacts - possible, sheet, .registered, found.reason, team)
        }
        for row in plan.unmet where row.priority.isCare {
            guard let sheet = position[row.activity], let team = index.team(row.team),
                let line = index.line(row.line),
                let reason = search.obstacle(sheets[sheet], line, team: team)
            else { continue }
            add(row.contacts, sheet, .unmet, reason, team)
        }
        let wanted = Set(week.demand.filter { $0.contacts > 0 }.map(\.activity))
        figures = zip(sheets, tallies).flatMap { activity, tally -> [NotDelegatedFigure] in
            guard !tally.isEmpty else {
                return [search.idle(activity, isWanted: wanted.contains(activity.id))]
            }
            return tally.sorted { $0.key < $1.key }.map { kind, teams in
                let contacts = teams.reduce(0, +)
                return NotDelegatedFigure(
                    activity: activity.id, now: kind.now, reason: kind.reason, contacts: contacts,
                    hours: Double(contacts * activity.minutes) / 60,
                    teams: week.teams.indices.filter { teams[$0] > 0 }.map {
                        NotDelegatedFigure.TeamContacts(team: week.teams[$0].id, contacts: teams[$0])
                    })
            }
        }
    }

    private struct Kind: Hashable, Comparable {
        let now: NotDelegatedFigure.Now
        let reason: NotDelegatedFigure.Reason

        private var order: (Int, Int) {
            (now == .registered ? 0 : 1, NotDelegatedFigure.Reason.allCases.firstIndex(of: reason) ?? 0)
        }

        static func < (one: Kind, other: Kind) -> Bool { one.order < other.order }
    }
}

/// The tests, one after the other.
private struct Obstacles {
    let index: WeekLookup
    let time: PlanTime
    let delegatedTo: DelegatedTo
    /// Of each activity with a delegated route, who is of the grade and signed off on each day, whatever the
    /// approval.
    private let fit: [String: [CalendarDay: [Int]]]

    typealias Reason = NotDelegatedFigure.Reason

    init(_ index: WeekLookup, _ time: PlanTime, _ delegatedTo: DelegatedTo, _ activities: [Activity]) {
        self.index = index
        self.time = time
        self.delegatedTo = delegatedTo
        var fit: [String: [CalendarDay: [Int]]] = [:]
        for activity in activities {
            for day in (0..<index.week.days).map({ index.week.start.adding(days: $0) }) {
                fit[activity.id, default: [:]][day] = time.people.indices.filter {
                    time.people[$0].standing(for: activity, on: day, open: .all).contains(.delegated)
                }
            }
        }
        self.fit = fit
    }

    /// What keeps contacts that a registered person gives from being delegated, and how many of them support
    /// workers have the time for.
    func obstacle(_ activity: Activity, _ row: ContactRow, team: Int) -> (reason: Reason, possible: Int) {
        guard let route = activity.delegated else { return (.withdrawn, 0) }
        let session = row.session
        let day = index.week.sessions[session].day
        let able = time.people(at: team, in: session).filter { may($0, activity, team, day) }
        guard !able.isEmpty else { return (nobody(activity, team: team, on: [day]) ?? .nobodyThere, 0) }
        let group = index.supervisionGroup(activity.id, team: index.week.teams[team].id)
        let minutes = Double(activity.workMinutes(in: index.week.teams[team]))
        let supervisors = time.people(inGroup: group, in: session).filter {
            time.people[$0].standing(for: activity, on: day, open: .support).contains(.supervises)
        }
        guard !supervisors.isEmpty else { return (.noSupervisor, 0) }
        // Whoever gives the contact now has its minutes to spare once it is delegated.
        let supervision = supervisors.reduce(0.0) { sum, person in
            let released = index.week.staff[person].id == row.staff ? minutes : 0
            return sum + min(time.supervisionLeft(person, session), time.free(person, session) + released)
        }
        guard supervision + 1e-6 >= route.supervisionMinutes else { return (.supervisionFull, 0) }
        let free = able.filter { time.free($0, session) >= minutes }
        guard !free.isEmpty else { return (.workersFull, 0) }
        let span = DelegationSpan(
            delegatedTo: delegatedTo.count(group: group, session: session),
            limit: route.remoteSupervision ? nil : time.spanLimit(group: group, session: session))
        let within = free.filter {
            span.hasRoom
                || delegatedTo.contains(index.week.staff[$0].id, group: group, session: session)
        }
        guard !within.isEmpty else { return (.spanFull, 0) }
        let possible = within.reduce(0) { $0 + Int(time.free($1, session) / max(1, minutes)) }
        return (.workersFull, possible)
    }

    /// What keeps a line that is not met from being delegated, whoever is deployed where: the state of the
    /// approval, a decision, or that nobody is signed off. Nil where something else is in the way.
    func obstacle(_ activity: Activity, _ line: DemandLine, team: Int) -> Reason? {
        let window = line.window.clamped(to: 0...max(0, index.week.sessions.count - 1))
        return nobody(activity, team: team, on: window.map { index.week.sessions[$0].day })
    }

    /// The row of an activity of which there is nothing to delegate.
    func idle(_ activity: Activity, isWanted: Bool) -> NotDelegatedFigure {
        let states = index.week.teams.indices.map { closed(activity, team: $0, on: index.week.start) }
        let state = states.contains { $0 == nil } ? nil : states.first ?? nil
        return NotDelegatedFigure(
            activity: activity.id, now: .none, reason: state ?? (isWanted ? .shared : .notWanted),
            contacts: 0,
            hours: 0, teams: [])
    }

    /// Why nobody of the roster may do it by delegation in the team on any of those days; nil where somebody may.
    private func nobody(_ activity: Activity, team: Int, on days: [CalendarDay]) -> Reason? {
        let fitOn = { (day: CalendarDay) in fit[activity.id]?[day] ?? [] }
        if days.contains(where: { day in fitOn(day).contains { may($0, activity, team, day) } }) {
            return nil
        }
        let open = days.filter { closed(activity, team: team, on: $0) == nil }
        guard !open.isEmpty else { return days.first.flatMap { closed(activity, team: team, on: $0) } }
        return open.allSatisfy { fitOn($0).isEmpty } ? .nobodySignedOff : .refused
    }

    /// Whether it may be delegated to that person in the team on the day.
    private func may(_ person: Int, _ activity: Activity, _ team: Int, _ day: CalendarDay) -> Bool {
        time.standing(person, activity, team: index.week.teams[team].id, on: day).contains(.delegated)
    }

    /// Why the delegated route is closed in the team on a day, apart from what is decided about people.
    private func closed(_ activity: Activity, team: Int, on day: CalendarDay) -> Reason? {
        switch index.decisions.closure(of: activity, in: index.week.teams[team].id, on: day) {
        case nil, .noRoute: nil
        case .refused: .refused
        case .proposed: .proposed
        case .withdrawn: .withdrawn
        case .pastReview: .pastReview
        }
    }
}
