// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Sign-offs given by the person they are about.
enum OwnSignOffs {
    /// Warns once, at the first of them.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let names = Dictionary(
            placed.week.staff.map { ($0.id, [LookAlikes.byEye($0.id), LookAlikes.byEye($0.name)]) },
            uniquingKeysWith: { one, _ in one })
        let found = placed.week.signOffs.indices.filter { index in
            let signOff = placed.week.signOffs[index]
            guard !signOff.signedOffBy.isEmpty, let own = names[signOff.staff] else { return false }
            return own.contains(LookAlikes.byEye(signOff.signedOffBy))
        }
        guard let first = found.first else { return }
        let field = placed.signOffs.field("signed_off_by", first)
        field.warning(
            "'\(placed.week.signOffs[first].staff)' is signed off by themselves"
                + Findings.others(found.dropFirst().map(placed.signOffs.line)),
            expected: "the name of whoever saw the competency", diagnostics)
    }
}
