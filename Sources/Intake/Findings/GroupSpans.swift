// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Supervision groups in which one team has a span and another has none: one blank lifts the limit for all of them.
enum GroupSpans {
    /// Warns of each such group at its first team without a span.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let teams = placed.week.teams
        var told: Set<String> = []
        for (index, team) in teams.enumerated() where team.span == nil {
            let group = team.supervisionGroup
            guard let other = teams.first(where: { $0.supervisionGroup == group && $0.span != nil }),
                told.insert(group).inserted
            else { continue }
            placed.teams.field("span", index).warning(
                "the span of '\(team.id)' is blank, so supervision group '\(group)' has no limit, though "
                    + "'\(other.id)' says \(Findings.plain(other.span ?? 0))",
                expected: "a span for every team of the group, or for none", diagnostics)
        }
    }
}
