// SPDX-License-Identifier: GPL-3.0-or-later

/// What an AHP lead decided about the delegation of an activity: evidence that stands beside the framework's own
/// approval.
public struct DelegationDecision: Sendable, Equatable {
    /// What was decided.
    public enum Ruling: String, Sendable, CaseIterable {
        /// The work may be delegated, though the framework's approval is only proposed or past its review.
        case allow
        /// The work is not delegated, whatever the framework says; to somebody who is named it is not given as a
        /// support worker's either.
        case refuse
    }

    /// The activity; it has a delegated route, unless the decision names somebody.
    public var activity: String
    /// Whom it concerns; nil: everyone.
    public var staff: String?
    /// The team it concerns; nil: every team.
    public var team: String?
    /// What was decided.
    public var ruling: Ruling
    /// Why.
    public var reason: String
    /// Who decided.
    public var by: String
    /// The first day on which it holds. It has no last day: a later decision ends it.
    public var on: CalendarDay

    /// A decision.
    public init(
        activity: String, staff: String? = nil, team: String? = nil, _ ruling: Ruling, reason: String,
        by: String,
        on: CalendarDay
    ) {
        self.activity = activity
        self.staff = staff
        self.team = team
        self.ruling = ruling
        self.reason = reason
        self.by = by
        self.on = on
    }
}
