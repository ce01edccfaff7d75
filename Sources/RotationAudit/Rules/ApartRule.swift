// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 8: two people who are kept apart are never in one post in one period.
enum ApartRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        var found: [RotationViolation] = []
        for row in sheet.rotation.apart {
            guard let one = sheet.programme.person(row.staff), let other = sheet.programme.person(row.other)
            else { continue }
            for t in 0..<sheet.rotation.periodCount where !sheet.programme.isFrozen(t) {
                guard let k = sheet.post(one, t), sheet.post(other, t) == k else { continue }
                let post = sheet.rotation.posts[k].id
                found.append(
                    RotationViolation(
                        .apart, staff: row.staff, post: post, period: t + 1,
                        "\(row.staff) and \(row.other) are both in \(post) in \(sheet.programme.name(t)), and are kept "
                            + "apart."))
            }
        }
        return found
    }
}
