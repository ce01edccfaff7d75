// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension WeekFacts {
    /// Whether an activity may be delegated to a person in a team on a day of the horizon, 0-based: the approval in
    /// the framework, and what is decided about it. Fitness of the person is another question.
    func isDelegated(_ activity: Int, to staff: Int, in team: Int, day: Int) -> Bool {
        isOpen(activity, day: day, team: team) { id in id.map { self.isPerson(staff, named: $0) } ?? true }
    }

    /// The refusal by name that counts for a person in a team on a day: it closes the support route as well. Nil
    /// where none does.
    func refusal(_ activity: Int, of staff: Int, in team: Int, day: Int) -> DelegationDecision? {
        let row = counting(activity, day: day, team: team) { id in
            id.map { isPerson(staff, named: $0) } ?? true
        }
        return row.flatMap { $0.ruling == .refuse && $0.staff != nil ? $0 : nil }
    }

    /// Of the decisions about an activity that hold and match, the one that counts.
    private func counting(
        _ activity: Int, day: Int, team: Int, concerns: (String?) -> Bool
    ) -> DelegationDecision? {
        let date = week.start.adding(days: day)
        let unit = week.teams[team].id
        return decisionsOfActivity[activity].filter { row in
            row.on <= date && concerns(row.staff) && (row.team == nil || row.team == unit)
        }.enumerated().max { rank($0) < rank($1) }?.element
    }

    private func isOpen(
        _ activity: Int, day: Int, team: Int, concerns: (String?) -> Bool
    ) -> Bool {
        let kind = week.framework.activities[activity]
        guard kind.hands == 1, let route = kind.delegated else { return false }
        let date = week.start.adding(days: day)
        let isBeforeReview = route.reviewOn.map { date <= $0 } ?? true
        guard let row = counting(activity, day: day, team: team, concerns: concerns) else {
            return route.status == .approved && isBeforeReview
        }
        if row.ruling == .refuse || route.status == .withdrawn { return false }
        let isReview = route.reviewOn.map { $0 <= row.on } ?? true
        return isBeforeReview || isReview
    }

    /// A person weighs more than a team, both more than either; then the later day, then the later row.
    private func rank(_ row: (offset: Int, element: DelegationDecision)) -> (Int, Int, Int) {
        let exactness = (row.element.staff == nil ? 0 : 2) + (row.element.team == nil ? 0 : 1)
        return (exactness, row.element.on.number, row.offset)
    }
}
