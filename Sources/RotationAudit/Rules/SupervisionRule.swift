// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 3: those who are not senior are within the span of the seniors of their post.
enum SupervisionRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        let programme = sheet.programme
        var found: [RotationViolation] = []
        for (k, post) in sheet.rotation.posts.enumerated() {
            guard let span = post.span else { continue }
            for t in 0..<sheet.rotation.periodCount where !programme.isFrozen(t) {
                let there = sheet.people(k, t)
                let seniors = there.count { sheet.rotation.people[$0].isSenior } + post.permanentSeniors
                let others = there.filter { !sheet.rotation.people[$0].isSenior }
                guard Double(others.count) > span * Double(seniors) + Tolerance.amount else { continue }
                let names = others.map { sheet.rotation.people[$0].id }.joined(separator: ", ")
                found.append(
                    RotationViolation(
                        .supervision, post: post.id, period: t + 1,
                        "\(others.count) in \(post.id) in \(programme.name(t)) are not senior (\(names)), and "
                            + "\(programme.count(seniors, "senior")) may supervise "
                            + "\(programme.number(span * Double(seniors)))."))
            }
        }
        return found
    }
}
