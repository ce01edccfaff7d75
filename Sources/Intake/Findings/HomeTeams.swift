// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// People who may not work in their own home team, though they can be sent elsewhere.
enum HomeTeams {
    /// Warns once a cause, at the `home_team` of the first person.
    ///
    /// - Parameter told: People of whom it was told already that they can be sent nowhere, or why.
    static func tell(of placed: PlacedWeek, except told: Set<Int>, _ diagnostics: Diagnostics) {
        let ways = ReachableTeams(placed).ways
        var causes: [String: [Int]] = [:]
        var order: [String] = []
        for (index, person) in placed.week.staff.enumerated() where !told.contains(index) {
            guard let home = person.homeTeam.flatMap({ placed.teamIndex[$0] }),
                let reason = reason(placed, index, home, ways)
            else { continue }
            if causes[reason] == nil { order.append(reason) }
            causes[reason, default: []].append(index)
        }
        for reason in order {
            guard let people = causes[reason], let first = people.first else { continue }
            let field = placed.staff.field("home_team", first)
            field.warning(
                "'\(placed.week.staff[first].id)' cannot be sent to their home team '\(field.text)': \(reason)"
                    + Findings.others(
                        people.dropFirst().map(placed.staff.line), are: ("so it is in", "so it is in")),
                expected: "a home team they may work in", diagnostics)
        }
    }

    /// Why the person can be sent to the team in none of the sessions in which it is open and they are there.
    private static func reason(_ placed: PlacedWeek, _ person: Int, _ team: Int, _ ways: Eligibility)
        -> String?
    {
        var reason: String?
        for session in placed.rostered[person] + placed.available[person] {
            let found = ways.obstacle(
                placed.week.staff[person], placed.session(session), placed.week.teams[team])
            switch found {
            case .barrier(.closed): continue
            case .barrier(.organisation), .barrier(.travel):
                guard let found, reason == nil else { continue }
                let obstacle = TeamObstacle(team: team, obstacle: found)
                reason = obstacle.reason(placed.week.staff[person], placed)
            case nil, .barrier(.placement), .nothingToDo: return nil
            }
        }
        return reason
    }
}
