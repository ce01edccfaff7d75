// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// People on duty in sessions in which their own team is closed, by the column `closed` of teams.csv or by a special day.
enum ClosedTeams {
    /// Warns once a team, at the first session of the first person, and says what becomes of them.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        var concerned: [Int: [(person: Int, session: Int)]] = [:]
        for person in placed.week.staff.indices {
            var teams: Set<Int> = []
            for session in placed.rostered[person] {
                guard let team = placed.closedHome(person, session), teams.insert(team).inserted else {
                    continue
                }
                concerned[team, default: []].append((person, session))
            }
        }
        for (number, team) in placed.week.teams.enumerated() {
            guard let people = concerned[number], let first = people.first,
                let field = placed.rota(first.person, first.session)
            else { continue }
            let special = placed.week.sessions[first.session].special
            let occasion = special.flatMap { $0.closes(team.id) ? " on \($0.name)" : nil } ?? ""
            let more = people.count - 1
            let others = more == 0 ? "" : more == 1 ? ", as is 1 more person" : ", as are \(more) more people"
            field.warning(
                "'\(placed.week.staff[first.person].id)' is rostered while their team '\(team.id)' is closed\(occasion)"
                    + "\(others): a plan sends them elsewhere only where that saves something, and else they have no place",
                expected: "a pin to another team, leave, or a blank", diagnostics)
        }
    }
}

extension PlacedWeek {
    /// The person's own team by its position, if it is closed in a session in which its days and hours would have it
    /// open.
    func closedHome(_ person: Int, _ session: Int) -> Int? {
        guard week.rota[person][session].pins.isEmpty,
            let home = eligibility.reach.homeTeam(week.staff[person], on: week.sessions[session].day),
            let team = teamIndex[home], week.teams[team].isClosed(in: week.sessions[session]),
            week.teams[team].hasHours(in: week.sessions[session])
        else { return nil }
        return team
    }
}
