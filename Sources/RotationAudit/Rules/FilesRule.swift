// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// The plan names people, posts and periods of the rotation, each present person in each period, and nobody who is not there.
enum FilesRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        let programme = sheet.programme
        var found: [RotationViolation] = []
        func add(_ row: SequenceRow, _ sentence: String) {
            found.append(
                RotationViolation(.files, staff: row.staff, post: row.post, period: row.period, sentence))
        }
        for row in sheet.rows {
            guard let p = programme.person(row.staff) else {
                add(row, "The plan has a row for \(row.staff), whom people.csv does not have.")
                continue
            }
            guard (1...sheet.rotation.periodCount).contains(row.period) else {
                add(
                    row,
                    "The plan has \(row.staff) in period \(row.period); periods are 1 to \(sheet.rotation.periodCount)."
                )
                continue
            }
            if let post = row.post, programme.post(post) == nil {
                add(
                    row,
                    "\(row.staff) is in \(post) in \(programme.name(row.period - 1)), which posts.csv does not have."
                )
            }
            if !programme.isPresent(p, row.period - 1) {
                add(
                    row,
                    "The plan has a row for \(row.staff) in \(programme.name(row.period - 1)), of which they are away at "
                        + "least half.")
            }
        }
        for (p, person) in sheet.rotation.people.enumerated() {
            for t in sheet.present[p] where !sheet.hasRow[p][t] {
                found.append(
                    RotationViolation(
                        .files, staff: person.id, period: t + 1,
                        "\(person.id) is there in \(programme.name(t)), but the plan has no row for them."))
            }
        }
        return found
    }
}
