// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// A week in which the kinds of posts are the people: who of them could do what, when and where, is worked out as it is of
/// anybody. Each kind is there twice: with its usual sign-offs, and with every one that
/// somebody in such a role has.
struct PostWeek {
    let instance: Instance
    /// The week's demand, lines alike put together.
    let work: [WorkLine]
    /// The sessions, alone or together.
    let periods: Periods

    /// The person who stands for a kind.
    static func base(_ kind: Int) -> Int { 2 * kind }
    /// The person who stands for a kind with every sign-off.
    static func trained(_ kind: Int) -> Int { 2 * kind + 1 }

    /// - Parameter isSingle: Whether every session is looked at by itself.
    init(_ week: Week, _ kinds: [PostKind], isSingle: Bool) {
        let signedOn = week.start.adding(days: -1)
        let lastDay = week.start.adding(days: week.days)
        let staff = kinds.enumerated().flatMap { p, kind in
            ["usual", "trained"].map { word in
                StaffMember(
                    id: "post \(p) \(word)", roles: kind.roles, employer: kind.employer,
                    baseLocality: kind.localities.first ?? "", employment: .substantive,
                    contractHours: week.policy.fullTimeHours)
            }
        }
        let known = Set(week.framework.competencies.map(\.id))
        let signOffs = kinds.enumerated().flatMap { p, kind in
            kind.usual.filter { known.contains($0.competency) }.map {
                SignOff(
                    staff: "post \(p) usual", competency: $0.competency, level: $0.level,
                    signedOffOn: signedOn, expiresOn: lastDay)
            }
                + week.framework.competencies.filter { kind.possible.contains($0.id) }.map {
                    SignOff(
                        staff: "post \(p) trained", competency: $0.id, level: week.framework.levels,
                        signedOffOn: signedOn, expiresOn: lastDay)
                }
        }
        let marks = week.sessions.map { _ in RotaMark(.available) }
        let demand = week.demand.filter(\.priority.isCare).map { line in
            var line = line
            line.usual = []
            return line
        }
        let posts = Week(
            start: week.start, days: week.days, parts: week.parts, policy: week.policy,
            framework: week.framework, teams: week.teams, staff: staff, signOffs: signOffs,
            rota: staff.map { _ in marks }, demand: demand,
            decisions: week.decisions.filter { $0.staff == nil }, agreements: week.agreements,
            travel: week.travel, minimums: week.minimums, specialDays: week.specialDays)
        instance = Instance(posts)
        periods = Periods(instance.calendar, isSingle: isSingle)
        work = WorkLine.all(instance, periods)
    }

    /// Whether a kind may be sent to a team in a session.
    func mayWork(_ kind: Int, team: Int, session: Int) -> Bool {
        instance.eligibleTeams[instance.cell(Self.trained(kind), session)].contains(team)
    }

    /// Minutes of a session that one of a kind has for contacts and supervision.
    func capacity(_ kind: Int, session: Int) -> Double {
        instance.capacity[instance.cell(Self.base(kind), session)]
    }
}

/// Demand lines of one team, activity and priority whose contacts may be given in the same periods, as one.
struct WorkLine {
    let team: Int
    let activity: Int
    let priority: Priority
    let periods: [Int]
    var contacts = 0
    var singleHanded = 0

    private struct Key: Hashable {
        let team: Int
        let activity: Int
        let priority: Priority
        let periods: [Int]
    }

    /// The lines of a week, in order of the first of each.
    static func all(_ instance: Instance, _ periods: Periods) -> [WorkLine] {
        var places: [Key: Int] = [:]
        var lines: [WorkLine] = []
        for (i, line) in instance.lines.enumerated() where line.contacts > 0 {
            let key = Key(
                team: line.team, activity: line.activity, priority: instance.week.demand[i].priority,
                periods: periods.periods(of: line.window))
            let place = places[key] ?? lines.count
            if place == lines.count {
                places[key] = place
                lines.append(
                    WorkLine(
                        team: key.team, activity: key.activity, priority: key.priority, periods: key.periods))
            }
            lines[place].contacts += line.contacts
            lines[place].singleHanded += line.singleHanded
        }
        return lines
    }
}
