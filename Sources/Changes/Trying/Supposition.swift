// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Something that no file says and nobody can enter: questions suppose it to see what becomes of the plan.
public enum Supposition: Sendable, Hashable, Codable {
    /// Nobody's way is too long.
    case noTravelLimit
    /// Everybody who has a home team is pinned to it; others go where they may.
    case homeTeamsOnly
    /// Somebody can get to a team in no time, by a way that nobody else takes.
    case inReach(staff: String, team: String)
    /// Some people may be sent to any team: no agreement, travel, placement or pin stops them.
    case anyTeam(staff: [String])
    /// Others supervise delegated work: it asks for no minutes, no presence and no span.
    case supervisedByOthers
    /// Two-handed contacts could be given by whoever may take part in them, as if a partner were always
    /// there.
    case partnersAlwaysThere
    /// Suitable two-handed contacts could be given alone by whoever may lead them.
    case singleHandedByLeads
    /// An activity may be delegated to everybody who is fit for it, in every team, from the first day to the
    /// last: as if approved, without a review that falls due and without decisions about it. Competencies,
    /// grades, supervision and span hold as ever.
    case delegated(activity: String)
}

extension Supposition: ChangeTopic {
    func apply(to week: inout ChangingWeek) {
        switch self {
        case .noTravelLimit: week.parts.travel = nil
        case .homeTeamsOnly: week.pinToHomeTeams()
        case .inReach(let staff, let team): week.bring(staff, to: team)
        case .anyTeam(let staff): week.letAnywhere(staff)
        case .supervisedByOthers:
            for a in week.parts.framework.activities.indices {
                week.parts.framework.activities[a].delegated?.isSupervisedByOthers = true
            }
        case .partnersAlwaysThere: week.freePairs()
        case .singleHandedByLeads:
            for a in week.parts.framework.activities.indices {
                guard let single = week.parts.framework.activities[a].singleHanded else { continue }
                week.parts.framework.activities[a].singleHanded = SingleHanded(
                    extraMinutes: single.extraMinutes)
            }
        case .delegated(let activity): week.delegate(activity)
        }
    }

    func condition(_ names: Naming) -> String {
        guard case .inReach(let staff, let team) = self else { return "there were \(words(names))" }
        return "\(names.person(staff)) could get to \(names.team(team)) (travel.csv)"
    }

    func words(_ names: Naming) -> String {
        switch self {
        case .noTravelLimit: "no limit on travel"
        case .homeTeamsOnly: "everybody in their home team"
        case .inReach(let staff, let team): "a way for \(names.person(staff)) to \(names.team(team))"
        case .anyTeam(let staff): "\(Naming.list(staff.map { names.person($0) })) in any team"
        case .supervisedByOthers: "others supervising delegated work"
        case .partnersAlwaysThere: "a partner for every double-handed contact"
        case .singleHandedByLeads: "suitable contacts given alone by whoever may lead them"
        case .delegated(let activity): "delegating \(names.activity(activity))"
        }
    }
}

extension ChangingWeek {
    fileprivate mutating func pinToHomeTeams() {
        for s in parts.staff.indices {
            guard let home = parts.staff[s].homeTeam else { continue }
            parts.rota[s] = parts.rota[s].map { RotaMark($0.duty, pin: home, minutes: $0.minutes) }
        }
    }

    /// They get a base of their own, with a way of no minutes to every team, so that nobody else's reach
    /// changes; an employer of their own likewise.
    fileprivate mutating func letAnywhere(_ staff: [String]) {
        let localities = Self.unique(parts.teams.map(\.locality))
        let organisations = Self.unique(parts.teams.map(\.organisation))
        let people = staff.compactMap { person($0) }
        let ids = Set(staff)
        for s in people {
            // No identifier holds a semicolon, so that nobody else is of that base or employer.
            let own = ";" + parts.staff[s].id
            parts.staff[s].baseLocality = own
            parts.staff[s].employer = own
            parts.agreements += organisations.map { Agreement(employer: own, organisation: $0, roles: nil) }
            if parts.travel != nil {
                parts.travel? += localities.map { TravelTime(from: own, to: $0, minutes: 0) }
            }
            parts.rota[s] = parts.rota[s].map { RotaMark($0.duty, minutes: $0.minutes) }
        }
        parts.placements.removeAll { ids.contains($0.staff) }
    }

    /// They get a base of their own, from which every way takes as long as before, but the one to the team.
    fileprivate mutating func bring(_ staff: String, to team: String) {
        let found = person(staff)
        guard let k = self.team(team), let s = found, let ways = parts.travel else { return }
        let (base, goal) = (parts.staff[s].baseLocality, parts.teams[k].locality)
        // No identifier holds a semicolon, so that nobody else is of that base.
        let own = ";" + staff
        parts.staff[s].baseLocality = own
        parts.travel? += [TravelTime(from: own, to: goal, minutes: 0)]
        if base != goal { parts.travel? += [TravelTime(from: own, to: base, minutes: 0)] }
        parts.travel? += ways.compactMap { way in
            let other = way.from == base ? way.to : way.to == base ? way.from : nil
            guard let other, other != goal, other != base else { return nil }
            return way.from == base
                ? TravelTime(from: own, to: other, minutes: way.minutes)
                : TravelTime(from: other, to: own, minutes: way.minutes)
        }
    }

    fileprivate mutating func freePairs() {
        parts.policy.avoidableDoubleHandedMinute = 0
        var twoHanded = Set<String>()
        for a in parts.framework.activities.indices where parts.framework.activities[a].hands == 2 {
            twoHanded.insert(parts.framework.activities[a].id)
            parts.framework.activities[a].singleHanded = SingleHanded()
            // Whoever could only be the second may lead: the lead is who is missing.
            if let second = parts.framework.activities[a].second {
                parts.framework.activities[a].support = second
            }
        }
        for i in parts.demand.indices where twoHanded.contains(parts.demand[i].activity) {
            parts.demand[i].singleHandedContacts = parts.demand[i].contacts
        }
    }

    fileprivate mutating func delegate(_ activity: String) {
        guard let a = self.activity(activity) else { return }
        guard var route = parts.framework.activities[a].delegated else {
            return refuse(.noRoute(.delegated, activity: activity))
        }
        guard route.status != .withdrawn else { return refuse(.withdrawn(activity: activity)) }
        route.status = .approved
        route.reviewOn = nil
        parts.framework.activities[a].delegated = route
        parts.decisions.removeAll { $0.activity == activity }
    }

    /// Values in order, each once.
    private static func unique(_ values: [String]) -> [String] {
        var seen = Set<String>()
        return values.filter { seen.insert($0).inserted }
    }
}
