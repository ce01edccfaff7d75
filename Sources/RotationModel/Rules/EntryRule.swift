// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 6: whoever begins in a post holds what it needs, by a sign-off on the period's first day or learnt in the programme.
enum EntryRule: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        for p in 0..<facts.personCount {
            for t in facts.freePeriods(of: p) {
                for k in builder.layout.posts[builder.layout.cell(p, t)] {
                    guard let begun = builder.layout.begun(p, t, k) else { continue }
                    for (place, need) in facts.rotation.posts[k].needs.enumerated()
                    where !facts.isSignedOff(person: p, need, period: t) {
                        guard let ways = builder.gaining(person: p, need, before: t) else { continue }
                        builder.atMost(
                            0, RotationRow(.entry, person: p, period: t, post: k, extra: place),
                            [(begun, 1)] + ways.map { ($0, -1) })
                    }
                }
            }
        }
    }

    static func complete(_ values: inout [Double], _ plan: RotationPlan, of program: RotationProgram) {
        for column in program.layout.spent {
            let origin = program.columns[column]
            let spent = program.facts.periodsSpent(
                person: Int(origin.person), post: Int(origin.post), before: Int(origin.period),
                in: plan.posts[Int(origin.person)])
            values[column] = spent >= Int(origin.extra) ? 1 : 0
        }
    }
}
