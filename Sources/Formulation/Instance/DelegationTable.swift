// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// On which days each activity may be delegated in which team, and which routes are open to people about whom
/// something is decided.
struct DelegationTable: Sendable {
    private let teamCount: Int
    private let dayCount: Int
    private let activityCount: Int
    /// By activity, day and team, apart from what is decided about people.
    private let open: [Bool]
    /// By day and team, for each person and activity that some decision names together.
    private let personal: [Int: [OpenRoutes]]

    init(_ week: Week, _ index: WeekIndex) {
        let decisions = DelegationDecisions(week.decisions, of: week.staff)
        let days = (0..<week.days).map { week.start.adding(days: $0) }
        let activities = week.framework.activities
        (teamCount, dayCount, activityCount) = (week.teams.count, days.count, activities.count)
        open = activities.flatMap { activity in
            days.flatMap { day in
                week.teams.map { decisions.isOpen(activity, in: $0.id, on: day) }
            }
        }
        var personal: [Int: [OpenRoutes]] = [:]
        for decision in week.decisions {
            guard let staff = decision.staff, let row = index.person(staff),
                let a = index.activity(decision.activity), personal[row * activities.count + a] == nil
            else { continue }
            let routes = days.flatMap { day in
                week.teams.map {
                    decisions.openRoutes(to: activities[a], for: staff, in: $0.id, on: day)
                }
            }
            for s in index.humans.rows(with: row) { personal[s * activities.count + a] = routes }
        }
        self.personal = personal
    }

    /// The routes to an activity that are open to a person.
    func routes(person: Int, activity: Int, day: Int, team: Int) -> OpenRoutes {
        personal[person * activityCount + activity]?[day * teamCount + team]
            ?? (open[(activity * dayCount + day) * teamCount + team] ? .all : .support)
    }
}
