// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A `max_hours` below the shortest session somebody is available for, such as the 0 that many systems export where
/// there is no limit: it keeps them from ever being booked.
enum BarringHours {
    /// Warns once, at the first person.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let found = placed.week.staff.indices.filter { index in
            let shortest = placed.available[index].map {
                placed.week.paidMinutes(person: index, session: $0)
            }.min()
            guard let most = placed.week.staff[index].maximumMinutes, let shortest else { return false }
            return most < Double(shortest)
        }
        guard let first = found.first else { return }
        let sessions = placed.available[first].count
        let field = placed.staff.field("max_hours", first)
        field.warning(
            "max_hours \(field.text) keeps '\(placed.week.staff[first].id)' from being booked in the "
                + (sessions == 1 ? "session" : "\(sessions) sessions") + " they are available for"
                + Findings.others(
                    found.dropFirst().map(placed.staff.line), are: ("so it is in", "so it is in")),
            expected: "a blank where there is no limit", diagnostics)
    }
}
