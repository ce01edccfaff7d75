// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 5: no more contacts of a line are given single-handed than reviews found suitable, and only by people
/// able to.
enum SingleHandedRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] { people(ledger) + amounts(ledger) }

    private static func people(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        return ledger.contacts.compactMap { row in
            let line = facts.lines[row.line]
            let day = facts.week.sessions[row.session].dayIndex
            guard line.isTwoHanded, row.route == .singleHanded,
                !facts.standing(row.staff, line.activityIndex, day: day, team: line.team).alone
            else { return nil }
            return Violation(
                .singleHanded, staff: row.row.staff, session: row.session, line: line.line.id,
                team: line.line.team,
                "\(row.row.staff) gives \(Wording.count(row.contacts, "contact")) of line \(line.line.id) on "
                    + "\(facts.name(ofSession: row.session)) single-handed but is not able to"
                    + facts.remark(row.staff, line.activityIndex, day: day, team: line.team) + ".")
        }
    }

    private static func amounts(_ ledger: Ledger) -> [Violation] {
        ledger.facts.lines.indices.compactMap { index in
            let line = ledger.facts.lines[index]
            let given = ledger.singleHanded[index]
            guard given > max(line.suitable, ledger.singleHandedBefore[index]) else { return nil }
            return Violation(
                .singleHanded, line: line.line.id, team: line.line.team,
                "Line \(line.line.id) has \(Wording.count(given, "single-handed contact")) but only "
                    + "\(Wording.number(line.suitable)) are suitable.")
        }
    }
}
