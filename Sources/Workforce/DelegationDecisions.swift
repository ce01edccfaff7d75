// SPDX-License-Identifier: GPL-3.0-or-later

/// Decisions about delegation, ready to be asked which one counts.
///
///     let decisions = DelegationDecisions(week.decisions, of: week.staff)
///     if decisions.openRoutes(to: activity, for: "SW-01", in: "north-home", on: day).contains(.delegated) { … }
///
/// Of the decisions that hold on a day and match, the one that says most exactly whom it concerns counts: a person
/// in a team, then a person, then a team, then the whole activity. Of several that say it as exactly, the latest
/// counts, and of those of one day the last in the file. What is decided about one row of a human is decided about all.
public struct DelegationDecisions: Sendable {
    /// Whom a decision concerns, and in what.
    struct Scope: Hashable {
        let activity: String
        let staff: String?
        let team: String?

        init(activity: String, staff: String?, team: String?) {
            self.activity = activity
            self.staff = staff
            self.team = team
        }

        /// - Parameter humans: The human of each row that names one.
        init(_ decision: DelegationDecision, _ humans: [String: String]) {
            self.init(
                activity: decision.activity, staff: decision.staff.map { humans[$0] ?? $0 },
                team: decision.team)
        }
    }

    /// Decisions of one scope, the earliest first, and those of one day as in the file.
    private let byScope: [Scope: [DelegationDecision]]
    private let activities: Set<String>
    private let humans: [String: String]

    /// Decisions in the order of their file.
    ///
    /// - Parameter staff: The roster, for which rows are one human.
    public init(_ decisions: [DelegationDecision], of staff: [StaffMember]) {
        activities = Set(decisions.map(\.activity))
        let humans = staff.humansById
        self.humans = humans
        let scopes = Dictionary(grouping: decisions.indices) { Scope(decisions[$0], humans) }
        byScope = scopes.mapValues { indices in
            indices.sorted { (decisions[$0].on, $0) < (decisions[$1].on, $1) }.map { decisions[$0] }
        }
    }

    /// The decision that counts for a person in a team on a day.
    ///
    /// - Parameter staff: Who; nil: for the activity in the team as a whole, apart from what is decided about people.
    public func decision(
        about activity: String, staff: String? = nil, team: String, on day: CalendarDay
    ) -> DelegationDecision? {
        guard activities.contains(activity) else { return nil }
        if let staff = staff.map({ humans[$0] ?? $0 }) {
            if let found = latest(Scope(activity: activity, staff: staff, team: team), day) { return found }
            if let found = latest(Scope(activity: activity, staff: staff, team: nil), day) { return found }
        }
        return latest(Scope(activity: activity, staff: nil, team: team), day)
            ?? latest(Scope(activity: activity, staff: nil, team: nil), day)
    }

    /// Whether the delegated route of an activity is open in a team on a day, apart from what is decided about
    /// people.
    public func isOpen(_ activity: Activity, in team: String, on day: CalendarDay) -> Bool {
        guard activity.hands == 1, let route = activity.delegated else { return false }
        return route.isOpen(on: day, under: decision(about: activity.id, team: team, on: day))
    }

    /// The routes to an activity that are open to a person in a team on a day. Their competencies and grade are
    /// another question.
    public func openRoutes(
        to activity: Activity, for staff: String, in team: String, on day: CalendarDay
    ) -> OpenRoutes {
        OpenRoutes(
            of: activity, on: day,
            under: decision(about: activity.id, staff: staff, team: team, on: day))
    }

    private func latest(_ scope: Scope, _ day: CalendarDay) -> DelegationDecision? {
        byScope[scope]?.last { $0.on <= day }
    }
}

extension Week {
    /// The decisions that count on some day of the horizon for those they concern, in order of the file: all that
    /// begin within it, and of those from before the last of each scope.
    public var decisionsInForce: [DelegationDecision] {
        let last = start.adding(days: days - 1)
        let humans = staff.humansById
        let scopes = Dictionary(grouping: decisions.indices) { index in
            DelegationDecisions.Scope(decisions[index], humans)
        }
        let counting = scopes.values.flatMap { scope in
            let ordered = scope.filter { decisions[$0].on <= last }
                .sorted { (decisions[$0].on, $0) < (decisions[$1].on, $1) }
            return ordered.enumerated().filter { place, index in
                guard place + 1 < ordered.count else { return true }
                // The next one replaces it before it counts on any day of the horizon.
                return decisions[ordered[place + 1]].on > max(start, decisions[index].on)
            }.map(\.element)
        }
        return counting.sorted().map { decisions[$0] }
    }
}
