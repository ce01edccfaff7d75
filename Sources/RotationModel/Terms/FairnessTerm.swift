// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Pounds for what the worst-off person has of preference pounds per present period.
enum FairnessTerm: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        let most = facts.preferencePounds.compactMap { $0.max() }.max() ?? 0
        guard most > 0 else { return }
        let worst = builder.column(RotationColumn(.worstOff), upTo: most)
        builder.layout.worstOff = worst
        builder.addCost(facts.rotation.policy.fairness, to: worst, for: .fairness)
        for p in 0..<facts.personCount where !facts.presentPeriods[p].isEmpty {
            var terms: [RotationBuilder.Term] = [(worst, Double(facts.presentPeriods[p].count))]
            for t in facts.presentPeriods[p] {
                for k in builder.layout.posts[builder.layout.cell(p, t)]
                where facts.preferencePounds[p][k] > 0 {
                    guard let placed = builder.layout.placed(p, t, k) else { continue }
                    terms.append((placed, -facts.preferencePounds[p][k]))
                }
            }
            if terms.count > 1 { builder.atLeast(0, RotationRow(.worstOff, person: p), terms) }
        }
    }

    static func complete(_ values: inout [Double], _ plan: RotationPlan, of program: RotationProgram) {
        guard let worst = program.layout.worstOff else { return }
        let facts = program.facts
        for p in 0..<facts.personCount where !facts.presentPeriods[p].isEmpty {
            let pounds = plan.posts[p].reduce(0) { sum, post in
                sum + (post.map { facts.preferencePounds[p][$0] } ?? 0)
            }
            values[worst] = max(values[worst], pounds / Double(facts.presentPeriods[p].count))
        }
    }
}
