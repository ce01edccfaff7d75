// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// On which days each activity may be delegated in which team, and to whom where that is decided about people.
struct DelegationTable: Sendable {
    private let teamCount: Int
    private let dayCount: Int
    private let activityCount: Int
    /// By activity, day and team, apart from what is decided about people.
    private let open: [Bool]
    /// By day and team, for each person and activity that some decision names together.
    private let personal: [Int: [Bool]]

    init(_ week: Week, activityIndex: [String: Int]) {
        let decisions = DelegationDecisions(week.decisions)
        let days = (0..<week.days).map { week.start.adding(days: $0) }
        let activities = week.framework.activities
        (teamCount, dayCount, activityCount) = (week.teams.count, days.count, activities.count)
        open = activities.flatMap { activity in
            days.flatMap { day in
                week.teams.map { decisions.isOpen(activity, in: $0.id, on: day) }
            }
        }
        var personal: [Int: [Bool]] = [:]
        let staffIndex = Dictionary(week.staff.enumerated().map { ($1.id, $0) }) { first, _ in first }
        for decision in week.decisions {
            guard let staff = decision.staff, let s = staffIndex[staff],
                let a = activityIndex[decision.activity], personal[s * activities.count + a] == nil
            else { continue }
            personal[s * activities.count + a] = days.flatMap { day in
                week.teams.map { decisions.allow(activities[a], to: staff, in: $0.id, on: day) }
            }
        }
        self.personal = personal
    }

    /// Whether the delegated route is open, apart from what is decided about people.
    func isOpen(activity: Int, day: Int, team: Int) -> Bool {
        open[(activity * dayCount + day) * teamCount + team]
    }

    /// Whether the activity may be delegated to that person.
    func allows(person: Int, activity: Int, day: Int, team: Int) -> Bool {
        personal[person * activityCount + activity]?[day * teamCount + team]
            ?? isOpen(activity: activity, day: day, team: team)
    }
}

extension Standing {
    /// The standing, with the delegated route only where it may be taken.
    func decided(by table: DelegationTable, person: Int, day: Int, activity: Int, team: Int) -> Standing {
        guard contains(.delegated),
            !table.allows(person: person, activity: activity, day: day, team: team)
        else { return self }
        return subtracting(.delegated)
    }
}
