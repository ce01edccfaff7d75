// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Who is where in each session of a plan, and what time they have left.
struct PlanTime {
    let index: WeekLookup
    /// What each person holds.
    let people: [Qualifications]
    /// People deployed to each team in each session, in order of the plan.
    private var there: [[[Int]]]
    private var used: [[Double]]
    private var supervising: [[Double]]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        self.index = index
        people = Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)
        let none = [Double](repeating: 0, count: week.sessions.count)
        there = Array(repeating: Array(repeating: [], count: week.sessions.count), count: week.teams.count)
        used = Array(repeating: none, count: week.staff.count)
        supervising = used
        for row in plan.deployments where week.sessions.indices.contains(row.session) {
            guard let person = index.person(row.staff), let team = index.team(row.team) else { continue }
            there[team][row.session].append(person)
        }
        for row in plan.contacts where week.sessions.indices.contains(row.session) {
            for person in [row.staff, row.partner].compactMap({ $0.flatMap(index.person) }) {
                used[person][row.session] += Double(row.minutes)
            }
        }
        for row in plan.supervision where week.sessions.indices.contains(row.session) {
            guard let person = index.person(row.supervisor) else { continue }
            used[person][row.session] += row.minutes
            supervising[person][row.session] += row.minutes
        }
    }

    /// People deployed to a team in a session.
    func people(at team: Int, in session: Int) -> [Int] { there[team][session] }

    /// People deployed to any team of a supervision group in a session.
    func people(inGroup group: String, in session: Int) -> [Int] {
        index.teams(ofGroup: group).flatMap { there[$0][session] }
    }

    /// Minutes a deployed person has left in a session, to a millionth; nought where the plan gives too much.
    func free(_ person: Int, _ session: Int) -> Double {
        max(0, ((index.capacity(person, session) - used[person][session]) * 1e6).rounded() / 1e6)
    }

    /// Minutes of supervision a person could still give in a session by the policy's limit.
    func supervisionLeft(_ person: Int, _ session: Int) -> Double {
        max(0, index.week.policy.supervisionMinutesPerSession - supervising[person][session])
    }

    /// What a person may do of an activity in a team on a day.
    func standing(_ person: Int, _ activity: Activity, team: String, on day: CalendarDay) -> Standing {
        people[person].standing(
            for: activity, on: day,
            open: index.decisions.openRoutes(
                to: activity, for: index.week.staff[person].id, in: team, on: day))
    }

    /// What a person may do of an activity in some team of the week on a day.
    func standingAnywhere(_ held: Qualifications, of staff: String, _ activity: Activity, on day: CalendarDay)
        -> Standing
    {
        held.standing(
            for: activity, on: day,
            open: index.week.teams.reduce(into: OpenRoutes()) { open, team in
                open.formUnion(index.decisions.openRoutes(to: activity, for: staff, in: team.id, on: day))
            })
    }
}
