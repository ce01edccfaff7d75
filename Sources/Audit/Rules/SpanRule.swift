// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 7: in each group and session, no more people do delegated work than those deployed there who supervise such
/// work may oversee. There is no rule in a group in which a team's span is blank.
enum SpanRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        var found: [Violation] = []
        for session in facts.week.sessions.indices {
            for group in facts.groups.indices {
                let delegates = ledger.delegates[GroupSession(group: group, session: session)] ?? []
                guard !delegates.isEmpty, let span = span(ledger, group: group, session: session),
                    Double(delegates.count) > span + Tolerance.minutes
                else { continue }
                let names = delegates.map { facts.name(ofStaff: $0) }.joined(separator: ", ")
                found.append(
                    Violation(
                        .span, session: session,
                        "\(Wording.count(Double(delegates.count), "delegated worker")) (\(names)) in group "
                            + "\(facts.name(ofGroup: group)) on \(facts.name(ofSession: session)), but the "
                            + "supervisors deployed there may oversee \(Wording.number(span))."))
            }
        }
        return found
    }

    /// How many people doing delegated work those deployed in a group who supervise such work may oversee; nil: no rule.
    static func span(_ ledger: Ledger, group: Int, session: Int) -> Double? {
        let facts = ledger.facts
        var total = 0.0
        for (team, unit) in facts.week.teams.enumerated() where facts.groupOfTeam[team] == group {
            guard let span = unit.span else { return nil }
            let supervisors = ledger.staff(deployedTo: team, in: session).filter { staff in
                facts.spanned(group: group, session: session).contains {
                    facts.supervises(staff, $0, day: facts.week.sessions[session].dayIndex)
                }
            }
            total += span * Double(supervisors.count)
        }
        return total
    }
}
