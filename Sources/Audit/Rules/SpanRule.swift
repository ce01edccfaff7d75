// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 7: in each group and session, no more people do delegated work than the registered people deployed
/// there may oversee. There is no rule in a group in which a team's span is blank.
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
                            + "\(facts.groups[group]) on \(facts.name(ofSession: session)), but the registered "
                            + "people deployed there may oversee \(Wording.number(span))."))
            }
        }
        return found
    }

    /// How many people doing delegated work the registered people deployed in a group may oversee; nil: no rule.
    static func span(_ ledger: Ledger, group: Int, session: Int) -> Double? {
        let facts = ledger.facts
        var total = 0.0
        for (team, unit) in facts.week.teams.enumerated() where facts.groupOfTeam[team] == group {
            guard let span = unit.span else { return nil }
            let registered = ledger.staff(deployedTo: team, in: session)
                .filter { facts.people[$0].isRegistered }
            total += span * Double(registered.count)
        }
        return total
    }
}
