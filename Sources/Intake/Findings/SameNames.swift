// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Two rows of staff.csv with one name: one human with two employments could be sent to two places at once.
enum SameNames {
    /// Warns of each name once, at its second row.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        var rows: [String: [Int]] = [:]
        for (index, person) in placed.week.staff.enumerated() where person.name != person.id {
            rows[LookAlikes.byEye(person.name), default: []].append(index)
        }
        for (index, person) in placed.week.staff.enumerated() where person.name != person.id {
            guard let named = rows[LookAlikes.byEye(person.name)], let first = named.first else { continue }
            // Rows that the column person makes one human are told apart by nobody.
            let human = placed.week.staff[first].human
            let same = [first] + named.filter { placed.week.staff[$0].human != human }
            guard same.count > 1, same[1] == index else { continue }
            let field = placed.staff.field("name", index)
            field.warning(
                "name \(field.shown) stands in line \(placed.staff.line(same[0])) as well"
                    + Findings.others(same.dropFirst(2).map(placed.staff.line), are: ("and in", "and in"))
                    + ": if that is one human, two rows may be sent to two places at once",
                expected: "the same word in the column person of both, or names that tell two people apart",
                diagnostics)
        }
    }
}
