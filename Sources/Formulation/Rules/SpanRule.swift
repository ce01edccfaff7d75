// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 7: people doing delegated work in a group and session are within the span of those who supervise such work
/// there.
enum SpanRule {
    private struct Place: Hashable, Comparable {
        let group: Int
        let session: Int

        static func < (one: Place, other: Place) -> Bool {
            (one.group, one.session) < (other.group, other.session)
        }
    }

    static func add(to builder: inout ModelBuilder) {
        let instance = builder.instance
        var delegating: [Place: [ModelBuilder.Term]] = [:]
        for delegates in builder.layout.delegates {
            let (cell, g) = (
                builder.cell(Int(delegates.person), Int(delegates.session)), Int(delegates.group)
            )
            delegating[Place(group: g, session: Int(delegates.session)), default: []]
                .append((Int(delegates.column), 1))
            for contact in builder.layout.contacts[builder.layout.contactsOfCell[cell]]
            where contact.kind == .delegatedContacts && instance.groupOfTeam[Int(contact.team)] == g
                && instance.isUnderSpan(line: Int(contact.line))
            {
                builder.atMost(
                    0,
                    RowOrigin(
                        .delegates, person: Int(contact.person), time: Int(contact.session),
                        team: Int(contact.team), line: Int(contact.line)),
                    [(Int(contact.column), 1), (Int(delegates.column), -Double(contact.most))])
            }
        }
        for (place, terms) in delegating.sorted(by: { $0.key < $1.key }) {
            let spans = builder.registeredDeployments(group: place.group, session: place.session)
                .filter {
                    instance.widensSpan(person: $0.person, group: place.group, session: place.session)
                }
                .map { (column: $0.column, coefficient: -(instance.week.teams[$0.team].span ?? 0)) }
            builder.atMost(0, RowOrigin(.span, time: place.session, team: place.group), terms + spans)
        }
    }
}
