// SPDX-License-Identifier: GPL-3.0-or-later

/// What is proved of a rotation: first by the bound of Lagrange, then, where it is small enough, to the end.
struct RotationProof {
    /// What came of it.
    struct Outcome: Sendable {
        /// Pounds no plan can be below.
        var bound: Double
        /// A plan that was found on the way, by sequences, and its pounds.
        var found: (sequences: [[Int32]], pounds: Double)?
    }

    /// Rounds with posts filled by parts of people.
    static let firstRounds = 250

    let tables: PlanningTables
    let shared: SharedStanding
    /// The plan that the search had first.
    let first: (sequences: [[Int32]], pounds: Double)

    func run() -> Outcome {
        var outcome = Outcome(bound: 0, found: nil)
        let most = shared.options.workLimit.map { $0 * RuinAndRecreate.peopleAUnit } ?? .max
        // With posts filled by parts of people first: it is soon done, and near.
        var parts = VolumeAscent(LagrangianBound(tables, choosing: false))
        while !shared.shouldStop, !parts.isSettled, parts.rounds < Self.firstRounds,
            parts.lagrangian.count < most / 2
        {
            parts.advance(upper: shared.objective(since: first.pounds))
            shared.proved(parts.bound)
        }
        outcome.bound = max(0, parts.bound)
        guard !shared.shouldStop else { return outcome }
        var ascent = VolumeAscent(LagrangianBound(tables), from: parts)
        while !shared.shouldStop, !ascent.isSettled, ascent.lagrangian.count < most / 2 {
            ascent.advance(upper: shared.objective(since: first.pounds))
            shared.proved(ascent.bound)
        }
        outcome.bound = max(outcome.bound, ascent.bound)
        var generation = ColumnGeneration(ascent)
        generation.add(first.sequences)
        try? generation.run(shared, most: most)
        outcome.bound = max(outcome.bound, generation.bound)
        guard !shared.shouldStop else { return outcome }
        let price = shared.objective(since: first.pounds)
        guard let tree = SequenceTree(generation, below: price) else { return outcome }
        if let proved = try? tree.run(shared, bound: outcome.bound, price: price, nodes: most) {
            outcome = proved
        }
        return outcome
    }
}
