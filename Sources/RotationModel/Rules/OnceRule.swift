// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 5: nobody has two blocks in a post, or comes back to their start post, unless the post says that they may; in a post
/// they have done before the programme nobody is at all.
enum OnceRule: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        for p in 0..<facts.personCount {
            let free = facts.freePeriods(of: p)
            for k in 0..<facts.postCount {
                guard let left = facts.beginningsLeft(person: p, post: k) else { continue }
                let begun = free.compactMap { builder.layout.begun(p, $0, k) }
                guard !begun.isEmpty else { continue }
                builder.atMost(
                    Double(left), RotationRow(.once, person: p, post: k), begun.map { ($0, 1) })
                guard facts.isClosed(person: p, post: k) else { continue }
                builder.atMost(
                    0, RotationRow(.closed, person: p, post: k),
                    free.compactMap { builder.layout.placed(p, $0, k) }.map { ($0, 1) })
            }
        }
    }
}
