// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// People on duty in sessions in which their own team is closed, by the column `closed` of teams.csv or by a special day.
enum ClosedTeams {
    /// Warns once a team, at the first session of the first person, and says what becomes of them.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        for team in placed.week.teams {
            let concerned = placed.week.staff.indices.compactMap { person in
                placed.rostered[person].first { placed.closedHome(person, $0)?.id == team.id }
                    .map { (person: person, session: $0) }
            }
            guard let first = concerned.first, let field = placed.rota(first.person, first.session) else {
                continue
            }
            let session = placed.session(first.session)
            let because = session.special.flatMap { $0.closes(team.id) ? ", on \($0.name)" : nil } ?? ""
            let more = concerned.count - 1
            field.warning(
                "'\(placed.week.staff[first.person].id)' is rostered while their team '\(team.id)' is closed\(because)"
                    + (more > 0 ? "; so are \(more) more" : "")
                    + ": a plan sends them elsewhere where that saves something, or they stand without a place",
                expected: "a pin to another team, leave, or a blank", diagnostics)
        }
    }
}

extension PlacedWeek {
    /// The person's own team, if it is closed in a session in which its days and hours would have it open.
    func closedHome(_ person: Int, _ session: Int) -> Team? {
        let at = self.session(session)
        guard week.rota[person][session].pins.isEmpty,
            let home = eligibility.reach.homeTeam(week.staff[person], on: at.day),
            let team = teamIndex[home].map({ week.teams[$0] }), team.isClosed(in: at), team.hasHours(in: at)
        else { return nil }
        return team
    }
}
