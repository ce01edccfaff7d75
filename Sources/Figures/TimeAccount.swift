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
    /// Of the available minutes, those of sessions in which the team asks for no contacts, such as nights:
    /// whoever is there is there to be there.
    public var presence: Double
    /// With the people supported: the activities' own minutes, and what contacts given by one worker instead
    /// of two take more.
    public var contact: Double
    /// Notes and liaison after contacts.
    public var records: Double
    /// Ways between contacts.
    public var travel: Double
    /// Supervision given to others.
    public var supervision: Double
    /// What is left of the available time. Below nought only where a plan gives more than there is time for.
    public var spare: Double

    /// The account of everybody on the roster, in its order.
    public static func of(week: Week, plan: Plan) -> [TimeAccount] { of(WeekLookup(week), plan) }

    static func of(_ index: WeekLookup, _ plan: Plan) -> [TimeAccount] {
        let week = index.week
        var accounts = week.staff.map { TimeAccount(staff: $0.id) }
        for row in plan.contacts {
            guard let activity = index.activity(row.activity) else { continue }
            let way = activity.remote ? 0 : index.team(row.team).map { week.teams[$0].travelMinutes } ?? 0
            for id in [row.staff, row.partner].compactMap(\.self) {
                guard let person = index.person(id) else { continue }
                accounts[person].contact += Double(index.contactMinutes(row))
                accounts[person].records += Double(row.contacts * activity.recordMinutes)
                accounts[person].travel += Double(row.contacts * way)
            }
        }
        for row in plan.supervision {
            guard let person = index.person(row.supervisor) else { continue }
            accounts[person].supervision += exact(row.minutes)
        }
        let worked = WorkedSessions(index, plan)
        for person in week.staff.indices {
            for session in week.sessions.indices {
                let minutes = Double(week.paidMinutes(person: person, session: session))
                if worked.isDeployed[person][session] { accounts[person].deployed += minutes }
                guard worked.isWorked[person][session] else { continue }
                accounts[person].available += minutes
                if worked.isPresence[person][session] { accounts[person].presence += minutes }
                accounts[person].nonContact += minutes - exact(index.capacity(person, session))
            }
            accounts[person].spare = accounts[person].available - accounts[person].accounted
        }
        return accounts
    }

    private init(staff: String) {
        self.staff = staff
        (available, deployed, nonContact, presence, contact) = (0, 0, 0, 0, 0)
        (records, travel, supervision, spare) = (0, 0, 0, 0)
    }

    private var accounted: Double {
        nonContact + contact + records + travel + supervision
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
    /// Worked for a team that asks for no contacts in that session: where somebody is deployed, else at home.
    private(set) var isPresence: [[Bool]]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        isWorked = week.rota.map { marks in marks.map { $0.duty == .rostered } }
        isDeployed = week.rota.map { marks in marks.map { _ in false } }
        isPresence = isDeployed
        let asking = AskingTeams(index)
        for row in plan.deployments where week.sessions.indices.contains(row.session) {
            guard let person = index.person(row.staff), index.team(row.team) != nil else { continue }
            isWorked[person][row.session] = true
            isDeployed[person][row.session] = true
            if let team = index.team(row.team) {
                isPresence[person][row.session] = !asking.asks(team, in: row.session)
            }
        }
        for person in week.staff.indices {
            for session in week.sessions.indices
            where isWorked[person][session] && !isDeployed[person][session] {
                let home = index.homeTeam(person, on: week.sessions[session].day)
                isPresence[person][session] = home.map { !asking.asks($0, in: session) } ?? false
            }
        }
    }
}

/// In which sessions each team asks for contacts.
private struct AskingTeams {
    private var asks: [[Bool]]

    init(_ index: WeekLookup) {
        let week = index.week
        asks = week.teams.map { _ in [Bool](repeating: false, count: week.sessions.count) }
        for line in week.demand where line.contacts > 0 {
            guard let team = index.team(line.team) else { continue }
            for session in line.window where week.sessions.indices.contains(session) {
                if week.teams[team].isOpen(in: week.sessions[session]) { asks[team][session] = true }
            }
        }
    }

    func asks(_ team: Int, in session: Int) -> Bool { asks[team][session] }
}
