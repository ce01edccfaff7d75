// SPDX-License-Identifier: GPL-3.0-or-later

/// Continuity: weight, a contact of a line with usual people that somebody else gives, or takes part in.
enum ContinuityTerm: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        guard builder.instance.lines.contains(where: { $0.usual != nil }) else { return }
        for contact in builder.layout.contacts {
            let pounds = builder.instance.continuityPrice(
                person: Int(contact.person), line: Int(contact.line))
            builder.addCost(pounds, to: Int(contact.column), for: .continuity)
        }
        for row in builder.instance.past.contacts {
            for s in row.workers {
                let pounds = builder.instance.continuityPrice(person: s, line: row.line)
                builder.addConstant(pounds * Double(row.contacts), for: .continuity)
            }
        }
    }
}
