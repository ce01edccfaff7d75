// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 1: nobody has two rows in one period.
enum OnePostRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        sheet.rotation.people.indices.flatMap { p in
            sheet.present[p].compactMap { t in
                let cell = sheet.cells[p][t]
                guard cell.count > 1 else { return nil }
                let staff = sheet.rotation.people[p].id
                let places = cell.map { $0.map { sheet.rotation.posts[$0].id } ?? "no post" }
                return RotationViolation(
                    .onePost, staff: staff, period: t + 1,
                    "\(staff) has \(cell.count) rows in \(sheet.programme.name(t)): "
                        + places.joined(separator: " and ") + ".")
            }
        }
    }
}
