// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// What the framework says of delegating an activity. What AHP leads decided about it stays.
public struct DelegationChange: Sendable, Hashable, Codable {
    /// The activity; it has a delegated route.
    public var activity: String
    /// Where its approval stands; nil: as it was.
    public var status: DelegatedRoute.Status?
    /// The last day on which that holds; nil: as it was.
    public var reviewOn: CalendarDay?
    /// Who approved it; nil: as it was.
    public var approvedBy: String?

    /// What the framework says.
    public init(
        activity: String, _ status: DelegatedRoute.Status? = nil, reviewOn: CalendarDay? = nil,
        approvedBy: String? = nil
    ) {
        self.activity = activity
        self.status = status
        self.reviewOn = reviewOn
        self.approvedBy = approvedBy
    }
}

extension DelegationChange: ChangeTopic {
    func apply(to week: inout ChangingWeek) {
        guard let a = week.activity(activity) else { return }
        guard var route = week.parts.framework.activities[a].delegated else {
            return week.refuse(.noRoute(.delegated, activity: activity))
        }
        if let status { route.status = status }
        if let reviewOn { route.reviewOn = reviewOn }
        if let approvedBy { route.approvedBy = approvedBy }
        week.parts.framework.activities[a].delegated = route
    }

    func words(_ names: Naming) -> String {
        "\(names.activity(activity))'s delegation \(status?.rawValue ?? "as it is")"
            + (reviewOn.map { " until \(Show.day($0))" } ?? "")
    }
}
