// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What is over, as rows of a plan: who gave what and who supervised it is as the plan in force says, minutes and who is
/// named as the supervisor are worked out anew.
struct PastRows {
    private struct Key: Hashable {
        let group: Int
        let session: Int
        let activity: Int
    }

    private let instance: Instance
    private var named: [Key: Int?] = [:]

    init(_ model: WeeklyModel) {
        instance = model.instance
    }

    /// The contacts of a line.
    mutating func contacts(ofLine i: Int) -> [ContactRow] {
        let week = instance.week
        return instance.past.contacts.filter { $0.line == i }.map { row in
            let line = instance.lines[i]
            let minutes = row.route == .singleHanded ? line.singleMinutes : line.minutes
            return ContactRow(
                line: week.demand[i].id, activity: week.demand[i].activity, team: week.demand[i].team,
                session: row.session, staff: week.staff[row.person].id,
                partner: row.partner.map { week.staff[$0].id }, route: row.route, contacts: row.contacts,
                minutes: minutes * row.contacts, supervisor: supervisor(row).map { week.staff[$0].id })
        }
    }

    /// The supervision.
    var supervision: [SupervisionRow] {
        instance.past.supervision.map { row in
            SupervisionRow(
                supervisor: instance.week.staff[row.person].id, session: row.session,
                group: instance.groupName(row.group), activity: instance.activities[row.activity].id,
                minutes: row.minutes)
        }
    }

    /// Whoever gave most of the activity's minutes in the group; of several, and where none are given, the first on the
    /// roster who may and was there.
    private mutating func supervisor(_ row: FrozenPast.Given) -> Int? {
        guard row.route == .delegated else { return nil }
        let key = Key(
            group: instance.supervisionGroup(line: row.line), session: row.session,
            activity: instance.lines[row.line].activity)
        if let known = named[key] { return known }
        let day = instance.calendar.dayOfSession[key.session]
        var best: (person: Int, minutes: Double)?
        for s in 0..<instance.staffCount where instance.isRegistered[s] {
            guard let team = instance.past.team(person: s, session: key.session),
                instance.isTeam(team, inGroup: key.group),
                instance.supervises(person: s, day: day, activity: key.activity)
            else { continue }
            let minutes = instance.past.supervision.reduce(0.0) { sum, given in
                (given.person, given.session, given.group, given.activity)
                    == (s, key.session, key.group, key.activity) ? sum + given.minutes : sum
            }
            if minutes > best?.minutes ?? -1 { best = (s, minutes) }
        }
        named[key] = .some(best?.person)
        return best?.person
    }
}
