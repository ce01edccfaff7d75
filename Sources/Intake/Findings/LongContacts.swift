// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Contacts that take longer than any session of their window leaves: they can never be given.
enum LongContacts {
    /// Warns once a team and activity, at the first line.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let week = placed.week
        let activities = Dictionary(week.framework.activities.map { ($0.id, $0) }) { first, _ in first }
        let open = week.teams.map { team in week.sessions.map { team.isOpen(in: $0) ? $0.minutes : 0 } }
        let people = zip(week.staff, placed.qualifications).map {
            WorkingPace(of: $0, roles: $1.roles, policy: week.policy)
        }
        let most = { (minutes: Int) in people.map { $0.capacity(ofSession: minutes) }.max() ?? 0 }
        var found: [[String]: [Int]] = [:]
        var order: [[String]] = []
        for (index, line) in week.demand.enumerated() where line.contacts > 0 {
            guard let activity = activities[line.activity], let team = placed.teamIndex[line.team],
                let longest = open[team][line.window].max(), longest > 0
            else { continue }
            guard Double(activity.workMinutes(in: week.teams[team])) > most(longest) else { continue }
            let key = [line.team, line.activity]
            if found[key] == nil { order.append(key) }
            found[key, default: []].append(index)
        }
        for key in order {
            guard let lines = found[key], let first = lines.first, let activity = activities[key[1]],
                let team = placed.teamIndex[key[0]]
            else { continue }
            let left = most(open[team][week.demand[first].window].max() ?? 0)
            tell(lines, first, activity, week.teams[team], left, placed, diagnostics)
        }
    }

    private static func tell(
        _ lines: [Int], _ first: Int, _ activity: Activity, _ team: Team, _ left: Double,
        _ placed: PlacedWeek, _ diagnostics: Diagnostics
    ) {
        let line = placed.week.demand[first]
        let travel = activity.remote ? 0 : team.travelMinutes
        placed.demand.field("activity", first).warning(
            "a contact of '\(line.id)' takes \(activity.workMinutes(in: team)) minutes"
                + (travel > 0 ? " (\(travel) of them travel)" : "")
                + ", and no session from earliest to latest leaves "
                + "more than \(Findings.plain(left))"
                + Findings.others(
                    lines.dropFirst().map(placed.demand.line), are: ("so it is in", "so it is in")),
            expected: "minutes that fit into a session: look at travel_minutes in teams.csv as well",
            diagnostics)
    }
}
