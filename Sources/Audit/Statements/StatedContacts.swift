// SPDX-License-Identifier: GPL-3.0-or-later

/// What contacts.csv says of minutes.
enum StatedContacts: Statement {
    static func discrepancies(_ ledger: Ledger) -> [Discrepancy] {
        let facts = ledger.facts
        return ledger.contacts.compactMap { row in
            let minutes = facts.minutes(facts.lines[row.line], row.route) * row.contacts
            guard minutes != Double(row.row.minutes) else { return nil }
            return Discrepancy(
                .contacts, staff: row.row.staff, session: row.session, line: row.row.line,
                team: row.row.team,
                "contacts.csv states \(row.row.minutes) minutes for line \(row.row.line) by "
                    + "\(row.row.staff) on \(facts.name(ofSession: row.session)), which are "
                    + "\(Wording.number(minutes)).")
        }
    }
}
