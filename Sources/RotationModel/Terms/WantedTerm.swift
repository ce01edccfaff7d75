// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Pounds for each person missing of those wanted to hold a competency at the beginning of a period, by sign-off or learnt.
enum WantedTerm: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        for (index, row) in facts.rotation.wanted.enumerated() where row.people > 0 {
            for t in 0..<facts.periodCount where row.period.map({ $0 == t + 1 }) ?? true {
                var holding = 0
                var learning: [Int] = []
                for p in 0..<facts.personCount where facts.isPresent(person: p, period: t) {
                    if facts.isSignedOff(person: p, row.need, period: t) {
                        holding += 1
                    } else if let ways = builder.gaining(person: p, row.need, before: t) {
                        if !ways.isEmpty { learning.append(gained(p, t, index, ways, in: &builder)) }
                    } else {
                        holding += 1
                    }
                }
                addMissing(index, t, row.people - holding, learning, to: &builder)
            }
        }
    }

    private static func addMissing(
        _ index: Int, _ t: Int, _ people: Int, _ learning: [Int], to builder: inout RotationBuilder
    ) {
        guard people > 0 else { return }
        let missing = builder.column(
            RotationColumn(.peopleMissing, period: t, extra: index), upTo: Double(people))
        builder.atLeast(
            Double(people), RotationRow(.peopleMissing, period: t, extra: index),
            (learning + [missing]).map { ($0, 1) })
        builder.addCost(builder.facts.rotation.wanted[index].pounds, to: missing, for: .wanted)
        builder.layout.peopleMissing.append(missing)
    }

    /// The column of whoever has learnt it by one of several ways.
    private static func gained(
        _ p: Int, _ t: Int, _ index: Int, _ ways: [Int], in builder: inout RotationBuilder
    ) -> Int {
        if ways.count == 1 { return ways[0] }
        let gained = builder.column(RotationColumn(.gained, person: p, period: t, extra: index), upTo: 1)
        builder.atMost(
            0, RotationRow(.gained, person: p, period: t, extra: index), [(gained, 1)] + ways.map { ($0, -1) }
        )
        builder.layout.gained.append(gained)
        return gained
    }

    static func complete(_ values: inout [Double], _ plan: RotationPlan, of program: RotationProgram) {
        let facts = program.facts
        for column in program.layout.gained {
            let origin = program.columns[column]
            let need = facts.rotation.wanted[Int(origin.extra)].need
            let person = Int(origin.person)
            let isGained = facts.isGained(
                person: person, need, before: Int(origin.period), in: plan.posts[person])
            values[column] = isGained ? 1 : 0
        }
        for column in program.layout.peopleMissing {
            let origin = program.columns[column]
            let row = facts.rotation.wanted[Int(origin.extra)]
            let holders = facts.holders(row.need, period: Int(origin.period), plan)
            values[column] = Double(max(0, row.people - holders))
        }
    }
}
