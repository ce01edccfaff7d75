// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Decisions about delegation for a random week, some of them about what the framework has not approved.
///
/// They draw from a stream of their own, so that weeks without them are the same as ever.
enum RandomDecisions {
    /// Decisions that the intake would accept, and the framework they are about.
    static func make(
        seed: UInt64, _ framework: Framework, _ staff: [StaffMember], _ teams: [Team], near start: CalendarDay
    ) -> (framework: Framework, decisions: [DelegationDecision]) {
        var random = SeededRandom(seed: seed &* 104_729 &+ 5)
        guard random.chance(50) else { return (framework, []) }
        var framework = framework
        for index in framework.activities.indices where random.chance(40) {
            framework.activities[index].delegated?.status = .proposed
        }
        let routes = framework.activities.filter { $0.delegated != nil }
        var decisions: [DelegationDecision] = []
        for _ in 0..<random.pick(1...5) {
            let (activity, on) = (
                random.pick(routes), start.adding(days: random.pick([-30, -1, 0, 0, 1, 2, 6]))
            )
            let review = activity.delegated?.reviewOn
            let ruling: DelegationDecision.Ruling =
                activity.delegated?.status == .withdrawn || random.chance(40) ? .refuse : .allow
            let decision = DelegationDecision(
                activity: activity.id, staff: random.chance(40) ? random.pick(staff).id : nil,
                team: random.chance(40) ? random.pick(teams).id : nil, ruling, reason: "reviewed",
                by: "AHP lead",
                on: random.chance(30) ? review ?? on : on)
            let isContradicted = decisions.contains {
                ($0.activity, $0.staff, $0.team) == (decision.activity, decision.staff, decision.team)
                    && $0.on == decision.on && $0.ruling != decision.ruling
            }
            if !isContradicted { decisions.append(decision) }
        }
        return (framework, decisions)
    }
}
