// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Whose supervisors widen the span of a group in a session: rule 7's supply.
///
/// A supervisor counts only where there is something to supervise: an activity that a line of the group asks for in
/// the session, and that is delegated there to somebody who may come and has no better route to it.
struct SpanTable: Sendable {
    private let sessionCount: Int
    /// Those activities, by group and session (`group * sessionCount + session`).
    private let activities: [[Int]]

    /// An activity that a team asks for in some sessions.
    private struct Asked {
        let activity: Int
        let team: Int
        var sessions: [Bool]
    }

    init(
        _ eligibility: Eligibility, _ index: WeekIndex, groupHasSpan: [Bool], teamsOfCells: [[Int]]
    ) {
        let calendar = index.calendar
        let sessions = calendar.sessions.count
        let people = Self.people(
            teamsOfCells, index.groupOfTeam, groups: index.groups.count, sessions: sessions)
        var found = [[Int]](repeating: [], count: index.groups.count * sessions)
        for (g, teams) in index.teamsOfGroup.enumerated() where groupHasSpan[g] {
            for asked in Self.asked(eligibility, teams, sessions: sessions) {
                for t in 0..<sessions where asked.sessions[t] {
                    let place = g * sessions + t
                    guard !found[place].contains(asked.activity) else { continue }
                    let day = calendar.dayOfSession[t]
                    let isDelegated = people[place].contains { s in
                        eligibility.standings.standing(
                            person: s, day: day, activity: asked.activity, team: asked.team
                        ).isDelegatedOnly
                    }
                    if isDelegated { found[place].append(asked.activity) }
                }
            }
        }
        sessionCount = sessions
        activities = found
    }

    /// The activities of which a supervisor counts in a group and session.
    func activities(group: Int, session: Int) -> [Int] { activities[group * sessionCount + session] }

    /// What teams ask for that is delegated under a span, team by team.
    private static func asked(_ eligibility: Eligibility, _ teams: [Int], sessions: Int) -> [Asked] {
        let activities = eligibility.week.framework.activities
        return teams.flatMap { k -> [Asked] in
            var found: [Asked] = []
            for i in eligibility.linesOfTeam[k] {
                let line = eligibility.lines[i]
                guard line.hands == 1, let route = activities[line.activity].delegated,
                    !route.remoteSupervision
                else { continue }
                let index = found.firstIndex { $0.activity == line.activity } ?? found.count
                if index == found.count {
                    let none = [Bool](repeating: false, count: sessions)
                    found.append(Asked(activity: line.activity, team: k, sessions: none))
                }
                for t in line.window { found[index].sessions[t] = true }
            }
            return found
        }
    }

    /// Who may be deployed in each group and session, in order of the roster.
    private static func people(
        _ teamsOfCells: [[Int]], _ groupOfTeam: [Int], groups: Int, sessions: Int
    ) -> [[Int]] {
        var people = [[Int]](repeating: [], count: groups * sessions)
        for (cell, teams) in teamsOfCells.enumerated() {
            let (s, t) = cell.quotientAndRemainder(dividingBy: sessions)
            for k in teams {
                let place = groupOfTeam[k] * sessions + t
                if people[place].last != s { people[place].append(s) }
            }
        }
        return people
    }
}
