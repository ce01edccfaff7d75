// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Heads that a team's open sessions are short of: of all, of the registered who count there, and of whoever else has
/// to be there.
enum UnsafeStaffingTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        let facts = ledger.facts
        var short = 0.0
        for (team, unit) in facts.week.teams.enumerated() {
            for session in facts.week.sessions.indices where facts.isOpen(team, in: session) {
                let heads = ledger.staff(deployedTo: team, in: session)
                    .filter { facts.week.staff[$0].employment.countsAsHead }
                let registered = heads.filter {
                    unit.headProfessions.isEmpty
                        ? facts.people[$0].isRegistered
                        : facts.people[$0].isRegistered(inOneOf: unit.headProfessions)
                }
                short += max(0, Double(unit.minimumStaff) - Double(heads.count))
                short += max(0, Double(unit.minimumRegistered) - Double(registered.count))
                let when = facts.week.sessions[session]
                for row in facts.week.minimums where row.team == unit.id && applies(row, to: when) {
                    let there = heads.filter { counts(facts.people[$0], as: row.kind, on: when.day) }
                    short += max(0, Double(row.atLeast) - Double(there.count))
                }
            }
        }
        return facts.week.policy.unsafeStaffing * short
    }

    private static func applies(_ row: TeamMinimum, to session: Session) -> Bool {
        guard let when = row.when else { return true }
        return when.contains(.part(session.part.id))
            || when.contains(.session(session.day, part: session.part.id))
    }

    private static func counts(_ person: Person, as kind: HeadKind, on day: CalendarDay) -> Bool {
        switch kind {
        case .any: true
        case .registered(let professions):
            professions.isEmpty ? person.isRegistered : person.isRegistered(inOneOf: professions)
        case .holding(let need): person.holds([need], on: day)
        }
    }
}
