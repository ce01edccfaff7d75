// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 2: contacts fit into the session of the team deployed to, and with supervision into that of its group; with
/// what is supervised from afar, all of it fits into the session.
enum TimeRule: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        let instance = builder.instance
        for cell in instance.eligibleTeams.indices where !instance.eligibleTeams[cell].isEmpty {
            let (s, t) = instance.personAndSession(ofCell: cell)
            let contacts = builder.layout.contacts[builder.layout.contactsOfCell[cell]]
            let supervision = builder.layout.supervision[builder.layout.supervisionOfCell[cell]]
            let supervisedGroups = Set(supervision.map { Int($0.group) })
            for (k, column) in builder.deployments(cell) {
                let terms = contacts.filter { Int($0.team) == k }.map {
                    (column: Int($0.column), coefficient: Double($0.minutes))
                }
                let g = instance.groupOfTeam[k]
                let isAlone = builder.deployed(cell, group: g, times: 1).count == 1
                // With one team of the group, the row of the group says the same and more.
                guard !terms.isEmpty, !(isAlone && supervisedGroups.contains(g)) else { continue }
                builder.atMost(
                    0, RowOrigin(.time, person: s, time: t, team: k),
                    terms + [(column, -instance.capacity[cell])])
            }
            for g in supervisedGroups.sorted() {
                var terms = builder.deployed(cell, group: g, times: -instance.capacity[cell])
                terms += contacts.filter { instance.isTeam(Int($0.team), inGroup: g) }.map {
                    (Int($0.column), Double($0.minutes))
                }
                terms += supervision.filter { g == instance.everywhere || Int($0.group) == g }
                    .map { (Int($0.column), 1.0) }
                builder.atMost(0, RowOrigin(.timeInGroup, person: s, time: t, team: g), terms)
            }
        }
    }
}
