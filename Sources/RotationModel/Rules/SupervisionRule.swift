// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 3: where a post has a span, those in it who are not senior are within the span of its seniors, permanent ones and
/// those placed there.
enum SupervisionRule: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        for (k, post) in facts.rotation.posts.enumerated() {
            guard let span = post.span else { continue }
            for t in facts.frozenCount..<max(facts.frozenCount, facts.periodCount) {
                let people = builder.placed(post: k, period: t)
                builder.atMost(
                    span * Double(post.permanentSeniors), RotationRow(.supervision, period: t, post: k),
                    people.map { ($0.column, facts.rotation.people[$0.person].isSenior ? -span : 1) })
            }
        }
    }
}
