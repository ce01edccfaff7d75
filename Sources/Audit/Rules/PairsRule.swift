// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 4: a double-handed contact is given by two different people, both deployed to the team: one able to
/// lead, the other able to second.
enum PairsRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        ledger.contacts.compactMap { row in
            let facts = ledger.facts
            let line = facts.lines[row.line]
            guard row.route == .doubleHanded, line.isTwoHanded, let fault = fault(row, line, ledger) else {
                return nil
            }
            return Violation(
                .pairs, staff: row.row.staff, session: row.session, line: line.line.id, team: line.line.team,
                "The double-handed \(Wording.count(row.contacts, "contact")) of line \(line.line.id) on "
                    + "\(facts.name(ofSession: row.session)) by \(row.row.staff)"
                    + "\(row.row.partner.map { " and \($0)" } ?? ""): \(fault).")
        }
    }

    private static func fault(_ row: Given, _ line: LineFacts, _ ledger: Ledger) -> String? {
        guard let partner = row.partner else { return "no partner is named" }
        guard partner != row.staff else { return "nobody pairs with themselves" }
        let absent = [row.staff, partner].filter { !ledger.teams($0, row.session).contains(line.team) }
        guard absent.isEmpty else {
            let names = absent.map { ledger.facts.name(ofStaff: $0) }.joined(separator: " and ")
            return "\(names) not deployed to \(ledger.facts.name(ofTeam: line.team)) there"
        }
        let day = ledger.facts.week.sessions[row.session].dayIndex
        guard ledger.facts.standing(row.staff, line.activityIndex, day: day, team: line.team).leads else {
            return "\(row.row.staff) is not able to lead '\(line.activity.id)'"
                + ledger.facts.remark(row.staff, line.activityIndex, day: day, team: line.team)
        }
        guard ledger.facts.standing(partner, line.activityIndex, day: day, team: line.team).seconds else {
            return "\(ledger.facts.name(ofStaff: partner)) is not able to second '\(line.activity.id)'"
                + ledger.facts.remark(partner, line.activityIndex, day: day, team: line.team)
        }
        return nil
    }
}
