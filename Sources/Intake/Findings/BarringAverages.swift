// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// People who are available, and whom `average_hours` keeps from every session of it: they worked too much before, work
/// too much elsewhere, or are on duty too much already.
enum BarringAverages {
    /// Tells it once, at the first person.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        guard placed.week.policy.averageHours != nil else { return }
        let limits = WorkLimits(placed.week)
        let humans = Humans(placed.week.staff)
        let found = placed.week.staff.indices.filter { person in
            let rows = humans.rows(with: person)
            let duty = rows.map { placed.week.rota[$0].map(\.duty) }
            let averages = limits.averages(
                for: rows.map { row in
                    WorkLimits.Row(
                        placed.week.staff[row],
                        minutes: placed.week.sessions.indices.map {
                            placed.week.paidMinutes(person: row, session: $0)
                        })
                }, duty)
            return !placed.available[person].isEmpty
                && placed.available[person].allSatisfy { session in
                    averages.contains { limit in
                        limit.parts.contains { $0.place == session }
                            && limit.worked {
                                rows[$0.row] == person && $0.place == session
                                    || duty[$0.row][$0.place] == .rostered
                            } > limit.most
                    }
                }
        }
        guard let first = found.first else { return }
        let sessions = placed.available[first].count
        placed.staff.field("staff", first).notice(
            "average_hours keeps '\(placed.week.staff[first].id)' from being booked in the "
                + (sessions == 1 ? "session" : "\(sessions) sessions")
                + " they are available for, with what is worked before and elsewhere"
                + Findings.others(
                    found.dropFirst().map(placed.staff.line), are: ("so it does in", "so it does in")),
            expected: "opted_out where the person has agreed to more", diagnostics)
    }
}
