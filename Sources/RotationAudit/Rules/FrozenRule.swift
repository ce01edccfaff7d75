// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 9: frozen periods are as the plan in force has them.
enum FrozenRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        let programme = sheet.programme
        func name(_ post: Int?) -> String { post.map { sheet.rotation.posts[$0].id } ?? "no post" }
        return sheet.rotation.people.indices.flatMap { p in
            sheet.present[p].compactMap { t in
                let (now, then) = (sheet.post(p, t), programme.before[p][t])
                guard programme.isFrozen(t), now != then else { return nil }
                let staff = sheet.rotation.people[p].id
                return RotationViolation(
                    .frozen, staff: staff, post: now.map { sheet.rotation.posts[$0].id }, period: t + 1,
                    "\(staff) is in \(name(now)) in \(programme.name(t)), which is frozen; current/placements.csv has "
                        + "\(name(then)).")
            }
        }
    }
}
