// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Pounds for each block that somebody is short of the curriculum, present or not.
enum CurriculumTerm: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        for asked in facts.curriculum {
            let row = facts.rotation.curriculum[asked.row]
            let wanted = row.atLeast - asked.before
            guard wanted > 0 else { continue }
            let begun = facts.presentPeriods[asked.person].flatMap { t in
                asked.posts.compactMap { builder.layout.begun(asked.person, t, $0) }
            }
            let missing = builder.column(
                RotationColumn(.blocksMissing, person: asked.person, extra: asked.row), upTo: Double(wanted))
            builder.atLeast(
                Double(wanted), RotationRow(.blocksMissing, person: asked.person, extra: asked.row),
                (begun + [missing]).map { ($0, 1) })
            builder.addCost(row.pounds, to: missing, for: .curriculum)
            builder.layout.blocksMissing.append(missing)
        }
    }

    static func complete(_ values: inout [Double], _ plan: RotationPlan, of program: RotationProgram) {
        let facts = program.facts
        guard !program.layout.blocksMissing.isEmpty else { return }
        let columns = Dictionary(
            uniqueKeysWithValues: program.layout.blocksMissing.map { (program.columns[$0], $0) })
        for asked in facts.curriculum {
            let origin = RotationColumn(.blocksMissing, person: asked.person, extra: asked.row)
            guard let column = columns[origin] else { continue }
            let row = facts.rotation.curriculum[asked.row]
            values[column] = Double(
                max(0, row.atLeast - asked.before - facts.blocksBegun(asked, in: plan.posts[asked.person])))
        }
    }
}
