// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 6: delegated contacts have their minutes of supervision, given by supervisors deployed in the group, each
/// within the policy's limit.
enum SupervisionRule {
    private struct Key: Hashable, Comparable {
        let group: Int
        let session: Int
        let activity: Int

        static func < (one: Key, other: Key) -> Bool {
            (one.group, one.session, one.activity) < (other.group, other.session, other.activity)
        }
    }

    static func add(to builder: inout ModelBuilder) {
        let instance = builder.instance
        var needed: [Key: [ModelBuilder.Term]] = [:]
        for contact in builder.layout.contacts where contact.kind == .delegatedContacts {
            let activity = instance.lines[Int(contact.line)].activity
            guard let route = instance.activities[activity].delegated, route.supervisionMinutes > 0 else {
                continue
            }
            let key = Key(
                group: instance.groupOfTeam[Int(contact.team)], session: Int(contact.session),
                activity: activity)
            needed[key, default: []].append((Int(contact.column), route.supervisionMinutes))
        }
        for supervision in builder.layout.supervision {
            let key = Key(
                group: Int(supervision.group), session: Int(supervision.session),
                activity: Int(supervision.activity))
            needed[key]?.append((Int(supervision.column), -1))
        }
        for (key, terms) in needed.sorted(by: { $0.key < $1.key }) {
            builder.atMost(
                0, RowOrigin(.supervision, time: key.session, team: key.group, line: key.activity), terms)
        }
        addLimits(to: &builder)
    }

    /// Per supervisor and session. Tied to the deployment, which tightens the relaxation and changes no plan.
    private static func addLimits(to builder: inout ModelBuilder) {
        let limit = builder.instance.week.policy.supervisionMinutesPerSession
        for cell in builder.layout.supervisionOfCell.indices {
            let supervision = builder.layout.supervision[builder.layout.supervisionOfCell[cell]]
            for g in Set(supervision.map { Int($0.group) }).sorted() {
                let (s, t) = cell.quotientAndRemainder(dividingBy: builder.instance.sessionCount)
                let terms = supervision.filter { Int($0.group) == g }.map {
                    (column: Int($0.column), coefficient: 1.0)
                }
                builder.atMost(
                    0, RowOrigin(.supervisionLimit, person: s, time: t, team: g),
                    terms
                        + builder.deployed(
                            cell, group: g, times: -min(limit, builder.instance.capacity[cell])))
            }
        }
    }
}
