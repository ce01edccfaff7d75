// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 1: in each period in which somebody is present, they are in one post or unplaced.
enum OnePostRule: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let (facts, layout) = (builder.facts, builder.layout)
        for p in 0..<facts.personCount {
            for t in facts.presentPeriods[p] {
                let cell = layout.cell(p, t)
                let places = layout.posts[cell].compactMap { layout.placed(p, t, $0) }
                builder.equals(
                    1, RotationRow(.onePost, person: p, period: t),
                    (places + [layout.unplaced[cell]]).map { ($0, 1) })
            }
        }
    }
}
