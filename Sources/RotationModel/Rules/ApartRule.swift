// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 8: two people who are kept apart are never in one post in one period to be planned.
enum ApartRule: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        for (pair, people) in facts.apart.enumerated() {
            for t in facts.frozenCount..<max(facts.frozenCount, facts.periodCount) {
                for k in 0..<facts.postCount {
                    guard let one = builder.layout.placed(people.one, t, k),
                        let other = builder.layout.placed(people.other, t, k)
                    else { continue }
                    builder.atMost(
                        1, RotationRow(.apart, period: t, post: k, extra: pair), [(one, 1), (other, 1)])
                }
            }
        }
    }
}
