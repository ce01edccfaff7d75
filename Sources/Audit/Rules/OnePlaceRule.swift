// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 1: nobody is deployed twice in a session, in one row of the roster or in several, and everyone on duty whose own team is open to them has a place,
/// there or elsewhere.
enum OnePlaceRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        var found: [Violation] = []
        for staff in facts.week.staff.indices {
            for session in facts.week.sessions.indices {
                let teams = ledger.teams(staff, session)
                let who = "\(facts.name(ofStaff: staff)) on \(facts.name(ofSession: session))"
                if teams.count > 1 {
                    let names = teams.map { facts.name(ofTeam: $0) }.joined(separator: " and ")
                    found.append(
                        Violation(
                            .onePlace, staff: facts.name(ofStaff: staff), session: session,
                            "\(who) is deployed \(teams.count) times: to \(names)."))
                } else if teams.isEmpty, let team = facts.ownTeam(staff, session) {
                    found.append(
                        Violation(
                            .onePlace, staff: facts.name(ofStaff: staff), session: session,
                            "\(who) is on duty and deployed nowhere, but has a place in "
                                + "\(facts.name(ofTeam: team))."))
                }
            }
        }
        return found + inSeveralRows(ledger)
    }

    /// People of several rows who are deployed by two of them in a session.
    private static func inSeveralRows(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        var found: [Violation] = []
        for staff in facts.week.staff.indices {
            let rows = facts.rowsOfPerson[staff]
            guard rows.count > 1, rows.first == staff else { continue }
            for session in facts.week.sessions.indices {
                let deployed = rows.filter { !ledger.teams($0, session).isEmpty }
                guard deployed.count > 1 else { continue }
                let names = deployed.map(facts.name(ofStaff:)).joined(separator: " and ")
                found.append(
                    Violation(
                        .onePlace, staff: facts.name(ofStaff: staff), session: session,
                        "\(names) are one person, deployed in \(deployed.count) rows on "
                            + "\(facts.name(ofSession: session))."))
            }
        }
        return found
    }
}
