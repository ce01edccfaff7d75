// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The rows of a plan that make sense for the week, with indices instead of identifiers, and their sums.
///
/// Rows that name something unknown are left out here and reported by the files rule.
struct Ledger {
    let facts: WeekFacts
    let plan: Plan
    /// Deployments, in order of the plan.
    let deployments: [Placed]
    /// Contacts, in order of the plan.
    let contacts: [Given]
    /// Supervision, in order of the plan.
    let supervision: [Supervised]

    /// Teams that a person is deployed to in a session, in order of the plan; more than one breaks a rule.
    private let teams: [StaffSession: [Int]]
    /// The people deployed to each team in each session.
    private let present: [SessionTeam: Set<Int>]
    /// Minutes of contacts and supervision by person and session.
    private var loads: [StaffSession: Double] = [:]
    /// Minutes of supervision by person and session.
    private var supervisors: [StaffSession: Double] = [:]
    /// Minutes of contacts by person, session and team.
    private(set) var work: [StaffSessionTeam: Double] = [:]
    /// Contact minutes alone, as a deployment states them: with the minutes more of contacts given alone.
    private(set) var care: [StaffSessionTeam: Double] = [:]
    /// Minutes of supervision by person, session and group.
    private(set) var supervising: [StaffSessionGroup: Double] = [:]
    /// Minutes of supervision given by group, session and activity.
    private(set) var supervised: [GroupSessionActivity: Double] = [:]
    /// Delegated contacts by the group they are supervised in, session and activity; none that others supervise.
    private(set) var delegated: [GroupSessionActivity: Double] = [:]
    /// Who does delegated work that counts for a span, by group and session, in order of the plan.
    private(set) var delegates: [GroupSession: [Int]] = [:]
    /// Contacts by line: all, the double-handed and the single-handed.
    private(set) var given: [Double]
    private(set) var doubleHanded: [Double]
    private(set) var singleHanded: [Double]
    /// Contacts unmet by line.
    private(set) var unmet: [Double]
    /// Contacts by line in sessions that are over: all, and the single-handed.
    private(set) var givenBefore: [Double]
    private(set) var singleHandedBefore: [Double]

    init(facts: WeekFacts, plan: Plan) {
        self.facts = facts
        self.plan = plan
        deployments = plan.deployments.compactMap { Placed($0, facts) }
        contacts = plan.contacts.compactMap { Given($0, facts) }
        supervision = plan.supervision.compactMap { Supervised($0, facts) }
        var teams: [StaffSession: [Int]] = [:]
        var present: [SessionTeam: Set<Int>] = [:]
        for placed in deployments {
            teams[StaffSession(staff: placed.staff, session: placed.session), default: []].append(placed.team)
            present[SessionTeam(session: placed.session, team: placed.team), default: []].insert(placed.staff)
        }
        self.present = present
        self.teams = teams
        given = Array(repeating: 0, count: facts.lines.count)
        doubleHanded = given
        singleHanded = given
        unmet = given
        givenBefore = given
        singleHandedBefore = given
        for row in plan.unmet {
            if let line = facts.lineIndex[row.line] { unmet[line] += Double(max(0, row.contacts)) }
        }
        for row in contacts { add(row) }
        for row in supervision { add(row) }
    }

    private mutating func add(_ row: Supervised) {
        let (session, group) = (row.session, row.group)
        let own = StaffSessionGroup(staff: row.staff, session: session, group: group)
        supervising[own, default: 0] += row.minutes
        let whole = GroupSessionActivity(group: group, session: session, activity: row.activity)
        supervised[whole, default: 0] += row.minutes
        supervisors[StaffSession(staff: row.staff, session: session), default: 0] += row.minutes
        loads[StaffSession(staff: row.staff, session: session), default: 0] += row.minutes
    }

