// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The review of an approved or allowed delegation that is due or has passed.
public struct ReviewFigure: Sendable, Equatable, Encodable {
    /// The activity's identifier.
    public let activity: String
    /// Who approved it.
    public let approvedBy: String
    /// The last day on which the approval holds.
    public let reviewOn: String
    /// Whether that day lies before the end of the horizon.
    public let hasPassed: Bool
    /// Contacts that this plan delegates, and that would need registered people afterwards.
    public let contacts: Int
    /// Whether a decision lets every team go on afterwards.
    public let isAllowed: Bool
    /// Whether an AHP lead has refused it in every team, so that there is nothing left to review.
    public let isRefused: Bool
    /// People of the roster to whom it can be delegated on the last day of the approval, with their sign-offs
    /// as they are.
    public let people: Int

    /// Days after the horizon's last day within which a review or the end of a sign-off is told of.
    public static let daysAhead = 60

    static func due(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime) -> [ReviewFigure] {
        let limit = index.last.adding(days: daysAhead)
        let found = index.week.framework.activities.compactMap { activity -> (CalendarDay, ReviewFigure)? in
            guard let route = activity.delegated, let day = route.reviewOn, day <= limit else { return nil }
            let after = max(day.adding(days: 1), index.last)
            let closures = index.week.teams.map {
                index.decisions.closure(of: activity, in: $0.id, on: after)
            }
            guard closures.contains(where: { isReviewed($0, route) }) else { return nil }
            let given = plan.contacts.filter { $0.activity == activity.id && $0.route == .delegated }
            let figure = ReviewFigure(
                activity: activity.id, approvedBy: route.approvedBy, reviewOn: day.iso,
                hasPassed: day < index.last, contacts: given.reduce(0) { $0 + $1.contacts },
                isAllowed: closures.allSatisfy { $0 == nil },
                isRefused: closures.allSatisfy { $0?.refusal != nil },
                people: index.index.humans.count(
                    time.people.indices.filter {
                        time.people[$0].standing(for: activity, on: day, open: .all).contains(.delegated)
                    }))
            return (day, figure)
        }
        // Equal days keep the framework's order.
        return found.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map(\.element.1)
    }

    /// Whether the review says anything in a team: of what was approved, or allowed there once.
    private static func isReviewed(_ closure: DelegationClosure?, _ route: DelegatedRoute) -> Bool {
        switch closure {
        case nil, .pastReview: true
        case .refused: route.status == .approved
        case .proposed, .withdrawn, .noRoute: false
        }
    }
}
