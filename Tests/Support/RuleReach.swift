// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Which of the rules that few weeks meet by chance a random week reaches, so that tests can ask for enough of them.
public enum RuleReach: String, Sendable, CaseIterable {
    /// An older sign-off would meet what work that is asked for needs, and a newer one does not.
    case olderAssessment = "an older assessment would open work"
    /// Somebody on duty is at home where there is nothing for them to do.
    case presence = "somebody is at home with nothing to do"
    /// Somebody on duty may go somewhere, and has no team of their own that is open to them.
    case freePlace = "somebody on duty is forced nowhere"
    /// The best plan leaves such a person without a place.
    case noPlace = "somebody on duty is best left without a place"
    /// A refusal by name closes a support route, leading or seconding.
    case refusedSupport = "a refusal closes a support route"
    /// A refusal by name of what the registered route gives.
    case refusedRegistered = "a refusal leaves a registered route"
    /// The best plan has registered people give work whose delegated route is closed and not withdrawn.
    case closedDelegation = "registered work that could be delegated is priced"
    /// The best plan has somebody at work for a part of a session.
    case partSession = "somebody works a part of a session"
    /// The best plan has somebody in one of several teams that the rota leaves open.
    case severalPins = "somebody is pinned to several teams"

    /// The average alone keeps somebody from a way to work.
    case average = "average hours keep somebody from work"

    /// What a week and a best plan of it reach.
    public static func of(_ week: Week, _ plan: Plan) -> Set<RuleReach> {
        let world = OracleWorld(week: week)
        var found: Set<RuleReach> = []
        for (person, member) in week.staff.enumerated() {
            for session in week.sessions.indices {
                let duty = week.rota[person][session].duty
                guard duty == .rostered || duty == .available else { continue }
                found.formUnion(world.reach(member, session))
                if duty == .rostered { found.formUnion(world.placeReach(person, session, plan)) }
            }
        }
        if world.averageMatters { found.insert(.average) }
        for row in plan.deployments {
            guard let person = week.staff.firstIndex(where: { $0.id == row.staff }) else { continue }
            let mark = week.rota[person][row.session]
            if mark.minutes != nil { found.insert(.partSession) }
            if mark.pins.count > 1 { found.insert(.severalPins) }
        }
        for row in plan.contacts {
            guard let activity = week.framework.activities.first(where: { $0.id == row.activity }),
                let member = week.staff.first(where: { $0.id == row.staff }), world.isRegistered(member),
                activity.support == nil, world.couldBeDelegated(activity)
            else { continue }
            let decisions = DelegationDecisions(week.decisions, of: week.staff)
            if !decisions.isOpen(activity, in: row.team, on: week.sessions[row.session].day) {
                found.insert(.closedDelegation)
            }
        }
        return found
    }
}

extension OracleWorld {
    /// Whether somebody may work available sessions together that only the average keeps them from.
    fileprivate var averageMatters: Bool {
        guard week.policy.averageHours != nil else { return false }
        let free = OracleWorld(week: week.replacing { $0.policy.averageHours = nil })
        return week.staff.indices.contains { free.schedules($0).count > schedules($0).count }
    }

    /// Rules about what somebody may do in a session, of the activities asked for then.
    fileprivate func reach(_ member: StaffMember, _ session: Int) -> Set<RuleReach> {
        let day = week.sessions[session].day
        var found: Set<RuleReach> = []
        for line in week.demand where line.window.contains(session) {
            let (activity, team) = (activity(line), team(line))
            let blocks = [activity.registered?.needs, activity.support?.needs, activity.delegated?.needs]
            for need in blocks.compactMap(\.self).joined() where !holds(member, [need], day) {
                let isMetByOlder = week.signOffs.contains { row in
                    OracleWorld(week: week.replacing { $0.signOffs = [row] }).holds(member, [need], day)
                }
                if isMetByOlder { found.insert(.olderAssessment) }
            }
            guard isRefusedByName(member, activity, day, team) else { continue }
            if byRegistered(member, activity, day) { found.insert(.refusedRegistered) }
            let free = OracleWorld(week: week.replacing { $0.decisions = [] })
            let could =
                free.bySupport(member, activity, day, team) || free.canSecond(member, activity, day, in: team)
            let can = bySupport(member, activity, day, team) || canSecond(member, activity, day, in: team)
            if could, !can { found.insert(.refusedSupport) }
        }
        return found
    }

    /// Rules about where somebody on duty is in a session.
    fileprivate func placeReach(_ person: Int, _ session: Int, _ plan: Plan) -> Set<RuleReach> {
        let (member, day) = (week.staff[person], week.sessions[session].day)
        let places = places(person, session)
        guard !places.isEmpty else { return [] }
        guard mustBeSomewhere(person, session) else {
            let isPlaced = plan.deployments.contains { $0.staff == member.id && $0.session == session }
            return isPlaced ? [.freePlace] : [.freePlace, .noPlace]
        }
        let own = ownTeams(person, session)
        let hasWork = week.demand.contains { line in
            let (activity, team) = (activity(line), team(line))
            return own.contains(team)
                && (route(member, activity, day, in: team) != nil
                    || canSecond(member, activity, day, in: team))
        }
        return hasWork ? [] : [.presence]
    }
}