    private mutating func add(_ row: Given) {
        let line = facts.lines[row.line]
        given[row.line] += row.contacts
        if facts.isOver(row.session) {
            givenBefore[row.line] += row.contacts
            if line.isTwoHanded, row.route == .singleHanded { singleHandedBefore[row.line] += row.contacts }
        }
        if line.isTwoHanded, row.route == .doubleHanded { doubleHanded[row.line] += row.contacts }
        if line.isTwoHanded, row.route == .singleHanded { singleHanded[row.line] += row.contacts }
        for worker in row.workers {
            let key = StaffSessionTeam(staff: worker, session: row.session, team: line.team)
            let minutes = facts.minutes(line, row.route) * row.contacts
            work[key, default: 0] += minutes
            loads[StaffSession(staff: worker, session: row.session), default: 0] += minutes
            let more = row.route == .singleHanded ? line.activity.singleHanded?.extraMinutes ?? 0 : 0
            care[key, default: 0] += Double(line.activity.minutes + more) * row.contacts
        }
        let isSupervisedHere = line.activity.delegated?.isSupervisedByOthers != true
        if !line.isTwoHanded, row.route == .delegated, isSupervisedHere {
            let group = facts.supervisionGroup(line.activityIndex, team: line.team)
            let key = GroupSessionActivity(
                group: group, session: row.session, activity: line.activityIndex)
            delegated[key, default: 0] += row.contacts
            guard group != facts.everyTeam else { return }
            let whole = GroupSession(group: group, session: row.session)
            if !(delegates[whole] ?? []).contains(row.staff) {
                delegates[whole, default: []].append(row.staff)
            }
        }
    }

    /// The teams a person is deployed to in a session.
    func teams(_ staff: Int, _ session: Int) -> [Int] {
        teams[StaffSession(staff: staff, session: session)] ?? []
    }

    /// Whether a person is deployed to a team of a group in a session.
    func isDeployed(_ staff: Int, _ session: Int, inGroup group: Int) -> Bool {
        teams(staff, session).contains { facts.isTeam($0, ofGroup: group) }
    }

    /// Those deployed in a group in a session who may supervise delegated work of an activity, in order of the roster.
    func supervisors(of activity: Int, group: Int, in session: Int) -> [Int] {
        let day = facts.week.sessions[session].dayIndex
        return facts.week.staff.indices.filter {
            isDeployed($0, session, inGroup: group) && facts.supervises($0, activity, day: day)
        }
    }

    /// Whether somebody registered is deployed in a group in a session.
    func hasRegistered(group: Int, session: Int) -> Bool {
        facts.week.staff.indices.contains {
            facts.people[$0].isRegistered && isDeployed($0, session, inGroup: group)
        }
    }

    /// Whether a person works an available session: marked `A` and deployed.
    func isBooked(_ staff: Int, _ session: Int) -> Bool {
        facts.mark(staff, session).duty == .available && !teams(staff, session).isEmpty
    }

    /// The available sessions a person works, of those given.
    func booked(_ staff: Int, of sessions: [Int]) -> [Int] { sessions.filter { isBooked(staff, $0) } }

    /// Minutes of contacts and supervision that a person has in a session, whatever the team.
    func load(_ staff: Int, _ session: Int) -> Double {
        loads[StaffSession(staff: staff, session: session)] ?? 0
    }

    /// Minutes of supervision that a person gives in a session, in all groups.
    func supervisionMinutes(_ staff: Int, _ session: Int) -> Double {
        supervisors[StaffSession(staff: staff, session: session)] ?? 0
    }

    /// Pounds of all available sessions worked by people engaged like that; or of those that are over alone.
    func spending(_ employment: Employment, isOver: Bool = false) -> Double {
        var pounds = 0.0
        for (staff, member) in facts.week.staff.enumerated() where member.employment == employment {
            for session in booked(staff, of: Array(facts.week.sessions.indices))
            where !isOver || facts.isOver(session) {
                pounds += facts.bookingCost(staff, session)
            }
        }
        return pounds
    }

    /// The people deployed to a team in a session, in order of the roster.
    func staff(deployedTo team: Int, in session: Int) -> [Int] {
        present[SessionTeam(session: session, team: team), default: []].sorted()
    }
}
