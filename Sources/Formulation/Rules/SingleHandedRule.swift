// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 5: no more contacts are given single-handed than a review found suitable.
enum SingleHandedRule: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        for (i, line) in builder.instance.lines.enumerated() where line.hands == 2 {
            let terms: [ModelBuilder.Term] = builder.layout.contactsOfLine[i].compactMap { index in
                let contact = builder.layout.contacts[index]
                return contact.kind == .singleHandedContacts ? (Int(contact.column), 1) : nil
            }
            if !terms.isEmpty {
                builder.atMost(
                    Double(line.singleHanded), RowOrigin(.singleHanded, team: line.team, line: i), terms)
            }
        }
    }
}
