// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

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
    /// Units of work of a search from one look whether plans can be listed to the next.
    static let workBetween = 60

    let tables: PlanningTables
    let shared: SharedStanding
    /// The plan that the search had first.
    let first: (sequences: [[Int32]], pounds: Double)

    func run() -> Outcome {
        let most = shared.options.peopleSequenced ?? .max
        var outcome = Outcome(bound: 0, found: nil)
        // With posts filled by parts of people first: it is soon done, and near.
        let shouldStop = { shared.shouldStop }
        let parts = climb(
            VolumeAscent(LagrangianBound(tables, choosing: false), until: shouldStop), Self.firstRounds,
            most / 2)
        outcome.bound = max(0, parts.bound)
        guard !shared.shouldStop else { return outcome }
        let ascent = climb(
            VolumeAscent(LagrangianBound(tables), from: parts, until: shouldStop), .max, most / 2)
        outcome.bound = max(outcome.bound, ascent.bound)
        guard !shared.shouldStop else { return outcome }
        var generation = ColumnGeneration(ascent)
        generation.add(first.sequences)
        // Where GLPK breaks down, what is proved by then holds.
        try? generation.run(shared, most: most)
        outcome.bound = max(outcome.bound, generation.bound)
        finish(generation, &outcome, most)
        return outcome
    }

    private func climb(_ ascent: VolumeAscent, _ rounds: Int, _ most: Int) -> VolumeAscent {
        var ascent = ascent
        while !shared.shouldStop, !ascent.isSettled, ascent.rounds < rounds, ascent.lagrangian.count < most {
            ascent.advance(upper: shared.objective(since: first.pounds), until: { shared.shouldStop })
            shared.proved(ascent.bound)
        }
        return ascent
    }

    /// Goes through all plans that may be cheaper, once they can be listed; as long as they cannot, it searches for a cheaper one,
    /// beside the other search and by other random numbers, which leaves fewer.
    private func finish(_ generation: ColumnGeneration, _ outcome: inout Outcome, _ most: Int) {
        let limit = shared.options.workLimit ?? .max
        var search = RuinAndRecreate(tables, seed: SeededRandom.number(2, ofSeed: shared.options.seed))
        var tried = Double.infinity
        while !shared.shouldStop {
            let price = min(shared.objective(since: first.pounds), outcome.found?.pounds ?? .infinity)
            if price < tried, let tree = SequenceTree(generation, below: price, shared) {
                let proved = tree.run(shared, bound: outcome.bound, price: price, nodes: most)
                outcome.bound = proved.bound
                outcome.found = proved.found ?? outcome.found
                return
            }
            tried = price
            let before = search.work
            guard before < limit else { return }
            search.run(until: before + min(limit - before, Self.workBetween), shared: shared)
            guard search.work > before else { return }
            if search.best.pounds < outcome.found?.pounds ?? first.pounds {
                outcome.found = search.best
                shared.found(search.best.pounds, search.best.sequences, work: 0)
            }
        }
    }
}
