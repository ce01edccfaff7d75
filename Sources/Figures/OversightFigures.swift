// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Delegated work of one activity in a supervision group and session that has no slack in its supervision: a single
/// supervisor is there, or those who are have no minutes for one contact more.
public struct TightSupervision: Sendable, Equatable, Encodable {
    /// The session's name, `2026-11-23 am`.
    public let session: String
    /// The supervision group; `*`: all teams.
    public let supervisionGroup: String
    /// The activity's identifier.
    public let activity: String
    /// Contacts given by the delegated route.
    public let contacts: Int
    /// People deployed there who may supervise it.
    public let supervisors: Int
    /// Minutes of supervision they could still give, by their time and by the policy's limit.
    public let minutesLeft: Double
}

/// Who stands behind the care that is given, and where nobody much does.
public struct OversightFigures: Sendable, Equatable, Encodable {
    /// Contacts given.
    public let contacts: Int
    /// Those of them in sessions in which nobody registered is deployed in the team's supervision group.
    public let withoutRegistered: Int
    /// Those of them that students or volunteers give with nobody else in the contact.
    public let byLearnersAlone: Int
    /// Supervision of delegated work, counted by session, group and activity.
    public let supervised: Int
    /// Those without slack, by session, group and activity.
    public let tight: [TightSupervision]

    init(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime) {
        var without = 0
        var alone = 0
        var delegated: [Place: Int] = [:]
        for row in plan.contacts where index.week.sessions.indices.contains(row.session) {
            let there = time.people(inGroup: index.group(row.team), in: row.session)
            if !there.contains(where: { index.kinds[$0] == .registered }) { without += row.contacts }
            let workers = [row.staff, row.partner].compactMap { $0.flatMap(index.person) }
            if workers.allSatisfy({ [.student, .volunteer].contains(index.kinds[$0]) }) {
                alone += row.contacts
            }
            guard row.route == .delegated else { continue }
            let group = index.supervisionGroup(row.activity, team: row.team)
            let place = Place(session: row.session, group: group, activity: row.activity)
            delegated[place, default: 0] += row.contacts
        }
        contacts = plan.contacts.reduce(0) { $0 + $1.contacts }
        withoutRegistered = without
        byLearnersAlone = alone
        supervised = delegated.count
        tight = delegated.sorted { $0.key < $1.key }.compactMap { place, contacts in
            Self.tight(place, contacts, index, time)
        }
    }

    private static func tight(
        _ place: Place, _ contacts: Int, _ index: WeekLookup, _ time: PlanTime
    ) -> TightSupervision? {
        guard let activity = index.activity(place.activity), let route = activity.delegated else {
            return nil
        }
        let day = index.week.sessions[place.session].day
        let supervisors = time.people(inGroup: place.group, in: place.session).filter {
            time.people[$0].standing(for: activity, on: day, open: []).contains(.supervises)
        }
        let left = supervisors.reduce(0.0) {
            $0 + min(time.free($1, place.session), time.supervisionLeft($1, place.session))
        }
        guard supervisors.count < 2 || left + 1e-9 < route.supervisionMinutes else { return nil }
        return TightSupervision(
            session: index.sessionName(place.session), supervisionGroup: place.group,
            activity: place.activity, contacts: contacts, supervisors: supervisors.count, minutesLeft: left)
    }

    /// Where delegated work is supervised together.
    private struct Place: Hashable, Comparable {
        let session: Int
        let group: String
        let activity: String

        static func < (one: Place, other: Place) -> Bool {
            (one.session, one.group, one.activity) < (other.session, other.group, other.activity)
        }
    }
}
