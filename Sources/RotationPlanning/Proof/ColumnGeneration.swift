// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
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
    private var master: MasterProgramme
    /// What parts of sequences broke so far.
    private var cuts: [Cut] = []
    /// The share of the relaxation by which the bound may be below it for the two to meet.
    private var nearness = Self.met
    /// What everybody had of which sequence when bound and relaxation met last, and the relaxation's multipliers; nil: they did not.
    private var met: (parts: [PlaceProgramme.Part], duals: [Double])?

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

    /// Solves and makes sequences in turns until bound and relaxation meet, then again with cuts that the relaxation broke, and so on
    /// until that leads no further, or it is to stop.
    mutating func run(_ shared: SharedStanding, most: Int) throws(SolverError) {
        try meet(shared, most: most)
        // Of tables that are not exact no cut is made: they forbid what they cannot count.
        let tables = lagrangian.tables
        guard met != nil, tables.people.allSatisfy(\.isExact),
            PlaceProgramme.mostColumns(tables) <= Self.mostPlaces
        else { return }
        let places = PlaceProgramme(tables)
        var bounds = [bound]
        nearness = Self.nearEnough
        while !shared.shouldStop, lagrangian.count < most {
            let isStalled =
                bounds.count > Self.patience
                && bound - bounds[bounds.count - 1 - Self.patience] < Self.leastGain * bound
            if isStalled || !strengthen(places, shared) {
                guard nearness > Self.met else { return }
                nearness = Self.met
            }
            try meet(shared, most: most)
            bounds.append(bound)
        }
    }

    /// The share of the relaxation by which the bound is below it when they have met, and when they are near enough for cuts.
    private static let met = 1e-6
    private static let nearEnough = 3e-4
    /// Rounds of cuts after which they have to have raised the bound by a share.
    private static let patience = 6
    private static let leastGain = 3e-4
    /// Columns of the programme of places above which no cuts are looked for: that takes longer there than it was tried.
    private static let mostPlaces = 20_000
    /// Cuts taken at a time.
    private static let cutsAtOnce = 60

    /// Takes cuts that the last values break, and drops those that hold nothing back; false where there are none.
    private mutating func strengthen(_ places: PlaceProgramme, _ shared: SharedStanding) -> Bool {
        guard let met else { return false }
        let found = places.cuts(
            at: places.values(met.parts), known: cuts, atMost: Self.cutsAtOnce, until: { shared.shouldStop })
        guard !found.isEmpty else { return false }
        let (rows, tables) = (lagrangian.rows, lagrangian.tables)
        let kept = cuts.indices.filter {
            max(met.duals[rows.firstCut + $0], multipliers[rows.firstCut + $0]) > 0
        }
        var next = Array(multipliers[..<rows.firstCut])
        next += kept.map { multipliers[rows.firstCut + $0] }
        next += [Double](repeating: 0, count: found.count)
        multipliers = next + multipliers[rows.firstShare...]
        cuts = kept.map { cuts[$0] } + found
        lagrangian.take(cuts.map(places.meaning))
        master = MasterProgramme(tables, lagrangian.rows)
        let renewed = lagrangian.rows
        pool.renew { renewed.column($0.person, $0.sequence, tables) }
        return true
    }

    /// Solves and makes sequences in turns until bound and relaxation meet.
    private mutating func meet(_ shared: SharedStanding, most: Int) throws(SolverError) {
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
        // What of the pool each column is; −1: something else.
        var owner =
            [Int](repeating: -1, count: master.firstColumn) + Array(pool.columns.indices)
            + [Int](
                repeating: -1, count: problem.program.columnCount - master.firstColumn - pool.columns.count)
        met = nil
        while !shared.shouldStop, lagrangian.count < most {
            let solved = try problem.solveRelaxation(
                limits: SolveLimits(seconds: shared.secondsLeft), cancellation: shared.cancellation)
            iterations += solved.iterations
            guard solved.status == .optimal else { return }
            relaxation = solved.objective + rows.constant
            let duals = Array(solved.rowDuals[..<rows.count])
            if relaxation - bound <= nearness * max(1, abs(relaxation)) {
                met = (parts(solved.columnValues, owner), duals)
                return
            }
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
                    owner.append(pool.columns.count)
                    added.append(master.column(pool.add(p, sequence) { rows.column(p, sequence, tables) }))
                }
                for (cell, choice) in round.choices.enumerated()
                where choice >= 0 && chosen[cell].insert(choice).inserted {
                    guard let column = master.column(cell: cell, choice: Int(choice)) else { continue }
                    owner.append(-1)
                    added.append(column)
                }
            }
            guard !added.isEmpty else {
                met = (parts(solved.columnValues, owner), duals)
                return
            }
            try problem.addColumns(added)
        }
    }

    /// The sequences that columns stand for, with their values.
    private func parts(_ values: [Double], _ owner: [Int]) -> [PlaceProgramme.Part] {
        zip(values, owner).compactMap { value, index in
            guard index >= 0, value > 1e-9 else { return nil }
            return PlaceProgramme.Part(
                person: pool.columns[index].person, sequence: pool.columns[index].sequence, part: value)
        }
    }
}
