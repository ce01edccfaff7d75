// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Minimums that nobody, or too few people of the roster, could count towards: they are missed in every plan.
enum MinimumHeads {
    /// Warns of each row of minimums.csv, and of each team's registered heads, for which there are too few people.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        for (index, row) in placed.week.minimums.enumerated() {
            let column = row.kind.professions.isEmpty ? "competency" : "professions"
            tell(row.kind, row.atLeast, placed, placed.minimums.field(column, index), diagnostics)
        }
        for (index, team) in placed.week.teams.enumerated() where !team.headProfessions.isEmpty {
            let field = placed.teams.field("head_professions", index)
            guard team.minimumRegistered > 0 else {
                field.notice(
                    "head_professions of '\(team.id)' says who counts for min_registered, which asks for nobody",
                    expected: "min_registered, or a blank here", diagnostics)
                continue
            }
            tell(team.registeredHeads, team.minimumRegistered, placed, field, diagnostics)
        }
    }

    private static func tell(
        _ kind: HeadKind, _ wanted: Int, _ placed: PlacedWeek, _ field: Field, _ diagnostics: Diagnostics
    ) {
        let days = (0..<placed.week.days).map { placed.week.start.adding(days: $0) }
        let staff = placed.week.staff
        let most =
            days.map { day in
                // Whoever is in several rows of the roster is there by one of them.
                Set(
                    zip(staff, placed.qualifications).filter {
                        $0.employment.countsAsHead && $1.isHead(of: kind, on: day)
                    }.map(\.0.human)
                ).count
            }.max() ?? 0
        guard most < wanted else { return }
        field.warning(
            "\(most == 0 ? "nobody" : most == 1 ? "one person" : "\(most) people") of the roster "
                + "\(most > 1 ? "count" : "counts") towards this minimum of \(wanted) on any day planned, so that "
                + "heads are missing in every plan",
            expected: "a minimum that the roster can keep, or the sign-offs or people who are missing",
            diagnostics)
    }
}
