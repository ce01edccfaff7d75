// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What an AHP lead has to decide on: the delegations a plan uses, and those it could have used had they been open.
///
///     let review = DelegationReview(week: week, plan: plan)
///     for item in review.used { print(item.staff, item.activity, item.contacts) }
public struct DelegationReview: Sendable {
    /// What the plan delegates, an activity, support worker and team each, in order of framework, teams and roster.
    public let used: [UsedDelegation]
    /// What is proposed or due for review and would have mattered, an activity and team each, in the same order.
    public let closed: [ClosedDelegation]
    /// The week it looks at.
    public let week: Week

    /// Looks a plan through. Rows that name what the week does not have are left out.
    public init(week: Week, plan: Plan) {
        self.week = week
        let facts = DelegationFacts(week, plan)
        used = facts.used()
        closed = facts.closed()
    }
}

/// A delegated activity that a plan has a support worker give in a team.
public struct UsedDelegation: Sendable, Equatable {
    /// The activity.
    public var activity: String
    /// Who gives it.
    public var staff: String
    /// In which team.
    public var team: String
    /// Contacts in the days planned.
    public var contacts: Int
    /// Who supervises such work in the group in those sessions, in order of the roster.
    public var supervisors: [String]
    /// The sign-offs that it rests on, one for each need of the route, as they stand on the last day it is given.
    public var signOffs: [HeldSignOff]
    /// When the framework's approval is due for review; nil: never.
    public var reviewOn: CalendarDay?
    /// The decision that it rests on, if there is one, on the last day it is given.
    public var decision: DelegationDecision?
    /// Why the week no longer lets it be delegated, on the first day it is given on which that is so: the
    /// plan was made before. Nil where it may be.
    public var closure: DelegationClosure?
}

/// A delegation that was not open in a team, where it would have mattered.
public struct ClosedDelegation: Sendable, Equatable {
    /// Why it is not open.
    public enum Cause: Sendable, Equatable {
        /// The framework only proposes it.
        case proposed
        /// The approval was due for review on that day.
        case reviewDue(CalendarDay)
    }

    /// The activity.
    public var activity: String
    /// The team that asks for it.
    public var team: String
    /// Why it is not open.
    public var cause: Cause
    /// Contacts not met, of lines whose windows have days on which it is not open.
    public var unmetContacts: Int
    /// Contacts that registered people give on those days.
    public var registeredContacts: Int
    /// Minutes of contact in them.
    public var registeredMinutes: Int
    /// Who the plan has in the team then and could have been delegated to, by role and sign-offs, in order of the
    /// roster.
    public var staffThere: [String]
    /// Who else on the roster could, and is on duty or available then.
    public var staffElsewhere: [String]
}
