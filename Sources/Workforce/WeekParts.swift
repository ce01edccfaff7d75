// SPDX-License-Identifier: GPL-3.0-or-later

/// The parts of a week, to be changed before another week is made of them.
///
///     let healthy = week.replacing { $0.rota[3][4] = RotaMark(.rostered) }
///
/// Whoever changes parts keeps them consistent: every reference between them still has to resolve.
public struct WeekParts: Sendable, Equatable {
    /// Days that are not as others of their weekday.
    public var specialDays: [SpecialDay]
    /// What planning is priced and limited by.
    public var policy: Policy
    /// Who may do what.
    public var framework: Framework
    /// The teams.
    public var teams: [Team]
    /// The roster.
    public var staff: [StaffMember]
    /// Sign-offs.
    public var signOffs: [SignOff]
    /// The rota: a row for each of `staff`, a mark for each session.
    public var rota: [[RotaMark]]
    /// Demand lines.
    public var demand: [DemandLine]
    /// What AHP leads decided about delegation.
    public var decisions: [DelegationDecision]
    /// What those in charge decided otherwise than the plan.
    public var overrides: [Override]
    /// Agreements between employers and organisations.
    public var agreements: [Agreement]
    /// Travel times; nil: travel has no limit.
    public var travel: [TravelTime]?
    /// Placements of a rotation.
    public var placements: [Placement]
    /// Who else must be in which team.
    public var minimums: [TeamMinimum]
    /// The plan in force.
    public var current: [CurrentDeployment]?
    /// The contacts of the plan in force.
    public var currentContacts: [CurrentContact]?
    /// Supervision of the plan in force.
    public var currentSupervision: [SupervisionRow]?
    /// The first session that is not over, by its index.
    public var frozenBefore: Int?
    /// What people ask for themselves.
    public var requests: [StaffRequest]
}

extension Week {
    /// This week's parts.
    public var content: WeekParts {
        WeekParts(
            specialDays: specialDays, policy: policy, framework: framework, teams: teams, staff: staff,
            signOffs: signOffs, rota: rota,
            demand: demand, decisions: decisions, overrides: overrides, agreements: agreements,
            travel: travel,
            placements: placements, minimums: minimums, current: current,
            currentContacts: currentContacts, currentSupervision: currentSupervision,
            frozenBefore: frozenBefore, requests: requests)
    }

    /// Another week of as many days and the same sessions, with some parts changed.
    ///
    /// - Parameter start: Its first day, a Monday; nil: the same days.
    public func replacing(start: CalendarDay? = nil, _ change: (inout WeekParts) -> Void) -> Week {
        var content = content
        change(&content)
        return Week(
            start: start ?? self.start, days: days, parts: parts, policy: content.policy,
            framework: content.framework,
            teams: content.teams, staff: content.staff, signOffs: content.signOffs, rota: content.rota,
            demand: content.demand, decisions: content.decisions, agreements: content.agreements,
            travel: content.travel, placements: content.placements, current: content.current,
            overrides: content.overrides, minimums: content.minimums,
            currentContacts: content.currentContacts, specialDays: content.specialDays,
            requests: content.requests, currentSupervision: content.currentSupervision,
            frozenBefore: content.frozenBefore)
    }
}
