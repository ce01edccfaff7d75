// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows that no plan breaks, and that raise the relaxation: whoever is in a post that has a longest block began there within
/// so many of their periods.
enum Tightening: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        for p in 0..<facts.personCount {
            let present = facts.presentPeriods[p]
            for (k, post) in facts.rotation.posts.enumerated() {
                guard let most = post.maximumBlock else { continue }
                let isStart = facts.startPost[p] == k
                let before = facts.periodsBefore(person: p, post: k)
                for (index, t) in present.enumerated() where !facts.isFrozen(t) {
                    guard let here = builder.layout.placed(p, t, k) else { continue }
                    // The block of the start post may still go on.
                    if isStart, before + index + 1 <= most { continue }
                    let begun = present[max(0, index - most + 1)...index]
                        .compactMap { builder.layout.begun(p, $0, k) }
                    builder.atMost(
                        0, RotationRow(.maximumBlockTight, person: p, period: t, post: k),
                        [(here, 1)] + begun.map { ($0, -1) })
                }
            }
        }
    }
}
