// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Formulation
import GLPK
import LinearModel
import SeededRandom

/// Improves a plan by fix-and-optimise: some people's days or weeks are freed, everything else stays, and GLPK
/// finds the best for those exactly; the plan changes only for the better.
///
/// Two programmes are solved at a time, each on a thread; of two that do not go together the second is given up.
/// Every step is deterministic: programmes end by nodes, by the clock only where a limit of time comes first.
struct Improvement {
    private let model: WeeklyModel
    private var chooser: NeighbourhoodChooser
    private let programs: [Exchange<NeighbourhoodExtractor>]
    private let matrix: ColumnMatrix
    private var random: SeededRandom
    private(set) var incumbent: Incumbent
    private var kinds: NeighbourhoodKinds
    private var sinceRefresh = 0

    /// Pounds by which a change has to better the plan to be made.
    static let leastGain = 1e-4
    /// How far a value of GLPK's may lie from the whole number that it is.
    static let hair = 2e-5
    /// Nodes after which a neighbourhood's programme is given up.
    static let nodeLimit = 100
    /// Columns × simplex iterations that take about as long as a thousand moves: a unit of work.
    static let iterationsPerUnit = 15_000.0
    /// Units that making a programme takes.
    static let leastWork = 0.1

    init(_ model: WeeklyModel, from values: [Double], seed: UInt64) {
        self.model = model
        chooser = NeighbourhoodChooser(model)
        let extractor = NeighbourhoodExtractor(model.program)
        matrix = extractor.matrix
        programs = [Exchange(extractor), Exchange(extractor)]
        random = SeededRandom(seed: seed)
        incumbent = Incumbent(values, of: model.program)
        kinds = NeighbourhoodKinds()
    }

    /// Goes on from another plan.
    mutating func restart(from values: [Double]) {
        incumbent = Incumbent(values, of: model.program)
        sinceRefresh = 0
    }

    /// What came of one neighbourhood.
    struct Outcome: Sendable {
        let kind: NeighbourhoodChooser.Kind
        /// Pounds by which the plan is cheaper for it.
        let gain: Double
        /// Units of work it took.
        let work: Double
    }

    /// A neighbourhood's programme, solved.
    private struct Solved: Sendable {
        /// The columns that were free, and values for them that are cheaper, if any were found.
        var columns: [Int] = []
        var found: [Double]?
        /// Units of work; making a programme takes some, too.
        var work = Improvement.leastWork
    }

    /// Looks at two neighbourhoods, in a part of the week if one is given.
    ///
    /// - Parameter seconds: How long it may take; nil: as long as its nodes do.
    mutating func step(
        near focus: Focus? = nil, seconds: Double? = nil, cancellation: Cancellation? = nil
    ) -> [Outcome] {
        let from = incumbent
        var drawn: [(kind: NeighbourhoodChooser.Kind, neighbourhood: Neighbourhood)] = []
        for _ in 0..<2 {
            let kind = kinds.next(&random)
            drawn.append((kind, chooser.choose(kind, near: focus, from: from.values, &random)))
        }
        let chosen = drawn
        let solved = chosen.map { _ in Exchange(Solved()) }
        let (model, programs) = (model, programs)
        DispatchQueue.concurrentPerform(iterations: chosen.count) { index in
            let result = programs[index].value.withLock {
                Self.solve(chosen[index].neighbourhood, &$0, model, from, seconds, cancellation)
            }
            solved[index].value.withLock { $0 = result }
        }
        return zip(chosen, solved).map { chosen, solved in
            let solved = solved.value.withLock { $0 }
            let gain = solved.found.map { adopt($0, solved.columns) } ?? 0
            kinds.learn(chosen.kind, gain: gain, work: solved.work)
            return Outcome(kind: chosen.kind, gain: gain, work: solved.work)
        }
    }

    private static func solve(
        _ neighbourhood: Neighbourhood, _ extractor: inout NeighbourhoodExtractor, _ model: WeeklyModel,
        _ incumbent: Incumbent, _ seconds: Double?, _ cancellation: Cancellation?
    ) -> Solved {
        var solved = Solved()
        let extract = extractor.extract(neighbourhood.columns(of: model), from: incumbent)
        guard !extract.columns.isEmpty, extract.fixed == 0 else { return solved }
        var options = GLPKOptions()
        // Programmes this small gain nothing by GLPK's other cuts.
        options.mirCuts = true
        let step = PriceStep.of(extract.columns, model) ?? leastGain
        let solver = GLPKSolver(options: options, cutoff: extract.currentCost - max(leastGain, 0.9 * step))
        do throws(SolverError) {
            let result = try solver.solveInteger(
                extract.program, limits: SolveLimits(seconds: seconds, nodes: nodeLimit),
                cancellation: cancellation)
            solved.columns = extract.columns
            solved.found = result.incumbent.map { tidied($0, extract.columns, model.program) }
            solved.work = max(
                solved.work, Double(result.iterations) * Double(extract.columns.count) / iterationsPerUnit)
        } catch {
            // A programme that GLPK breaks down on betters nothing; the plan at hand stands.
        }
        return solved
    }

    /// What follows from whole numbers is whole, too, but for what the simplex leaves it off by.
    private static func tidied(_ found: [Double], _ columns: [Int], _ program: LinearProgram) -> [Double] {
        zip(found, columns).map { value, column in
            let whole = value.rounded()
            return program.isInteger[column] || abs(value - whole) < hair ? whole : value
        }
    }

    private mutating func adopt(_ found: [Double], _ columns: [Int]) -> Double {
        guard
            let next = incumbent.adopting(
                found, at: columns, model.program, matrix, leastGain: Self.leastGain / 2)
        else { return 0 }
        let gain = incumbent.objective - next.objective
        incumbent = next
        sinceRefresh += 1
        if sinceRefresh >= 500 {
            incumbent.refresh(model.program)
            sinceRefresh = 0
        }
        return gain
    }
}
