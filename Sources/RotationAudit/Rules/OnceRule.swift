// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 5: nobody comes back to a post, or goes on in one they have done, unless the post says that they may.
enum OnceRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        var found: [RotationViolation] = []
        for (p, person) in sheet.rotation.people.enumerated() {
            let free = sheet.firstFree(p)
            for (place, run) in sheet.runs[p].enumerated() where run.last >= free {
                let post = sheet.rotation.posts[run.post]
                guard !post.repeats else { continue }
                var reason: String?
                if person.done.contains(post.id) {
                    reason = "have done it before"
                } else if run.first >= free, run.before == nil {
                    if sheet.runs[p][..<place].contains(where: { $0.post == run.post }) {
                        reason = "have had a block in it already"
                    } else if person.startPost == post.id {
                        reason = "were in it before the programme, and that block has ended"
                    }
                }
                guard let reason else { continue }
                found.append(
                    RotationViolation(
                        .once, staff: person.id, post: post.id, period: sheet.present[p][run.first] + 1,
                        "\(person.id) is in \(post.id) in \(sheet.name(p, run)), but they \(reason), and nobody comes "
                            + "back to it."))
            }
        }
        return found
    }
}
