// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Where the available time of one person goes: every available minute under exactly one heading.
///
/// Minutes are kept to the 2⁻²⁰ of a minute, so that they add up to the available minutes exactly, whatever
/// fractions a plan's supervision has.
public struct TimeAccount: Sendable, Equatable, Encodable {
    /// Who.
    public var staff: String
    /// Minutes of the sessions worked, rostered or deployed: paid time after absence.
    public var available: Double
    /// Of them, minutes of sessions deployed to some team.
    public var deployed: Double
    /// Handover, breaks and administration: the policy's minutes a session, and what a pace below 1 takes.
    public var nonContact: Double
    /// With the people supported: the activities' own minutes.
    public var contact: Double
    /// Notes and liaison after contacts.
    public var records: Double
    /// Ways between contacts.
    public var travel: Double
    /// What contacts given by one worker instead of two take more.
    public var singleHanded: Double
    /// Supervision given to others.
    public var supervision: Double
    /// What is left of the available time. Below nought only where a plan gives more than there is time for.
    public var spare: Double

    /// The account of everybody on the roster, in its order.
    public static func of(week: Week, plan: Plan) -> [TimeAccount] { of(WeekIndex(week), plan) }

    static func of(_ index: WeekIndex, _ plan: Plan) -> [TimeAccount] {
        let week = index.week
        var accounts = week.staff.map { TimeAccount(staff: $0.id) }
        for row in plan.contacts {
            guard let activity = index.activity(row.activity) else { continue }
            let way = activity.remote ? 0 : index.team(row.team).map { week.teams[$0].travelMinutes } ?? 0
            let more = row.route == .singleHanded ? activity.singleHanded?.extraMinutes ?? 0 : 0
            for id in [row.staff, row.partner].compactMap(\.self) {
                guard let person = index.person(id) else { continue }
                accounts[person].contact += Double(row.contacts * activity.minutes)
                accounts[person].records += Double(row.contacts * activity.recordMinutes)
                accounts[person].travel += Double(row.contacts * way)
                accounts[person].singleHanded += Double(row.contacts * more)
            }
        }
        for row in plan.supervision {
            guard let person = index.person(row.supervisor) else { continue }
            accounts[person].supervision += exact(row.minutes)
        }
        let worked = WorkedSessions(index, plan)
        for person in week.staff.indices {
            for session in week.sessions.indices {
                let minutes = Double(week.sessions[session].minutes)
                if worked.isDeployed[person][session] { accounts[person].deployed += minutes }
                guard worked.isWorked[person][session] else { continue }
                accounts[person].available += minutes
                accounts[person].nonContact += minutes - exact(index.capacity(person, session))
            }
            accounts[person].spare = accounts[person].available - accounts[person].accounted
        }
        return accounts
    }

    private init(staff: String) {
        self.staff = staff
        (available, deployed, nonContact, contact, records) = (0, 0, 0, 0, 0)
        (travel, singleHanded, supervision, spare) = (0, 0, 0, 0)
    }

    private var accounted: Double {
        nonContact + contact + records + travel + singleHanded + supervision
    }

    /// The minutes to the 2⁻²⁰: sums of such numbers are exact.
    private static func exact(_ minutes: Double) -> Double {
        (minutes * 1_048_576).rounded() / 1_048_576
    }
}

/// Which sessions each person works, and in which somebody sent them to a team.
struct WorkedSessions {
    /// Rostered or deployed; a row a person, a value a session.
    private(set) var isWorked: [[Bool]]
    /// Deployed to some team.
    private(set) var isDeployed: [[Bool]]

    init(_ index: WeekIndex, _ plan: Plan) {
        let week = index.week
        isWorked = week.rota.map { marks in marks.map { $0.duty == .rostered } }
        isDeployed = week.rota.map { marks in marks.map { _ in false } }
        for row in plan.deployments where week.sessions.indices.contains(row.session) {
            guard let person = index.person(row.staff), index.team(row.team) != nil else { continue }
            isWorked[person][row.session] = true
            isDeployed[person][row.session] = true
        }
    }
}
