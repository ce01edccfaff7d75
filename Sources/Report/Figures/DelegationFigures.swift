// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Delegated contacts of one activity in one supervision group and session, with the supervision given.
public struct DelegationFigure: Sendable, Equatable, Encodable {
    /// The session's name, `2026-11-23 am`.
    public let session: String
    /// The supervision group.
    public let supervisionGroup: String
    /// The activity's identifier.
    public let activity: String
    /// Contacts given by the delegated route.
    public let contacts: Int
    /// Their contact hours.
    public let hours: Double
    /// Who gives them, in order of the plan.
    public let staff: [String]
    /// Who supervises, in order of the plan.
    public let supervisors: [String]
    /// Minutes of supervision given.
    public let supervisionMinutes: Double
}

/// Delegated care: what it releases and what it takes to supervise.
public struct DelegationFigures: Sendable, Equatable, Encodable {
    /// Delegated contacts.
    public let contacts: Int
    /// Their contact hours: registered time released, before supervision.
    public let hours: Double
    /// Hours of supervision given.
    public let supervisionHours: Double
    /// Contact hours less supervision hours: registered time released in all.
    public let releasedHours: Double
    /// By session, group and activity.
    public let items: [DelegationFigure]

    init(_ index: WeekIndex, _ plan: Plan) {
        let week = index.week
        var items: [Key: Item] = [:]
        for row in plan.contacts where row.route == .delegated {
            let group = index.team(row.team).map { week.teams[$0].supervisionGroup } ?? row.team
            items[Key(session: row.session, group: group, activity: row.activity), default: Item()]
                .addContacts(of: row)
        }
        for row in plan.supervision {
            items[Key(session: row.session, group: row.group, activity: row.activity), default: Item()]
                .addSupervision(row)
        }
        self.items = items.sorted { $0.key < $1.key }.map { key, item in
            DelegationFigure(
                session: index.sessionName(key.session), supervisionGroup: key.group, activity: key.activity,
                contacts: item.contacts, hours: Double(item.contacts * index.minutes(key.activity)) / 60,
                staff: item.staff, supervisors: item.supervisors, supervisionMinutes: item.minutes)
        }
        contacts = self.items.reduce(0) { $0 + $1.contacts }
        hours = self.items.reduce(0) { $0 + $1.hours }
        supervisionHours = self.items.reduce(0) { $0 + $1.supervisionMinutes } / 60
        releasedHours = hours - supervisionHours
    }
}

private struct Key: Hashable, Comparable {
    let session: Int
    let group: String
    let activity: String

    static func < (one: Key, other: Key) -> Bool {
        (one.session, one.group, one.activity) < (other.session, other.group, other.activity)
    }
}

private struct Item {
    var contacts = 0
    var staff: [String] = []
    var supervisors: [String] = []
    var minutes = 0.0

    mutating func addContacts(of row: ContactRow) {
        contacts += row.contacts
        if !staff.contains(row.staff) { staff.append(row.staff) }
    }

    mutating func addSupervision(_ row: SupervisionRow) {
        minutes += row.minutes
        if !supervisors.contains(row.supervisor) { supervisors.append(row.supervisor) }
    }
}
