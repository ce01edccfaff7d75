// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What each person is fit for of each activity on each day, and what decisions and approvals leave open of it.
struct StandingTable: Sendable {
    /// By person, day and activity, whatever routes are open.
    private let fit: [Standing]
    private let delegation: DelegationTable
    private let dayCount: Int
    private let activityCount: Int

    init(_ week: Week, _ index: WeekIndex, _ people: [Qualifications]) {
        let activities = week.framework.activities
        (dayCount, activityCount) = (week.days, activities.count)
        let dates = (0..<week.days).map { week.start.adding(days: $0) }
        fit = people.flatMap { person in
            dates.flatMap { date in
                activities.map { person.standing(for: $0, on: date, open: .all) }
            }
        }
        delegation = DelegationTable(week, index)
    }

    /// What a person is fit for, whatever routes decisions and approvals leave open.
    func fit(person: Int, day: Int, activity: Int) -> Standing {
        fit[(person * dayCount + day) * activityCount + activity]
    }

    /// What a person may do of an activity on a day in a team.
    func standing(person: Int, day: Int, activity: Int, team: Int) -> Standing {
        fit(person: person, day: day, activity: activity).keeping(
            delegation.routes(person: person, activity: activity, day: day, team: team))
    }
}
