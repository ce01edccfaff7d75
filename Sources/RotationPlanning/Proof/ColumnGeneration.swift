// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel

/// Raises the bound to where it cannot be raised by multipliers any more: the relaxation of the programme of all sequences, of
/// which those are made that are missing. Its multipliers are smoothed towards the best known, which steadies them.
struct ColumnGeneration {
    private(set) var lagrangian: LagrangianBound
    private(set) var pool: SequencePool
    /// The choices of each cell that are known.
    private(set) var chosen: [Set<Int32>]
    /// The best multipliers, and the bound they prove.
    private(set) var multipliers: [Double]
    private(set) var bound: Double
    /// Pounds of the relaxation of the sequences known.
    private(set) var relaxation = Double.infinity
    private(set) var iterations = 0
    private let master: MasterProgramme

    init(_ ascent: VolumeAscent) {
        var lagrangian = ascent.lagrangian
        lagrangian.most = 4_000
        self.lagrangian = lagrangian
        (pool, chosen) = (ascent.pool, ascent.chosen)
        (multipliers, bound) = (ascent.multipliers, ascent.bound)
        master = MasterProgramme(ascent.lagrangian.tables, ascent.lagrangian.rows)
    }

    /// Adds sequences of a plan, and of nobody placed.
    mutating func add(_ sequences: [[Int32]]) {
        let (rows, tables) = (lagrangian.rows, lagrangian.tables)
        for (p, person) in tables.people.enumerated() {
            for sequence in [sequences[p], [Int32](repeating: -1, count: person.placeCount)] {
                _ = pool.add(p, sequence) { rows.column(p, sequence, tables) }
            }
        }
        // Nobody anywhere is always a choice, the first.
        for cell in chosen.indices where rows.choices[cell] != nil { chosen[cell].insert(0) }
    }

    /// Solves and makes sequences in turns until bound and relaxation meet, or it is to stop.
    mutating func run(_ shared: SharedStanding, most: Int) throws(SolverError) {
        var program = master.program
        let columns =
            pool.columns.map { master.column($0) }
            + chosen.enumerated().flatMap { cell, choices in
                choices.sorted().compactMap { master.column(cell: cell, choice: Int($0)) }
            }
        do { try program.append(columns: columns) } catch { throw .invalidProgram(error) }
        var options = GLPKOptions()
        options.simplex = .primal
        var own = self
        // What is proved before GLPK breaks down holds.
        defer { self = own }
        try withGLPK(program, options: options) { problem throws(SolverError) in
            try own.generate(&problem, shared, most: most)
        }
    }

    private mutating func generate(
        _ problem: inout GLPKProblem, _ shared: SharedStanding, most: Int
    ) throws(SolverError) {
        let (rows, tables) = (lagrangian.rows, lagrangian.tables)
        while !shared.shouldStop, lagrangian.count < most {
            let solved = try problem.solveRelaxation(
                limits: SolveLimits(seconds: shared.secondsLeft), cancellation: shared.cancellation)
            iterations += solved.iterations
            guard solved.status == .optimal else { return }
            relaxation = solved.objective + rows.constant
            if relaxation - bound <= 1e-6 * max(1, abs(relaxation)) { return }
            let duals = Array(solved.rowDuals[..<rows.count])
            var added: [LinearProgram.Column] = []
            for smoothing in [0.6, 0] where added.isEmpty {
                var trial = zip(multipliers, duals).map { smoothing * $0 + (1 - smoothing) * $1 }
                lagrangian.within(&trial)
                guard let round = lagrangian.round(trial, until: { shared.shouldStop }) else { return }
                if round.bound > bound {
                    (bound, multipliers) = (round.bound, trial)
                    shared.proved(bound)
                }
                for (p, sequence) in round.sequences.enumerated() {
                    guard let sequence, !pool.has(p, sequence) else { continue }
                    added.append(master.column(pool.add(p, sequence) { rows.column(p, sequence, tables) }))
                }
                for (cell, choice) in round.choices.enumerated()
                where choice >= 0 && chosen[cell].insert(choice).inserted {
                    if let column = master.column(cell: cell, choice: Int(choice)) { added.append(column) }
                }
            }
            guard !added.isEmpty else { return }
            try problem.addColumns(added)
        }
    }
}
