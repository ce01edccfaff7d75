// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 6: whoever begins in a post holds what it needs.
enum EntryRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        var found: [RotationViolation] = []
        for (p, person) in sheet.rotation.people.enumerated() {
            for (k, t) in sheet.beginnings[p] where !sheet.programme.isFrozen(t) {
                let post = sheet.rotation.posts[k]
                let missing = post.needs.filter { !sheet.holds(p, $0, t) }
                guard !missing.isEmpty else { continue }
                let names = missing.map { "\($0.competency) at level \($0.level)" }.joined(separator: ", ")
                found.append(
                    RotationViolation(
                        .entry, staff: person.id, post: post.id, period: t + 1,
                        "\(person.id) begins in \(post.id) in \(sheet.programme.name(t)) without \(names), signed off or "
                            + "learnt."))
            }
        }
        return found
    }
}
