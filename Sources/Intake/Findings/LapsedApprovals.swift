// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Delegations whose review fell due before the week, of care that is wanted: they close without a word.
enum LapsedApprovals {
    /// A notice for each, at its `review_on`.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let week = placed.week
        let decisions = DelegationDecisions(week.decisions, of: week.staff)
        let days = (0..<week.days).map { week.start.adding(days: $0) }
        for activity in week.framework.activities {
            guard let route = activity.delegated, route.status == .approved, let review = route.reviewOn,
                review < week.start, let field = placed.reviews[activity.id]
            else { continue }
            // A decision from before the review has been told of as one that ends with it.
            let isToldOf = week.decisions.contains {
                $0.activity == activity.id && $0.ruling == .allow && $0.on < review
            }
            if isToldOf { continue }
            var seen: Set<String> = []
            let lines = week.demand.filter { $0.activity == activity.id && $0.contacts > 0 }
            let isClosed = lines.contains { line in
                seen.insert(line.team).inserted
                    && !days.contains { decisions.isOpen(activity, in: line.team, on: $0) }
            }
            guard isClosed else { continue }
            field.notice(
                "the delegation of '\(activity.id)' lapsed with its review of \(review), so it counts on none of these "
                    + "days",
                expected: "a later review_on, or a decision in decisions.csv, once the review is done",
                diagnostics)
        }
    }
}
