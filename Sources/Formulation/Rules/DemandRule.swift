// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 3: every contact wanted is given in the line's window or counted as unmet.
enum DemandRule {
    static func add(to builder: inout ModelBuilder) {
        for (i, line) in builder.instance.lines.enumerated() {
            var terms: [ModelBuilder.Term] = builder.layout.contactsOfLine[i].compactMap { index in
                let contact = builder.layout.contacts[index]
                return contact.kind == .doubleHandedParts ? nil : (Int(contact.column), 1)
            }
            terms += builder.layout.doubleHanded[i].map { ($0.column, 1) }
            terms.append((builder.layout.unmet[i], 1))
            builder.equals(Double(line.contacts), RowOrigin(.demand, team: line.team, line: i), terms)
        }
    }
}
