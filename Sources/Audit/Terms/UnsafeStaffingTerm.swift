// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Heads, and registered heads, that a team's open sessions are short of.
enum UnsafeStaffingTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        let facts = ledger.facts
        var short = 0.0
        for (team, unit) in facts.week.teams.enumerated() {
            for session in facts.week.sessions.indices where unit.isOpen(in: facts.week.sessions[session]) {
                let heads = ledger.staff(deployedTo: team, in: session)
                    .filter { facts.week.staff[$0].employment.countsAsHead }
                let registered = heads.filter { facts.people[$0].isRegistered }
                short += max(0, Double(unit.minimumStaff) - Double(heads.count))
                short += max(0, Double(unit.minimumRegistered) - Double(registered.count))
            }
        }
        return facts.week.policy.unsafeStaffing * short
    }
}
