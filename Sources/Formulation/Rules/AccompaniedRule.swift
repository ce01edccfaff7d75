// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 8's end: people to be accompanied give contacts only where somebody registered is deployed in the group. (That
/// they are not a pair among themselves is one of rule 4's rows.)
enum AccompaniedRule: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        let instance = builder.instance
        for s in 0..<instance.staffCount where instance.isAccompanied[s] {
            for t in 0..<instance.sessionCount {
                let cell = builder.cell(s, t)
                let contacts = builder.layout.contacts[builder.layout.contactsOfCell[cell]]
                let groups = Set(contacts.map { instance.groupOfTeam[Int($0.team)] }).sorted()
                for g in groups {
                    let registered = builder.registeredDeployments(group: g, session: t)
                    let ofGroup = contacts.filter { instance.groupOfTeam[Int($0.team)] == g }
                    // All that fits into the session, or nothing; contacts of no minutes each by themselves.
                    let timed = ofGroup.filter { $0.minutes > 0 }
                    if !timed.isEmpty {
                        builder.atMost(
                            0, RowOrigin(.accompanied, person: s, time: t, team: g),
                            timed.map { (Int($0.column), Double($0.minutes)) }
                                + registered.map { ($0.column, -instance.capacity[cell]) })
                    }
                    for contact in ofGroup where contact.minutes == 0 {
                        builder.atMost(
                            0,
                            RowOrigin(.accompanied, person: s, time: t, team: g, line: Int(contact.line)),
                            [(Int(contact.column), 1)]
                                + registered.map { ($0.column, -Double(contact.most)) })
                    }
                }
            }
        }
    }
}
