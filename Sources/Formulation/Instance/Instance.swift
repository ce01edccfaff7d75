// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A week as numbers: people, sessions, teams, activities and lines by index, with everything the model asks of
/// them worked out once.
///
/// Indices follow the week's own order. `cell` means a person in a session, `person * sessionCount + session`.
/// An instance is a value; engines read it and never change it.
public struct Instance: Sendable {
    /// The week it was made from.
    public let week: Week
    /// Where the week has what files and plans name.
    public let index: WeekIndex
    /// The sessions, and what their days and calendar weeks are.
    public let calendar: SessionCalendar
    /// The activities, indexed as in the framework.
    public let activities: [Activity]
    /// What is over, and stands.
    public let past: FrozenPast
    /// The demand lines, with their minutes and prices.
    public let lines: [Line]
    /// Lines of each team, ascending.
    public let linesOfTeam: [[Int]]
    /// Supervision groups by name, in order of their first team.
    public let groups: [String]
    /// The group of each team.
    public let groupOfTeam: [Int]
    /// The teams of each group, ascending.
    public let teamsOfGroup: [[Int]]
    /// Whether rule 7 holds in a group: no team of it leaves its span blank.
    public let groupHasSpan: [Bool]
    /// Whether each person is registered.
    public let isRegistered: [Bool]
    /// Whether each person gives contacts only where a registered person is in the group.
    public let isAccompanied: [Bool]
    /// Whether each person counts as a head.
    public let isHead: [Bool]
    private let headTable: HeadTable
    /// Minutes of work in each cell if deployed: pace × (paid − non-contact), at least 0.
    public let capacity: [Double]
    /// What the rota says in each cell; an `A` where another row of the human is `R`, `L`, `S` or `T` says nothing. In
    /// sessions that are over an `A` is `R` where the person was there, as rules 8 and 9 count it, and else nothing.
    public let duty: [RotaMark.Duty]
    /// Paid minutes in each cell: the session's, or those of a part of it.
    public let paidMinutes: [Int]
    /// Teams each cell may be deployed to, ascending: E of the model. Cells that working time keeps from being
    /// worked, because of rostered sessions alone, have none.
    public internal(set) var eligibleTeams: [[Int]]
    /// As `eligibleTeams`, but before working time is looked at.
    public let eligibleTeamsByStanding: [[Int]]
    /// Whether each cell has to be deployed: rule 1 asks it of people on duty whose home team, placement's team or
    /// pinned team is open to them. Others on duty go where it saves something, or nowhere.
    public let isPlaceOwed: [Bool]
    /// The home team of each person on each day (`person * dayCount + day`); nil: never away.
    public let homeTeam: [Int?]
    /// The team in the plan in force, a cell each; nil where there is no plan in force at all.
    public let currentTeam: [Int?]?
    /// The contacts that the plan in force has people give, by person and then by session.
    public let contactsInForce: [ContactsInForce]
    /// Contacts of each of these that were given in sessions that are over.
    public let pastKept: [Int]
    private let inForceOfCell: [Int: Range<Int>]
    /// Pounds each cell costs by itself where it is booked: as a bank or agency booking, and of own staff the
    /// enhancement; 0 for others.
    public let bookingPay: [Double]

    /// What people ask for themselves.
    public let requests: RequestBook
    /// What is decided about delegation.
    public let decisions: DelegationDecisions
    /// What each person's roles and sign-offs allow.
    public let qualifications: [Qualifications]
    /// Whom people may work for, how far they travel, and where a rotation places them.
    public let reach: Reach
    /// The limits on working time that rostered sessions leave.
    public let workingTime: WorkingTime

    /// What people are fit for, and what is open of it.
    let standings: StandingTable
    let spans: SpanTable

    /// People on the roster.
    public var staffCount: Int { week.staff.count }
    /// Teams.
    public var teamCount: Int { week.teams.count }
    /// Sessions.
    public var sessionCount: Int { calendar.sessions.count }
    /// Days.
    public var dayCount: Int { week.days }

    /// Works a week out.
    ///
    /// - Parameter other: One of a week that differs in little: what of it holds of this week, too, is not worked out
    ///   again.
    public init(_ week: Week, like other: Instance? = nil) {
        let known = other.flatMap { $0.week.hasStandings(of: week) ? $0 : nil }
        self.week = week
        let index = WeekIndex(week)
        self.index = index
        let calendar = index.calendar
        self.calendar = calendar
        activities = week.framework.activities

        requests = RequestBook(week, index)
        let people =
            known?.qualifications
            ?? Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)
        qualifications = people
        decisions = DelegationDecisions(week.decisions, of: week.staff)
        isRegistered = people.map(\.isRegistered)
        isAccompanied = people.map { week.policy.accompanied.contains($0.kind) }
        isHead = week.staff.map(\.employment.countsAsHead)
        headTable = HeadTable(week, calendar, people)

