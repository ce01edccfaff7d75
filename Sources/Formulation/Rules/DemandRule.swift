// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 3: every contact wanted is given in the line's window or counted as unmet.
enum DemandRule: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .line(let i) = place else { return }
        let contacts = Double(builder.instance.lines[i].contacts)
        builder.layout.unmet.append(builder.column(ColumnOrigin(.unmet, line: i), upTo: contacts))
    }

    static func addRows(to builder: inout ModelBuilder) {
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

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        for (i, line) in model.instance.lines.enumerated() {
            let met = model.layout.contactsOfLine[i].reduce(0) { met, index in
                let contact = model.layout.contacts[index]
                let share = contact.kind == .doubleHandedParts ? 0.5 : 1
                return met + share * values[Int(contact.column)]
            }
            values[model.layout.unmet[i]] = Double(line.contacts) - met
        }
    }
}
