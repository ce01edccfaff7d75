// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Sign-offs dated after the last planned day: they count on none of the days planned, and the date is often a slip.
enum FutureSignOffs {
    /// Warns once, at the first of them.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let found = placed.week.signOffs.indices.filter { placed.week.signOffs[$0].signedOffOn > placed.last }
        guard let first = found.first else { return }
        placed.signOffs.field("signed_off_on", first).warning(
            "signed_off_on \(placed.week.signOffs[first].signedOffOn) is after the last planned day, \(placed.last), "
                + "so it does not count in these days"
                + Findings.others(found.dropFirst().map(placed.signOffs.line), are: ("nor does", "nor do")),
            expected: "the day of the sign-off, \(placed.last) at the latest", diagnostics)
    }
}
