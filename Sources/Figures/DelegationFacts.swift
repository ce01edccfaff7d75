// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A week and a plan, ready to be asked what is delegated and what could be.
struct DelegationFacts {
    let week: Week
    let plan: Plan
    let decisions: DelegationDecisions
    let people: [Qualifications]
    let teams: [String: Team]

    init(_ week: Week, _ plan: Plan) {
        self.week = week
        self.plan = plan
        decisions = DelegationDecisions(week.decisions, of: week.staff)
        people = Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)
        teams = Dictionary(week.teams.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Activities with a delegated route, in order of the framework.
    private var delegable: [(activity: Activity, route: DelegatedRoute)] {
        week.framework.activities.compactMap { activity in
            activity.delegated.flatMap { activity.hands == 1 ? (activity, $0) : nil }
        }
    }

    // MARK: What is delegated

    func used() -> [UsedDelegation] {
        let rows = Dictionary(grouping: plan.contacts.filter { $0.route == .delegated }, by: \.activity)
        return delegable.flatMap { activity, route in
            week.teams.flatMap { team in
                let inTeam = Dictionary(
                    grouping: (rows[activity.id] ?? []).filter { $0.team == team.id }, by: \.staff)
                return week.staff.indices.compactMap { s in
                    inTeam[week.staff[s].id].map { used(activity, route, team, s, $0) }
                }
            }
        }
    }

    private func used(
        _ activity: Activity, _ route: DelegatedRoute, _ team: Team, _ s: Int, _ rows: [ContactRow]
    ) -> UsedDelegation {
        let sessions = Set(rows.map(\.session))
        let group = route.remoteSupervision ? WeekIndex.everywhereName : team.supervisionGroup
        let supervisors = Set(
            plan.supervision.filter {
                $0.activity == activity.id
                    && $0.group == group
                    && sessions.contains($0.session)
            }.map(\.supervisor)
        ).union(rows.compactMap(\.supervisor))
        let last = sessions.max().map { day($0) } ?? week.start
        let closures = sessions.sorted().map {
            decisions.closure(of: activity, staff: week.staff[s].id, in: team.id, on: day($0))
        }
        return UsedDelegation(
            activity: activity.id, staff: week.staff[s].id, team: team.id,
            contacts: rows.reduce(0) { $0 + $1.contacts },
            supervisors: week.staff.map(\.id).filter { supervisors.contains($0) },
            signOffs: route.needs.compactMap { people[s].evidence(of: $0, on: last) },
            reviewOn: route.reviewOn,
            decision: decisions.decision(
                about: activity.id, staff: week.staff[s].id, team: team.id, on: last),
            closure: closures.first { $0 != nil } ?? nil)
    }

    // MARK: What could have been

    func closed() -> [ClosedDelegation] {
        let lines = Dictionary(grouping: week.demand, by: \.activity)
        return delegable.flatMap { activity, route -> [ClosedDelegation] in
            guard route.status != .withdrawn, let lines = lines[activity.id] else { return [] }
            return week.teams.compactMap { team in
                closed(activity, team, lines.filter { $0.team == team.id })
            }
        }
    }

    private func closed(
        _ activity: Activity, _ team: Team, _ lines: [DemandLine]
    ) -> ClosedDelegation? {
        let sessions = Set(lines.flatMap { $0.window.filter { isUndecided(activity, team, day($0)) } })
        guard !sessions.isEmpty else { return nil }
        let touched = Set(lines.filter { $0.window.contains(where: sessions.contains) }.map(\.id))
        let unmet = plan.unmet.filter { touched.contains($0.line) && $0.priority.isCare }.reduce(0) {
            $0 + $1.contacts
        }
        let registered = plan.contacts.filter {
            touched.contains($0.line) && $0.route == .registered && sessions.contains($0.session)
        }.reduce(0) { $0 + $1.contacts }
        let fit = fit(for: activity, in: team, sessions)
        guard unmet + registered > 0, !(fit.there + fit.elsewhere).isEmpty else { return nil }
        return ClosedDelegation(
            activity: activity.id, team: team.id,
            cause: cause(activity, team, sessions),
            unmetContacts: unmet, registeredContacts: registered,
            registeredMinutes: registered * activity.minutes, staffThere: fit.there,
            staffElsewhere: fit.elsewhere)
    }

    /// Why it is not open on the last of those days.
    private func cause(
        _ activity: Activity, _ team: Team, _ sessions: Set<Int>
    ) -> ClosedDelegation.Cause {
        let last = sessions.max().map { day($0) } ?? week.start
        if case .pastReview(let review) = decisions.closure(of: activity, in: team.id, on: last) {
            return .reviewDue(review)
        }
        return .proposed
    }

    /// Whether the route is not open in the team that day, and not because somebody decided so.
    private func isUndecided(_ activity: Activity, _ team: Team, _ day: CalendarDay) -> Bool {
        switch decisions.closure(of: activity, in: team.id, on: day) {
        case .proposed, .pastReview: true
        case nil, .refused, .withdrawn, .noRoute: false
        }
    }

    /// Who could be delegated to in those sessions, and has no other route to it nor a refusal of their own.
    private func fit(
        for activity: Activity, in team: Team, _ sessions: Set<Int>
    ) -> (there: [String], elsewhere: [String]) {
        let there = Set(
            plan.deployments.filter { $0.team == team.id && sessions.contains($0.session) }.map {
                Place(staff: $0.staff, session: $0.session)
            })
        let ordered = sessions.sorted()
        var found: (there: [String], elsewhere: [String]) = ([], [])
        for (s, member) in week.staff.enumerated() {
            let able = ordered.filter { session in
                people[s].standing(for: activity, on: day(session), open: .all).isDelegatedOnly
                    && !isRefused(activity, member, team, day(session))
            }
            if able.contains(where: { there.contains(Place(staff: member.id, session: $0)) }) {
                found.there.append(member.id)
            } else if able.contains(where: { isAbout(s, $0) }) {
                found.elsewhere.append(member.id)
            }
        }
        return found
    }

    private func isRefused(
        _ activity: Activity, _ member: StaffMember, _ team: Team, _ day: CalendarDay
    ) -> Bool {
        decisions.closure(of: activity, staff: member.id, in: team.id, on: day)?.refusal != nil
    }

    private func isAbout(_ staff: Int, _ session: Int) -> Bool {
        let duty = week.rota[staff][session].duty
        return duty == .rostered || duty == .available
    }

    private struct Place: Hashable {
        let staff: String
        let session: Int
    }

    private func day(_ session: Int) -> CalendarDay {
        week.sessions.indices.contains(session) ? week.sessions[session].day : week.start
    }
}
