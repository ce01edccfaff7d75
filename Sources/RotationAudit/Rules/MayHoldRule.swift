// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// People are placed only in posts they may hold; in frozen periods they are where they were.
enum MayHoldRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        sheet.rotation.people.indices.flatMap { p in
            sheet.present[p].compactMap { t in
                guard let k = sheet.post(p, t), !sheet.programme.isFrozen(t) else { return nil }
                let bars = sheet.programme.bars(p, k, t)
                guard !bars.isEmpty else { return nil }
                let (staff, post) = (sheet.rotation.people[p].id, sheet.rotation.posts[k].id)
                return RotationViolation(
                    .mayHold, staff: staff, post: post, period: t + 1,
                    "\(staff) may not hold \(post) in \(sheet.programme.name(t)): "
                        + bars.joined(separator: "; ") + ".")
            }
        }
    }
}
