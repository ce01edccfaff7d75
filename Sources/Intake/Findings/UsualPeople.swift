// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Lines none of whose usual people may give their contacts on any day of the window: all of them are by somebody else.
enum UsualPeople {
    /// A warning at the first such line.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let week = placed.week
        guard week.demand.contains(where: { !$0.usual.isEmpty }) else { return }
        let index = WeekIndex(week)
        let decisions = DelegationDecisions(week.decisions, of: week.staff)
        let lines = week.demand.indices.filter { number in
            let line = week.demand[number]
            guard let usual = index.usual(of: line), line.contacts > 0,
                let activity = index.activity(line.activity)
            else { return false }
            return !usual.contains { person in
                Set(line.window.map { week.sessions[$0].day }).contains { day in
                    let routes = decisions.openRoutes(
                        to: week.framework.activities[activity], for: week.staff[person].id, in: line.team,
                        on: day)
                    return placed.qualifications[person].standing(
                        for: week.framework.activities[activity], on: day, open: routes
                    ).takesPart
                }
            }
        }
        guard let first = lines.first else { return }
        let field = placed.demand.field("usual", first)
        field.warning(
            "usual \(field.shown) may not give '\(week.demand[first].activity)' in the line's window, so each contact "
                + "is by somebody else" + Findings.others(lines.dropFirst().map(placed.demand.line)),
            expected: "people who may give it, or a blank", diagnostics)
    }
}
