// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows that no plan breaks and that lift the relaxation: contacts only where deployed, delegated contacts only
/// where somebody registered is.
enum Tightening {
    static func add(to builder: inout ModelBuilder) {
        addContactsWhereDeployed(to: &builder)
        addDelegatedUnderRegistered(to: &builder)
    }

    private static func addContactsWhereDeployed(to builder: inout ModelBuilder) {
        for contact in builder.layout.contacts {
            let cell = builder.cell(Int(contact.person), Int(contact.session))
            guard let position = builder.instance.eligibleTeams[cell].firstIndex(of: Int(contact.team))
            else { continue }
            builder.atMost(
                0,
                RowOrigin(
                    .contactsWhereDeployed, person: Int(contact.person), time: Int(contact.session),
                    team: Int(contact.team), line: Int(contact.line)),
                [
                    (Int(contact.column), 1),
                    (builder.layout.firstDeployment[cell] + position, -Double(contact.most)),
                ])
        }
    }

    private static func addDelegatedUnderRegistered(to builder: inout ModelBuilder) {
        let instance = builder.instance
        for (i, line) in instance.lines.enumerated() where line.hands == 1 {
            let g = instance.groupOfTeam[line.team]
            let needsSupervision = (instance.activities[line.activity].delegated?.supervisionMinutes ?? 0) > 0
            // A span of 0 lets nobody do delegated work, a span above it asks for at least one registered person.
            guard needsSupervision || instance.groupHasSpan[g] else { continue }
            let delegated = builder.layout.contactsOfLine[i].map { builder.layout.contacts[$0] }
                .filter { $0.kind == .delegatedContacts }
            for t in line.window {
                let terms = delegated.filter { Int($0.session) == t }.map {
                    (column: Int($0.column), coefficient: 1.0)
                }
                guard !terms.isEmpty else { continue }
                let registered = builder.registeredDeployments(group: g, session: t)
                builder.atMost(
                    0, RowOrigin(.delegatedUnderRegistered, time: t, team: line.team, line: i),
                    terms + registered.map { ($0.column, -Double(line.contacts)) })
            }
        }
    }
}
