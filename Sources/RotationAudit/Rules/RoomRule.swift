// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 2: room for whole-time equivalents, and for those who begin at one change-over; in the first period of the programme
/// only those change over who come from a post.
enum RoomRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        let programme = sheet.programme
        var found: [RotationViolation] = []
        for (k, post) in sheet.rotation.posts.enumerated() {
            for t in 0..<sheet.rotation.periodCount where !programme.isFrozen(t) {
                let there = sheet.wte(k, t)
                if let most = programme.maximum(k, t), there > most + Tolerance.amount {
                    found.append(
                        RotationViolation(
                            .room, post: post.id, period: t + 1,
                            "\(post.id) has \(programme.number(there)) whole-time equivalents in \(programme.name(t)), "
                                + "and room for \(programme.number(most))."))
                }
                guard let most = post.newMaximum else { continue }
                let new = sheet.beginners[k][t].filter {
                    t > 0 || sheet.rotation.people[$0].startPost != nil
                }
                if new.count > most {
                    let names = new.map { sheet.rotation.people[$0].id }.joined(separator: ", ")
                    found.append(
                        RotationViolation(
                            .room, post: post.id, period: t + 1,
                            "\(programme.count(new.count, "block")) (\(names)) begin in \(post.id) in "
                                + "\(programme.name(t)), and at most \(most) may."))
                }
            }
        }
        return found
    }
}
