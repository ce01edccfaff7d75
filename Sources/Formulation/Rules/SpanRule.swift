// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 7: people doing delegated work in a group and session are within the span of those who supervise such work
/// there.
enum SpanRule: ModelPart {
    private struct Place: Hashable, Comparable {
        let group: Int
        let session: Int

        static func < (one: Place, other: Place) -> Bool {
            (one.group, one.session) < (other.group, other.session)
        }
    }

    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .cell(let s, let t) = place else { return }
        for g in delegatingGroups(builder.instance, s, t) {
            let column = builder.column(
                ColumnOrigin(.delegates, person: s, time: t, team: g), upTo: 1, integer: true)
            builder.layout.delegates.append(
                DelegatesColumn(column: Int32(column), person: Int32(s), session: Int32(t), group: Int32(g)))
        }
    }

    /// The groups with a span in which a person could do work that is only delegated to them, in order of teams.
    private static func delegatingGroups(_ instance: Instance, _ s: Int, _ t: Int) -> [Int] {
        var groups: [Int] = []
        for k in instance.eligibleTeams[instance.cell(s, t)]
        where instance.groupHasSpan[instance.groupOfTeam[k]] && !groups.contains(instance.groupOfTeam[k]) {
            let delegates = instance.linesOfTeam[k].contains { i in
                instance.lines[i].window.contains(t) && instance.lines[i].hands == 1
                    && instance.isUnderSpan(line: i)
                    && instance.standing(person: s, session: t, line: i).isDelegatedOnly
            }
            if delegates { groups.append(instance.groupOfTeam[k]) }
        }
        return groups
    }

    static func addRows(to builder: inout ModelBuilder) {
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

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        let (instance, layout) = (model.instance, model.layout)
        for delegates in layout.delegates { values[Int(delegates.column)] = 0 }
        for contact in layout.contacts
        where contact.kind == .delegatedContacts && values[Int(contact.column)] > 0.5
            && instance.isUnderSpan(line: Int(contact.line))
        {
            let cell = instance.cell(Int(contact.person), Int(contact.session))
            let group = instance.groupOfTeam[Int(contact.team)]
            for delegates in layout.delegates[layout.delegatesOfCell[cell]]
            where Int(delegates.group) == group {
                values[Int(delegates.column)] = 1
            }
        }
    }
}
