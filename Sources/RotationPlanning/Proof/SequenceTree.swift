// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import GLPK
import LinearModel

/// Goes through every plan that may be cheaper than the one at hand: of each person the sequences, and of each cell the choices,
/// that cost no more beyond the cheapest, at the best multipliers, than the plan does beyond the bound. No cheaper plan has any
/// other.
struct SequenceTree {
    /// Sequences of one person, and of all, that are listed at most.
    static let mostOfOne = 8_000
    static let most = 20_000
    /// How much cheaper a plan has to be.
    static let leastGain = 2e-5

    private let tables: PlanningTables
    private let rows: CouplingRows
    private let sequences: [SequenceColumn]
    private let program: LinearProgram
    /// The column of the first sequence.
    private let firstColumn: Int

    /// The tree of all plans below a price; nil where there are too many sequences.
    init?(_ generation: ColumnGeneration, below price: Double, _ shared: SharedStanding) {
        var lagrangian = generation.lagrangian
        let (tables, rows) = (lagrangian.tables, lagrangian.rows)
        guard tables.people.allSatisfy(\.isExact) else { return nil }
        let multipliers = generation.multipliers
        guard let best = lagrangian.round(multipliers, until: { shared.shouldStop }) else { return nil }
        let gap = max(0, price - best.bound) + 1e-6
        let worth = rows.worth(tables, multipliers)
        var search = SequenceSearch()
        var sequences: [SequenceColumn] = []
        for (p, person) in tables.people.enumerated() {
            let costs = lagrangian.costs(p, multipliers, worth)
            let limit = best.costs[p] - lagrangian.fixed(p, multipliers) + gap
            let room = min(Self.mostOfOne, Self.most - sequences.count)
            guard room > 0,
                let all = search.all(
                    person, costs, upTo: limit, most: room, shouldStop: { shared.shouldStop })
            else { return nil }
            sequences += all.map { rows.column(p, $0, tables) }
        }
        let master = MasterProgramme(tables, rows)
        var columns: [LinearProgram.Column] = []
        for cell in 0..<tables.cellCount {
            guard let own = rows.choices[cell] else { continue }
            let values = own.choices.values(multipliers[own.row..<(own.row + own.choices.kinds.count)])
            let least = values.min() ?? 0
            for choice in values.indices where values[choice] <= least + gap {
                if let column = master.column(cell: cell, choice: choice) { columns.append(column) }
            }
        }
        var program = master.program
        // Whether somebody is ever in a post: to branch on, before the sequences themselves.
        let visits = Self.addVisits(sequences, tables, to: &program)
        firstColumn = program.columnCount + columns.count
        for (sequence, visited) in zip(sequences, visits) {
            var column = master.column(sequence, isInteger: true)
            column.terms += visited.map { (row: $0, coefficient: 1) }
            columns.append(column)
        }
        guard (try? program.append(columns: columns)) != nil else { return nil }
        (self.tables, self.rows, self.sequences, self.program) = (tables, rows, sequences, program)
    }

    /// Adds a column and a row for each person and post; the rows that each sequence takes part in.
    private static func addVisits(
        _ sequences: [SequenceColumn], _ tables: PlanningTables, to program: inout LinearProgram
    ) -> [[Int]] {
        var rows = tables.people.map { [Int](repeating: -1, count: $0.postCount) }
        return sequences.map { sequence in
            Set(sequence.sequence.filter { $0 >= 0 }).sorted().map { j in
                let known = rows[sequence.person][Int(j)]
                if known >= 0 { return known }
                let column = program.addColumn(cost: 0, lower: 0, upper: 1, integer: true)
                let row = program.addRow(lower: 0, upper: 0, [(column, -1)])
                rows[sequence.person][Int(j)] = row
                return row
            }
        }
    }

    /// How many sequences there are to choose from.
    var count: Int { sequences.count }

    /// Goes through the tree until it is done, is to stop, or GLPK breaks down; gives the bound, and the cheapest plan where
    /// there is a cheaper one.
    ///
    /// - Parameter nodes: Nodes looked at, at most.
    func run(_ shared: SharedStanding, bound: Double, price: Double, nodes: Int) -> RotationProof.Outcome {
        let constant = rows.constant
        var outcome = RotationProof.Outcome(bound: bound, found: nil)
        var last: [Double]?
        var options = GLPKOptions()
        options.simplex = .dual
        // What was proved and found by then holds, whatever becomes of the programme.
        try? withGLPK(program, options: options) { problem throws(SolverError) in
            var tree = TreeSearch(
                program, root: program, planes: CuttingPlanes(ownRows: program.rowCount, sources: []),
                bound: bound - constant, cutoff: price - constant - Self.leastGain, leastGain: Self.leastGain)
            while !tree.isDone, !shared.shouldStop, tree.nodes < nodes {
                tree.cutoff = min(
                    tree.cutoff, shared.objective(since: price) - constant - Self.leastGain)
                try tree.step(&problem)
                outcome.bound = max(outcome.bound, tree.bound + constant)
                if let found = tree.found, found != last {
                    last = found
                    let plan = plan(found)
                    if plan.pounds < outcome.found?.pounds ?? price {
                        outcome.found = plan
                        shared.found(plan.pounds, plan.sequences, work: 0)
                    }
                }
                shared.proved(outcome.bound)
            }
        }
        return outcome
    }

    private func plan(_ values: [Double]) -> (sequences: [[Int32]], pounds: Double) {
        var state = SearchState(tables)
        for (index, column) in sequences.enumerated() where values[firstColumn + index] > 0.5 {
            _ = state.remove(column.person)
            state.insert(column.person, column.sequence)
        }
        let price = state.price
        return (state.sequences, price.excess == 0 ? price.pounds : .infinity)
    }
}
