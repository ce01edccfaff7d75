// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 2: contacts are given by people deployed to the team, and contacts and supervision fit into the minutes
/// those people have. (That both workers of a pair are there is part of rule 4, that supervisors are, of rule 6.)
enum TimeRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] { absences(ledger) + overruns(ledger) }

    private static func absences(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        return ledger.contacts.compactMap { row in
            let team = facts.lines[row.line].team
            guard row.route != .doubleHanded, !ledger.teams(row.staff, row.session).contains(team) else {
                return nil
            }
            return Violation(
                .time, staff: row.row.staff, session: row.session, line: row.row.line,
                team: facts.week.teams[team].id,
                "\(row.row.staff) gives \(Wording.count(row.contacts, "contact")) of line \(row.row.line) on "
                    + "\(facts.name(ofSession: row.session)) for \(facts.name(ofTeam: team)) but is not "
                    + "deployed there.")
        }
    }

    private static func overruns(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        var found: [Violation] = []
        for staff in facts.week.staff.indices {
            for session in facts.week.sessions.indices {
                let teams = ledger.teams(staff, session)
                guard !teams.isEmpty else { continue }
                let capacity = facts.capacity(staff, session)
                for group in Set(teams.map { facts.groupOfTeam[$0] }).sorted() {
                    let members = Set(teams.filter { facts.groupOfTeam[$0] == group }).sorted()
                    let minutes = members.map {
                        ledger.work[StaffSessionTeam(staff: staff, session: session, team: $0)] ?? 0
                    }
                    // What is supervised from afar takes time wherever somebody is.
                    let supervision = [group, facts.everyTeam].reduce(0.0) { sum, group in
                        let own = StaffSessionGroup(staff: staff, session: session, group: group)
                        return sum + (ledger.supervising[own] ?? 0)
                    }
                    let total = minutes.reduce(supervision, +)
                    let most = max(total / Double(members.count), minutes.max() ?? 0)
                    guard most > capacity + Tolerance.minutes else { continue }
                    let names = members.map { facts.name(ofTeam: $0) }.joined(separator: " and ")
                    let part = supervision > 0 ? " (\(Wording.time(supervision)) of it supervision)" : ""
                    found.append(
                        Violation(
                            .time, staff: facts.name(ofStaff: staff), session: session,
                            team: facts.week.teams[members[0]].id,
                            "\(facts.name(ofStaff: staff)) works \(Wording.time(total))\(part) on "
                                + "\(facts.name(ofSession: session)) for \(names) but has "
                                + "\(Wording.time(capacity))."))
                }
            }
        }
        return found
    }
}
