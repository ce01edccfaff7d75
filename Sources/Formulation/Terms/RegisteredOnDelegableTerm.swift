// SPDX-License-Identifier: GPL-3.0-or-later

/// Registered on delegable work: weight × contact minutes, a contact a registered person takes part in though a
/// support worker could do it.
enum RegisteredOnDelegableTerm: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        for contact in builder.layout.contacts {
            let pounds = builder.instance.registeredPrice(
                person: Int(contact.person), line: Int(contact.line))
            builder.addCost(pounds, to: Int(contact.column), for: .registeredOnDelegable)
        }
        for row in builder.instance.past.contacts {
            for s in row.workers {
                let pounds = builder.instance.registeredPrice(person: s, line: row.line)
                builder.addConstant(pounds * Double(row.contacts), for: .registeredOnDelegable)
            }
        }
    }
}
