// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows that no plan breaks and that lift the relaxation: contacts only where deployed.
enum Tightening: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
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
}
