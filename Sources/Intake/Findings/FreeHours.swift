// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Own staff without an `hourly_cost` who could be asked to work beyond their contract: a plan takes those hours for
/// nothing before it takes anybody else's.
enum FreeHours {
    /// Warns once, at the first person.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let duties: Set<RotaMark.Duty> = [.rostered, .available, .leave, .sick, .training]
        let found = placed.week.staff.indices.filter { index in
            let person = placed.week.staff[index]
            guard person.employment == .substantive, person.hourlyCost == 0, !placed.available[index].isEmpty
            else {
                return false
            }
            return placed.minutes(index, of: duties).contains { Double($0) > person.contractMinutes }
        }
        guard let first = found.first else { return }
        placed.staff.field("hourly_cost", first).warning(
            "extra hours of '\(placed.week.staff[first].id)' are free: no hourly_cost is given, and they are available "
                + "beyond contract_hours"
                + Findings.others(
                    found.dropFirst().map(placed.staff.line), are: ("so it is in", "so it is in")),
            expected: "pounds an hour", diagnostics)
    }
}
