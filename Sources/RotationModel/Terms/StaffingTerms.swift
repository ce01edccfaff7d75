// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Whole-time equivalents missing from the minimum of a post in a period.
enum BelowMinimumTerm: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let pounds = builder.facts.rotation.policy.belowMinimum
        let columns = addMissing(
            .belowMinimum, .belowMinimum, \.minimum, pounds, .belowMinimum, to: &builder)
        builder.layout.belowMinimum = columns
    }

    static func complete(_ values: inout [Double], _ plan: RotationPlan, of program: RotationProgram) {
        completeMissing(program.layout.belowMinimum, \.minimum, &values, plan, of: program)
    }
}

/// Whole-time equivalents missing from the target of a post in a period; who is missing from the minimum is missing from it,
/// too.
enum BelowTargetTerm: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let pounds = builder.facts.rotation.policy.belowTarget
        let columns = addMissing(.belowTarget, .belowTarget, \.target, pounds, .belowTarget, to: &builder)
        builder.layout.belowTarget = columns
    }

    static func complete(_ values: inout [Double], _ plan: RotationPlan, of program: RotationProgram) {
        completeMissing(program.layout.belowTarget, \.target, &values, plan, of: program)
    }
}

private func addMissing(
    _ kind: RotationColumnKind, _ rule: RotationRowKind, _ amount: KeyPath<PostAmounts, Double>,
    _ pounds: Double, _ term: RotationPrice.Term, to builder: inout RotationBuilder
) -> [Int] {
    let facts = builder.facts
    var columns: [Int] = []
    for k in 0..<facts.postCount {
        for t in 0..<facts.periodCount {
            let wanted = facts.amounts[k][t][keyPath: amount]
            guard wanted > 0 else { continue }
            let missing = builder.column(RotationColumn(kind, period: t, post: k), upTo: wanted)
            let there = builder.placed(post: k, period: t).filter { facts.rotation.people[$0.person].wte > 0 }
            builder.atLeast(
                wanted, RotationRow(rule, period: t, post: k),
                there.map { ($0.column, facts.rotation.people[$0.person].wte) } + [(missing, 1)])
            builder.addCost(pounds, to: missing, for: term)
            columns.append(missing)
        }
    }
    return columns
}

private func completeMissing(
    _ columns: [Int], _ amount: KeyPath<PostAmounts, Double>, _ values: inout [Double], _ plan: RotationPlan,
    of program: RotationProgram
) {
    for column in columns {
        let (t, k) = (Int(program.columns[column].period), Int(program.columns[column].post))
        let wanted = program.facts.amounts[k][t][keyPath: amount]
        values[column] = max(0, wanted - program.facts.wte(post: k, period: t, plan))
    }
}
