// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 3: contacts are given in sessions of their line's window only.
enum WindowsRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        return ledger.contacts.compactMap { row in
            let line = facts.lines[row.line].line
            guard !line.window.contains(row.session) else { return nil }
            return Violation(
                .windows, staff: row.row.staff, session: row.session, line: line.id, team: line.team,
                "\(row.row.staff) gives \(Wording.count(row.contacts, "contact")) of line \(line.id) on "
                    + "\(facts.name(ofSession: row.session)) but its window is from "
                    + "\(facts.name(ofSession: line.window.lowerBound)) to "
                    + "\(facts.name(ofSession: line.window.upperBound)).")
        }
    }
}
