// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 10: a block of a group begins only while the person has had fewer than the curriculum allows.
enum CurriculumRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        var found: [RotationViolation] = []
        for row in sheet.rotation.curriculum {
            guard let most = row.atMost else { continue }
            for (p, person) in sheet.rotation.people.enumerated()
            where row.staff == nil || row.staff == person.id {
                var had = blocksBefore(sheet, p, row.group)
                for (k, t) in sheet.beginnings[p] where sheet.rotation.posts[k].groups.contains(row.group) {
                    if had >= most, !sheet.programme.isFrozen(t) {
                        let post = sheet.rotation.posts[k].id
                        found.append(
                            RotationViolation(
                                .curriculum, staff: person.id, post: post, period: t + 1,
                                "\(person.id) begins in \(post) in \(sheet.programme.name(t)) after "
                                    + "\(sheet.programme.count(had, "block")) of group \(row.group), and may have "
                                    + "\(most)."))
                    }
                    had += 1
                }
            }
        }
        return found
    }

    /// Blocks of a group from before the programme: posts done, and the start post, each by itself.
    static func blocksBefore(_ sheet: Sheet, _ p: Int, _ group: String) -> Int {
        let person = sheet.rotation.people[p]
        return (person.done + [person.startPost].compactMap(\.self)).count { id in
            sheet.rotation.posts.contains { $0.id == id && $0.groups.contains(group) }
        }
    }
}
