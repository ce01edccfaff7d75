// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 6: delegated contacts have somebody deployed in the group who may supervise them, and their minutes of
/// supervision, each supervisor within the policy's limit.
enum SupervisionRule: ModelPart {
    private struct Key: Hashable, Comparable {
        let group: Int
        let session: Int
        let activity: Int

        static func < (one: Key, other: Key) -> Bool {
            (one.group, one.session, one.activity) < (other.group, other.session, other.activity)
        }
    }

    /// Demanded activities whose delegation, if open, takes minutes of supervision, by the group they are
    /// supervised in; that of all teams comes last.
    static func activities(_ instance: Instance) -> [[Int]] {
        var found = [Set<Int>](repeating: [], count: instance.groups.count + 1)
        for (i, line) in instance.lines.enumerated() {
            guard (instance.activities[line.activity].delegated?.supervisionMinutes ?? 0) > 0,
                !instance.isSupervisedByOthers(line: i)
            else { continue }
            found[instance.supervisionGroup(line: i)].insert(line.activity)
        }
        return found.map { $0.sorted() }
    }

    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .cell(let s, let t) = place else { return }
        let instance = builder.instance
        let day = instance.calendar.dayOfSession[t]
        let cell = builder.cell(s, t)
        let limit = min(instance.capacity[cell], instance.week.policy.supervisionMinutesPerSession)
        guard limit > 0 else { return }
        for g in groups(instance.eligibleTeams[cell], instance) {
            for a in builder.supervisedActivities[g]
            where instance.supervises(person: s, day: day, activity: a) {
                let column = builder.column(
                    ColumnOrigin(.supervision, person: s, time: t, team: g, line: a), upTo: limit)
                builder.layout.supervision.append(
                    SupervisionColumn(
                        column: Int32(column), person: Int32(s), session: Int32(t), group: Int32(g),
                        activity: Int32(a)))
            }
        }
    }

    /// The groups in which whoever may go to these teams may supervise; that of all teams comes last.
    private static func groups(_ teams: [Int], _ instance: Instance) -> [Int] {
        var groups: [Int] = []
        for k in teams where !groups.contains(instance.groupOfTeam[k]) {
            groups.append(instance.groupOfTeam[k])
        }
        return teams.isEmpty ? [] : groups + [instance.everywhere]
    }

    static func addRows(to builder: inout ModelBuilder) {
        let instance = builder.instance
        var needed: [Key: [ModelBuilder.Term]] = [:]
        for contact in builder.layout.contacts where contact.kind == .delegatedContacts {
            let activity = instance.lines[Int(contact.line)].activity
            guard let route = instance.activities[activity].delegated, route.supervisionMinutes > 0,
                !route.isSupervisedByOthers
            else { continue }
            let key = Key(
                group: instance.supervisionGroup(line: Int(contact.line)), session: Int(contact.session),
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
        addPresence(to: &builder)
        addLimits(to: &builder)
    }

    /// Whatever the minutes, nobody works under delegation where nobody is who may supervise it.
    private static func addPresence(to builder: inout ModelBuilder) {
        let instance = builder.instance
        var supervisors: [Key: [Int]] = [:]
        for (i, line) in instance.lines.enumerated()
        where line.hands == 1 && !instance.isSupervisedByOthers(line: i) {
            let delegated = builder.layout.contactsOfLine[i].map { builder.layout.contacts[$0] }
                .filter { $0.kind == .delegatedContacts }
            guard !delegated.isEmpty else { continue }
            for t in line.window {
                let terms = delegated.filter { Int($0.session) == t }.map {
                    (column: Int($0.column), coefficient: 1.0)
                }
                guard !terms.isEmpty else { continue }
                let key = Key(
                    group: instance.supervisionGroup(line: i), session: t, activity: line.activity)
                let there =
                    supervisors[key]
                    ?? builder.supervisorDeployments(
                        activity: key.activity, group: key.group, session: key.session)
                supervisors[key] = there
                builder.atMost(
                    0, RowOrigin(.presence, time: t, team: line.team, line: i),
                    terms + there.map { ($0, -Double(line.contacts)) })
            }
        }
    }

    /// Per supervisor and session, what is supervised from afar counting with the rest. Tied to the deployment, which
    /// tightens the relaxation and changes no plan.
    private static func addLimits(to builder: inout ModelBuilder) {
        let limit = builder.instance.week.policy.supervisionMinutesPerSession
        for cell in builder.layout.supervisionOfCell.indices {
            let supervision = builder.layout.supervision[builder.layout.supervisionOfCell[cell]]
            for g in Set(supervision.map { Int($0.group) }).sorted() {
                let (s, t) = builder.instance.personAndSession(ofCell: cell)
                let isEverywhere = g == builder.instance.everywhere
                let terms = supervision.filter { isEverywhere || Int($0.group) == g }.map {
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
