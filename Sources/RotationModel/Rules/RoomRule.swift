// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 2: in each period to be planned, posts have room for the whole-time equivalents in them, and no more blocks begin
/// than may at one change-over. In the first period of the programme only those change over who come from a post.
enum RoomRule: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        for (k, post) in facts.rotation.posts.enumerated() {
            for t in facts.frozenCount..<max(facts.frozenCount, facts.periodCount) {
                let people = builder.placed(post: k, period: t)
                if let most = facts.amounts[k][t].maximum {
                    builder.atMost(
                        most, RotationRow(.room, period: t, post: k),
                        people.filter { facts.rotation.people[$0.person].wte > 0 }
                            .map { ($0.column, facts.rotation.people[$0.person].wte) })
                }
                guard let most = post.newMaximum else { continue }
                let begun = people.map(\.person).filter { t > 0 || facts.startPost[$0] != nil }
                    .compactMap { builder.layout.begun($0, t, k) }
                builder.atMost(
                    Double(most), RotationRow(.newcomers, period: t, post: k), begun.map { ($0, 1) })
            }
        }
    }
}
