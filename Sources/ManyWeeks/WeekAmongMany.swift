// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A week with its plan, where it has one, to be looked at beside others.
public struct WeekAmongMany: Sendable {
    /// How the plan stands to the week.
    public enum PlanState: String, Sendable, Encodable {
        /// There is none.
        case none
        /// It is as it was made.
        case asMade = "as made"
        /// It, or its week, was changed since.
        case changed
        /// It breaks rules of the week.
        case breaksRules = "breaks rules"
    }

    /// The folder's name, by which people know it.
    public let name: String
    /// The week.
    public let week: Week
    /// Its plan, restated where it is not as it was made.
    public let plan: Plan?
    /// How the plan stands to the week.
    public let state: PlanState
    /// What is worked in it.
    let worked: HoursWorked

    /// A week without a plan: what it says of working time is its rota alone.
    public init(name: String, week: Week) {
        self.init(name: name, week: week, plan: nil, state: .none)
    }

    /// A week with a plan.
    public init(name: String, week: Week, plan: Plan, standing: PlanStanding) {
        self.init(
            name: name, week: week, plan: plan,
            state: !standing.breaches.isEmpty ? .breaksRules : standing.isAsMade ? .asMade : .changed)
    }

    private init(name: String, week: Week, plan: Plan?, state: PlanState) {
        self.name = name
        self.week = week
        self.plan = plan
        self.state = state
        worked = HoursWorked(week, deployments: plan?.deployments ?? [])
    }

    /// The first day after it.
    var end: CalendarDay { week.start.adding(days: week.days) }

    /// The first day of which nothing is known: after fewer days than a week the next Monday, since nobody works on those
    /// that are not planned.
    var knownUntil: CalendarDay { max(end, week.start.adding(days: 7 * worked.wholeWeeks)) }

    /// The week with the human of each row as all weeks together tell it.
    ///
    /// - Parameter humans: By identifier, of rows that name one in some week.
    func naming(_ humans: [String: String]) -> WeekAmongMany {
        guard week.staff.contains(where: { $0.human != humans[$0.id] ?? $0.id }) else { return self }
        let named = week.replacing { parts in
            for row in parts.staff.indices { parts.staff[row].person = humans[parts.staff[row].id] }
        }
        return WeekAmongMany(name: name, week: named, plan: plan, state: state)
    }
}
