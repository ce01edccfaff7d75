// SPDX-License-Identifier: GPL-3.0-or-later

/// Why the delegation of an activity cannot be tried.
public enum DelegationTrialError: Error, Sendable, Equatable {
    /// The framework has no such activity.
    case unknownActivity
    /// The framework has no delegated route for it, and so no word on who may be delegated to and who supervises.
    case noDelegatedRoute
    /// The framework has withdrawn the approval; that is for the framework to change.
    case withdrawn
}

extension Week {
    /// The week with the delegated route of an activity open to everyone in every team, from its first day to its
    /// last: as if approved, without a review that falls due and without decisions about it. Competencies, grades,
    /// supervision and span hold as ever.
    ///
    /// - Throws: Why that cannot be tried.
    public func trying(delegationOf activity: String) throws(DelegationTrialError) -> Week {
        guard let index = framework.activities.firstIndex(where: { $0.id == activity }) else {
            throw .unknownActivity
        }
        guard var route = framework.activities[index].delegated else { throw .noDelegatedRoute }
        guard route.status != .withdrawn else { throw .withdrawn }
        route.status = .approved
        route.reviewOn = nil
        return replacing { [route] parts in
            parts.framework.activities[index].delegated = route
            parts.decisions.removeAll { $0.activity == activity }
        }
    }
}
