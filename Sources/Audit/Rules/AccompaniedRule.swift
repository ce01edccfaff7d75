// SPDX-License-Identifier: GPL-3.0-or-later

/// People of kinds that the policy has accompanied give contacts only where somebody registered is deployed in the
/// supervision group, and are never a pair among themselves.
enum AccompaniedRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        return ledger.contacts.compactMap { row in
            let accompanied = row.workers.filter { facts.isAccompanied($0) }
            guard let first = accompanied.first else { return nil }
            let line = facts.lines[row.line]
            let group = facts.groupOfTeam[line.team]
            let names = accompanied.map { facts.name(ofStaff: $0) }.joined(separator: " and ")
            let fault: String
            if !ledger.hasRegistered(group: group, session: row.session) {
                fault =
                    "nobody registered is deployed in group \(facts.name(ofGroup: group)) to accompany them"
            } else if row.workers.count == 2, accompanied.count == 2 {
                fault = "both have to be accompanied and are no pair by themselves"
            } else {
                return nil
            }
            return Violation(
                .accompanied, staff: facts.name(ofStaff: first), session: row.session, line: line.line.id,
                team: line.line.team,
                "\(names) give\(accompanied.count == 1 ? "s" : "") \(Wording.count(row.contacts, "contact")) of "
                    + "line \(line.line.id) on \(facts.name(ofSession: row.session)), but \(fault).")
        }
    }
}
