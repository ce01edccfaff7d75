// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Decisions about delegation for a random week, some of them about what the framework has not approved.
///
/// They draw from a stream of their own, so that weeks without them are the same as ever.
enum RandomDecisions {
    /// The week with decisions that the intake would accept, mostly about work that it asks for; some weeks stay
    /// without.
    static func added(to week: Week, seed: UInt64) -> Week {
        about(people: withDelegation(decidedIn: week, seed: seed), seed: seed)
    }

    /// Some weeks with decisions about people by name, of whatever the week asks for.
    private static func about(people week: Week, seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 32_452_843 &+ 11)
        guard random.chance(60) else { return week }
        return week.replacing { parts in
            let wanted = parts.demand.compactMap { line in
                parts.framework.activities.first { $0.id == line.activity }
            }
            for _ in 0..<random.pick(1...4) {
                let activity = random.pick(wanted)
                let isRefused = activity.delegated?.status == .withdrawn || random.chance(85)
                let decision = DelegationDecision(
                    activity: activity.id, staff: random.pick(parts.staff).id,
                    team: random.chance(25) ? random.pick(parts.teams).id : nil,
                    isRefused ? .refuse : .allow, reason: "seen", by: "AHP lead",
                    on: week.start.adding(days: random.pick([-30, -1, 0, 1])))
                add(decision, to: &parts)
            }
        }
    }

    /// Adds a decision unless one of the same day says the opposite.
    private static func add(_ decision: DelegationDecision, to parts: inout WeekParts) {
        let isContradicted = parts.decisions.contains {
            ($0.activity, $0.staff, $0.team) == (decision.activity, decision.staff, decision.team)
                && $0.on == decision.on && $0.ruling != decision.ruling
        }
        if !isContradicted { parts.decisions.append(decision) }
    }

    private static func withDelegation(decidedIn week: Week, seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 104_729 &+ 5)
        guard random.chance(65) else { return week }
        return week.replacing { parts in
            for index in parts.framework.activities.indices where random.chance(45) {
                parts.framework.activities[index].delegated?.status = .proposed
            }
            let routes = parts.framework.activities.filter { $0.delegated != nil }
            let demanded = routes.filter { activity in
                parts.demand.contains { $0.activity == activity.id && $0.contacts > 0 }
            }
            for _ in 0..<random.pick(1...5) {
                let activity = random.pick(demanded.isEmpty || random.chance(10) ? routes : demanded)
                add(decision(activity, parts, near: week.start, &random), to: &parts)
            }
        }
    }

    private static func decision(
        _ activity: Activity, _ parts: WeekParts, near start: CalendarDay, _ random: inout SeededRandom
    ) -> DelegationDecision {
        let status = activity.delegated?.status
        let ruling: DelegationDecision.Ruling =
            status == .withdrawn || random.chance(status == .approved ? 75 : 20) ? .refuse : .allow
        let on = start.adding(days: random.pick([-30, -1, 0, 0, 0, 1, 2, 6]))
        return DelegationDecision(
            activity: activity.id, staff: random.chance(35) ? random.pick(parts.staff).id : nil,
            team: random.chance(35) ? random.pick(parts.teams).id : nil, ruling, reason: "reviewed",
            by: "AHP lead", on: random.chance(30) ? activity.delegated?.reviewOn ?? on : on)
    }
}