        let standings = known?.standings ?? StandingTable(week, index, people)
        self.standings = standings

        let past = FrozenPast(week, index)
        self.past = past
        let given = Dictionary(grouping: past.contacts, by: \.line)
        lines = week.demand.enumerated().compactMap { Line($1, week: week, index, past: given[$0] ?? []) }
        var linesOfTeam = [[Int]](repeating: [], count: week.teams.count)
        for (i, line) in lines.enumerated() { linesOfTeam[line.team].append(i) }
        self.linesOfTeam = linesOfTeam

        groups = index.groups
        groupOfTeam = index.groupOfTeam
        teamsOfGroup = index.teamsOfGroup
        groupHasSpan = index.teamsOfGroup.map { $0.allSatisfy { week.teams[$0].span != nil } }

        let duty = Self.duties(week, index.humans, past)
        self.duty = duty
        var capacity: [Double] = []
        var pay: [Double] = []
        var paidMinutes: [Int] = []
        for (s, staff) in week.staff.enumerated() {
            let working = WorkingPace(of: staff, roles: people[s].roles, policy: week.policy)
            for (t, session) in calendar.sessions.enumerated() {
                let minutes = week.paidMinutes(person: s, session: t)
                paidMinutes.append(minutes)
                capacity.append(working.capacity(ofSession: minutes))
                pay.append(week.policy.bookingPay(of: staff, in: session, minutes: minutes))
            }
        }
        self.paidMinutes = paidMinutes
        self.capacity = capacity
        bookingPay = pay

        let reach = Reach(week)
        self.reach = reach
        let eligibility = Eligibility(
            week: week, reach: reach, standings: standings, lines: lines,
            linesOfTeam: linesOfTeam, duty: duty)
        let homeTeam = eligibility.homeTeams(index)
        self.homeTeam = homeTeam
        let byStanding = eligibility.teamsOfCells(calendar, homeTeams: homeTeam)
        eligibleTeamsByStanding = byStanding
        spans = SpanTable(
            eligibility, index, groupHasSpan: groupHasSpan, teamsOfCells: byStanding)
        let limits = WorkingTime(week, calendar, index.humans, duty)
        workingTime = limits
        eligibleTeams = byStanding.enumerated().map { cell, teams in
            let (s, t) = cell.quotientAndRemainder(dividingBy: calendar.sessions.count)
            return duty[cell] == .rostered || limits.mayBeWorked(person: s, session: t) ? teams : []
        }
        isPlaceOwed = eligibility.placesOwed(byStanding, homeTeams: homeTeam, calendar)
        let inForce = week.contactsInForce(index)
        contactsInForce = inForce
        pastKept = inForce.map { past.given($0.person, session: $0.session, lines: $0.lines) }
        inForceOfCell = Dictionary(
            inForce.enumerated().map { (index.cell($1.person, $1.session), $0..<$0 + 1) }
        ) { $0.lowerBound..<$1.upperBound }
        currentTeam = week.current.map { current in
            var teams = [Int?](repeating: nil, count: week.staff.count * calendar.sessions.count)
            for row in current {
                guard let s = index.person(row.staff) else { continue }
                teams[index.cell(s, row.session)] = index.team(row.team)
            }
            return teams
        }
    }

    private static func duties(_ week: Week, _ humans: Humans, _ past: FrozenPast) -> [RotaMark.Duty] {
        week.rota.enumerated().flatMap { s, row in
            row.enumerated().map { t, mark in
                if past.isOver(t), mark.duty == .available {
                    return past.team(person: s, session: t) == nil ? .off : .rostered
                }
                return mark.duty == .available && week.bindingRow(besides: s, session: t, humans) != nil
                    ? .off : mark.duty
            }
        }
    }

    // MARK: Contacts in force

    /// Which of `contactsInForce` are a cell's.
    public func contactsInForce(ofCell cell: Int) -> Range<Int> { inForceOfCell[cell] ?? 0..<0 }

    // MARK: Heads

    /// Every minimum of heads: by team, then by session.
    public var minimums: [StaffingMinimum] { headTable.minimums }

    /// Which of `minimums` are a team's in a session.
    public func minimums(team: Int, session: Int) -> Range<Int> { headTable.ofPlace[place(team, session)] }

    /// Whether a person, deployed to the team in the session of a minimum, is one of the heads it asks for.
    public func counts(person: Int, minimum: Int) -> Bool {
        headTable.counts(person: person, minimum: minimum)
    }
}
