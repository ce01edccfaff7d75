// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a week says, with people, teams, lines, groups and activities as indices.
///
/// Answers that are asked for again and again (standing, eligibility) are kept once worked out.
final class WeekFacts {
    let week: Week
    let people: [Person]
    let lines: [LineFacts]
    /// Supervision groups in order of their first team, without that of all teams.
    let groups: [String]
    /// The group of each team.
    let groupOfTeam: [Int]
    /// The activities that each team demands somewhere in the horizon, in order of the framework.
    let demandedByTeam: [[Int]]
    /// The sessions of each calendar week, in date order.
    let calendarWeeks: [[Int]]

    let staffIndex: [String: Int]
    let teamIndex: [String: Int]
    let lineIndex: [String: Int]
    let groupIndex: [String: Int]
    let activityIndex: [String: Int]
    /// The rows of the roster that are the same person as each row, itself among them.
    let rowsOfPerson: [[Int]]
    /// The decisions about each activity, in order of the file.
    let decisionsOfActivity: [[DelegationDecision]]

    var knownStanding: [Standing?]
    var knownDayBar: [EligibilityBar??]
    var knownSpanned: [Int: [Int]] = [:]

    init(week: Week) {
        self.week = week
        staffIndex = Self.index(week.staff.map(\.id))
        let teamIndex = Self.index(week.teams.map(\.id))
        self.teamIndex = teamIndex
        let activityIndex = Self.index(week.framework.activities.map(\.id))
        self.activityIndex = activityIndex
        let roles = Dictionary(week.framework.roles.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        let words = week.staff.map { $0.person ?? $0.id }
        let rowsOfWord = Dictionary(grouping: words.indices) { words[$0] }
        rowsOfPerson = words.map { rowsOfWord[$0] ?? [] }
        let wordOfId = Dictionary(zip(week.staff.map(\.id), words), uniquingKeysWith: { one, _ in one })
        let signOffs = Dictionary(grouping: week.signOffs) { wordOfId[$0.staff] ?? $0.staff }
        let validity = Dictionary(
            week.framework.competencies.map { ($0.id, $0.validMonths) }, uniquingKeysWith: { one, _ in one })
        people = zip(week.staff, words).map { member, word in
            Person(
                member: member, roles: member.roles.compactMap { roles[$0] },
                signOffs: signOffs[word] ?? [], validity: validity)
        }
        let lines = week.demand.compactMap { line -> LineFacts? in
            guard let team = teamIndex[line.team], let activity = activityIndex[line.activity] else {
                return nil
            }
            return LineFacts(
                line: line, team: team, activityIndex: activity,
                activity: week.framework.activities[activity])
        }
        self.lines = lines
        lineIndex = Self.index(lines.map(\.line.id))
        var groups: [String] = []
        for team in week.teams where !groups.contains(team.supervisionGroup) {
            groups.append(team.supervisionGroup)
        }
        self.groups = groups
        var groupIndex = Self.index(groups)
        groupIndex["*"] = groups.count
        self.groupIndex = groupIndex
        groupOfTeam = week.teams.map { team in groups.firstIndex(of: team.supervisionGroup) ?? 0 }
        demandedByTeam = week.teams.indices.map { team in
            Set(lines.filter { $0.team == team }.map(\.activityIndex)).sorted()
        }
        let byMonday = Dictionary(grouping: week.sessions.indices) { week.sessions[$0].day.monday }
        calendarWeeks = byMonday.keys.sorted().map { byMonday[$0] ?? [] }
        decisionsOfActivity = week.framework.activities.map { activity in
            week.decisions.filter { $0.activity == activity.id }
        }
        let days = max(0, week.days)
        knownStanding = Array(
            repeating: nil, count: week.staff.count * week.framework.activities.count * days)
        knownDayBar = Array(repeating: nil, count: week.staff.count * week.teams.count * days)
    }

    /// What the rota says of a person in a session.
    func mark(_ staff: Int, _ session: Int) -> RotaMark {
        guard week.rota.indices.contains(staff), week.rota[staff].indices.contains(session) else {
            return RotaMark(.off)
        }
        return week.rota[staff][session]
    }

    /// Whether a session lies before `frozen_before`.
    func isOver(_ session: Int) -> Bool { session < week.frozenBefore ?? 0 }

    /// Whether another row of the same person has them on duty, on leave, sick or in training in a session.
    func isTakenByOtherRow(_ staff: Int, _ session: Int) -> Bool {
        rowsOfPerson[staff].contains { row in
            guard row != staff else { return false }
            switch mark(row, session).duty {
            case .rostered, .leave, .sick, .training: return true
            case .available, .callable, .off: return false
            }
        }
    }

    /// Whether a row of the roster is the person a file names, by that identifier or another of theirs.
    func isPerson(_ staff: Int, named id: String) -> Bool {
        rowsOfPerson[staff].contains { week.staff[$0].id == id }
    }

    /// The session's name in files, or what is wrong with it.
    func name(ofSession session: Int) -> String {
        guard week.sessions.indices.contains(session) else {
            return "session \(session), outside the horizon,"
        }
        return week.sessions[session].id
    }

    /// Whether the policy has people of the person's kind accompanied.
    func isAccompanied(_ staff: Int) -> Bool { week.policy.accompanied.contains(people[staff].kind) }

    /// The team's name.
    func name(ofTeam team: Int) -> String { week.teams[team].name }

    /// The person's identifier.
    func name(ofStaff staff: Int) -> String { week.staff[staff].id }

    private static func index(_ identifiers: [String]) -> [String: Int] {
        Dictionary(identifiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
    }
}

/// A demand line with its team and activity at hand.
struct LineFacts {
    let line: DemandLine
    let team: Int
    let activityIndex: Int
    let activity: Activity

    /// Whether a contact takes two workers.
    var isTwoHanded: Bool { activity.hands == 2 }

    /// Contacts wanted.
    var wanted: Double { Double(line.contacts) }

    /// Contacts of them that may be given single-handed; none where the activity has no single-handed way.
    var suitable: Double {
        isTwoHanded && activity.singleHanded != nil ? Double(line.singleHandedContacts) : 0
    }
}
