// SPDX-License-Identifier: GPL-3.0-or-later

/// Why the delegated route of an activity is closed.
public enum DelegationClosure: Sendable, Equatable {
    /// An AHP lead decided against it.
    case refused(DelegationDecision)
    /// The framework only proposes it, and nobody has allowed it.
    case proposed
    /// The framework has withdrawn it; no decision brings it back.
    case withdrawn
    /// It was approved or allowed, and its review fell due on that day.
    case pastReview(CalendarDay)
    /// There is no delegated route that anybody could take.
    case noRoute

    /// The decision that closes it, where one does.
    public var refusal: DelegationDecision? {
        if case .refused(let decision) = self { return decision }
        return nil
    }
}

extension DelegatedRoute {
    /// Why the route is closed on a day, given the decision that counts there, if there is one; nil where it
    /// is open.
    ///
    /// A decision to allow stands for the approval, and for the review where it is dated on the day of the
    /// review or later; one from before leaves the review due. A withdrawn route stays closed.
    func closure(on day: CalendarDay, under decision: DelegationDecision?) -> DelegationClosure? {
        if let decision, decision.ruling == .refuse { return .refused(decision) }
        if status == .withdrawn { return .withdrawn }
        guard status == .approved || decision != nil else { return .proposed }
        guard let review = reviewOn, review < day else { return nil }
        if let decision, review <= decision.on { return nil }
        return .pastReview(review)
    }

    /// Whether the route counts on a day, given the decision that counts there, if there is one.
    public func isOpen(on day: CalendarDay, under decision: DelegationDecision?) -> Bool {
        closure(on: day, under: decision) == nil
    }
}

extension DelegationDecisions {
    /// Why an activity is not delegated in a team on a day; nil where it may be.
    ///
    /// This is the one place that knows: whether a route is open, what is refused, proposed or due for
    /// review, and what people read of it, all come from here.
    ///
    /// - Parameter staff: To whom; nil: to anybody, apart from what is decided about single people. Their
    ///   competencies and grade are another question.
    public func closure(
        of activity: Activity, staff: String? = nil, in team: String, on day: CalendarDay
    ) -> DelegationClosure? {
        guard activity.hands == 1, let route = activity.delegated else { return .noRoute }
        return route.closure(
            on: day, under: decision(about: activity.id, staff: staff, team: team, on: day))
    }
}
