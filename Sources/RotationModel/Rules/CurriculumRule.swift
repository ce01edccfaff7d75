// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 10: a block of a group begins only while the person has had fewer than the curriculum allows.
enum CurriculumRule: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        for asked in facts.curriculum {
            guard let most = facts.rotation.curriculum[asked.row].atMost else { continue }
            let begun = facts.freePeriods(of: asked.person).flatMap { t in
                asked.posts.compactMap { builder.layout.begun(asked.person, t, $0) }
            }
            guard !begun.isEmpty else { continue }
            builder.atMost(
                Double(max(0, most - asked.before - asked.frozen)),
                RotationRow(.curriculum, person: asked.person, extra: asked.row), begun.map { ($0, 1) })
        }
    }
}
