// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What a beginning is: a block begins where somebody is placed and was not, in the last period in which they were
/// present. Before the first such period they were in their start post.
enum Beginnings: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let (facts, layout) = (builder.facts, builder.layout)
        for p in 0..<facts.personCount {
            for t in facts.presentPeriods[p] {
                for k in layout.posts[layout.cell(p, t)] {
                    guard let x = layout.placed(p, t, k), let b = layout.begun(p, t, k) else { continue }
                    func row(_ kind: RotationRowKind) -> RotationRow {
                        RotationRow(kind, person: p, period: t, post: k)
                    }
                    builder.atMost(0, row(.beginsPlaced), [(b, 1), (x, -1)])
                    guard let previous = facts.previous(person: p, period: t) else {
                        let isBegun = facts.startPost[p] != k
                        if isBegun {
                            builder.atLeast(0, row(.begins), [(b, 1), (x, -1)])
                        } else {
                            builder.atMost(0, row(.beginsAnew), [(b, 1)])
                        }
                        continue
                    }
                    guard let before = layout.placed(p, previous, k) else {
                        builder.atLeast(0, row(.begins), [(b, 1), (x, -1)])
                        continue
                    }
                    builder.atLeast(0, row(.begins), [(b, 1), (x, -1), (before, 1)])
                    builder.atMost(1, row(.beginsAnew), [(b, 1), (before, 1)])
                }
            }
        }
    }

    static func complete(_ values: inout [Double], _ plan: RotationPlan, of program: RotationProgram) {
        for p in 0..<program.facts.personCount {
            for t in program.facts.presentPeriods[p] {
                guard let k = plan.posts[p][t], let begun = program.layout.begun(p, t, k) else { continue }
                let begins = program.facts.begins(person: p, period: t, post: k) { plan.posts[p][$0] }
                values[begun] = begins ? 1 : 0
            }
        }
    }
}
