// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import SeededRandom

/// Makes a plan of the relaxation of all sequences: whoever has nearly one sequence in it is given that one, the programme is
/// solved again with the sequences that are then missing, and so on until everybody has one.
///
/// It looks at all people at once where the search looks at a few. What it comes to may break a rule about people together, at a
/// price; the search mends that.
struct SequenceDive {
    private var lagrangian: LagrangianBound
    private var pool: SequencePool
    private var chosen: [Set<Int32>]
    private let master: MasterProgramme
    private var random: SeededRandom
    /// The position in the pool of what each column of the programme stands for; −1: something else.
    private var owner: [Int] = []
    private var dives = 0

    /// People who are given a sequence at a time, as a share of those who have none: one in so many.
    private static let share = 12
    /// Turns of solving and making sequences before some are given.
    private static let turns = 2
    /// Labels for one person at most.
    private static let labels = 400

    /// Dives into a relaxation as far as it is solved.
    init(_ generation: ColumnGeneration, seed: UInt64) {
        lagrangian = generation.lagrangian
        lagrangian.most = Self.labels
        (pool, chosen) = (generation.pool, generation.chosen)
        master = MasterProgramme(generation.lagrangian.tables, generation.lagrangian.rows)
        random = SeededRandom(seed: seed)
    }

    /// People sequenced so far, those of the relaxation with them.
    var count: Int { lagrangian.count }

    /// One dive, each another; gives everybody's sequence, or nothing where it is to stop or GLPK breaks down.
    mutating func run(_ shared: SharedStanding, most: Int) -> [[Int32]]? {
        guard lagrangian.count < most, !shared.shouldStop else { return nil }
        dives += 1
        var program = master.program
        var columns = strays()
        owner = [Int](repeating: -1, count: program.columnCount + columns.count)
        for (index, column) in pool.columns.enumerated() {
            columns.append(master.column(column))
            owner.append(index)
        }
        for (cell, choices) in chosen.enumerated() {
            for choice in choices.sorted() {
                guard let column = master.column(cell: cell, choice: Int(choice)) else { continue }
                columns.append(column)
                owner.append(-1)
            }
        }
        guard (try? program.append(columns: columns)) != nil else { return nil }
        var options = GLPKOptions()
        options.simplex = .primal
        var own = self
        defer { self = own }
        return try? withGLPK(program, options: options) { problem throws(SolverError) in
            try own.dive(&problem, shared, most: most)
        }
    }

    /// Columns by which rows that may not be missed are missed all the same, dearer than anything: so that there is always a
    /// solution, however few choices and sequences are known.
    private func strays() -> [LinearProgram.Column] {
        let (rows, tables) = (lagrangian.rows, lagrangian.tables)
        let policy = tables.facts.rotation.policy
        let pounds = 4 * max(100, policy.unplaced + policy.belowMinimum + policy.belowTarget)
        return (0..<rows.firstShare).filter { !rows.mayMiss[$0] }.flatMap { row in
            (rows.lowest[row] < 0 ? [1.0, -1] : [1]).map {
                LinearProgram.Column(
                    cost: pounds, upper: .infinity, terms: [(row: row, coefficient: $0)])
            }
        }
    }

    private mutating func dive(
        _ problem: inout GLPKProblem, _ shared: SharedStanding, most: Int
    ) throws(SolverError) -> [[Int32]]? {
        var given = [Int](repeating: -1, count: lagrangian.tables.personCount)
        while true {
            guard let values = try solve(&problem, given, shared, most: most) else { return nil }
            var best = given.map { _ in (column: -1, value: -1.0) }
            for (column, index) in owner.enumerated() where index >= 0 {
                let person = pool.columns[index].person
                if values[column] > best[person].value { best[person] = (column, values[column]) }
            }
            let open = given.indices.filter { given[$0] < 0 }
            guard open.allSatisfy({ best[$0].column >= 0 }) else { return nil }
            // Who is whole already needs no choice; of the others the nearest to whole first, in later dives with some luck.
            let luck = dives == 1 ? 0 : 0.4
            let ranked = open.map { (person: $0, score: best[$0].value + luck * random.share()) }
                .sorted { $0.score != $1.score ? $0.score > $1.score : $0.person < $1.person }
            let isWhole = open.allSatisfy { best[$0].value > 1 - 1e-6 }
            for (p, _) in isWhole ? ranked[...] : ranked.prefix(1 + open.count / Self.share) {
                given[p] = owner[best[p].column]
                try problem.setColumnBounds(best[p].column, lower: 1, upper: 1)
            }
            if isWhole || open.count <= 1 { return given.map { pool.columns[$0].sequence } }
        }
    }

    /// Solves the programme, and again with sequences of the people who have none, for some turns; gives its values.
    private mutating func solve(
        _ problem: inout GLPKProblem, _ given: [Int], _ shared: SharedStanding, most: Int
    ) throws(SolverError) -> [Double]? {
        let (rows, tables) = (lagrangian.rows, lagrangian.tables)
        for turn in 0...Self.turns {
            guard !shared.shouldStop, lagrangian.count < most else { return nil }
            let solved = try problem.solveRelaxation(
                limits: SolveLimits(seconds: shared.secondsLeft), cancellation: shared.cancellation)
            guard solved.status == .optimal else { return nil }
            guard turn < Self.turns else { return solved.columnValues }
            var multipliers = Array(solved.rowDuals[..<rows.count])
            lagrangian.within(&multipliers)
            var added: [LinearProgram.Column] = []
            let worth = rows.worth(tables, multipliers)
            for p in given.indices where given[p] < 0 {
                guard let sequence = lagrangian.cheapest(p, multipliers, worth).outcome.sequence,
                    !pool.has(p, sequence)
                else { continue }
                owner.append(pool.columns.count)
                added.append(master.column(pool.add(p, sequence) { rows.column(p, sequence, tables) }))
            }
            for (cell, found) in lagrangian.cheapestChoices(multipliers).enumerated() {
                guard let found, chosen[cell].insert(Int32(found.choice)).inserted,
                    let column = master.column(cell: cell, choice: found.choice)
                else { continue }
                owner.append(-1)
                added.append(column)
            }
            guard !added.isEmpty else { return solved.columnValues }
            try problem.addColumns(added)
        }
        return nil
    }
}
