// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import GLPK
import LinearModel
import SeededRandom

/// Improves a plan by fix-and-optimise: a few people's days or weeks are freed, everything else stays, and GLPK
/// finds the best for those exactly; the plan changes only for the better.
///
/// Every step is deterministic: programmes end by nodes, never by the clock.
struct Improvement {
    private let model: WeeklyModel
    private let chooser: NeighbourhoodChooser
    private var extractor: NeighbourhoodExtractor
    private var random: SeededRandom
    private(set) var incumbent: Incumbent
    private var sizes: [Int]
    private var scores: [Double]
    private var sinceRefresh = 0

    /// Pounds by which a change has to better the plan to be made.
    static let leastGain = 1e-4
    /// How far a value of GLPK's may lie from the whole number that it is.
    static let hair = 2e-5
    /// Nodes after which a neighbourhood's programme is given up.
    static let nodeLimit = 60
    /// Columns that a neighbourhood is kept near to.
    static let columnTarget = 450

    init(_ model: WeeklyModel, from values: [Double], seed: UInt64) {
        self.model = model
        chooser = NeighbourhoodChooser(model)
        extractor = NeighbourhoodExtractor(model.program)
        random = SeededRandom(seed: seed)
        incumbent = Incumbent(values, of: model.program)
        sizes = NeighbourhoodChooser.Kind.allCases.map { _ in 5 }
        scores = NeighbourhoodChooser.Kind.allCases.map { _ in 1 }
    }

    /// Goes on from another plan.
    mutating func restart(from values: [Double]) {
        incumbent = Incumbent(values, of: model.program)
        sinceRefresh = 0
    }

    /// Looks at one neighbourhood, in a part of the week if one is given; returns the pounds gained.
    mutating func step(near focus: Focus? = nil) -> Double {
        let kind = nextKind()
        let size = sizes[kind.rawValue]
        let neighbourhood =
            focus.flatMap { chooser.choose(kind, near: $0, size: size, from: incumbent.values, &random) }
            ?? chooser.choose(kind, size: size, from: incumbent.values, &random)
        let extract = extractor.extract(neighbourhood.columns(of: model), from: incumbent)
        guard !extract.columns.isEmpty, extract.fixed == 0 else { return 0 }
        let gain = solve(extract, kind)
        scores[kind.rawValue] = 0.98 * scores[kind.rawValue] + 0.02 * (gain > 0 ? 1 : 0)
        return gain
    }

    private mutating func nextKind() -> NeighbourhoodChooser.Kind {
        let kinds = NeighbourhoodChooser.Kind.allCases
        // A kind that has gained nothing lately is still tried now and then.
        let weights = scores.map { 0.05 + $0 }
        return kinds[random.index(weights: weights)]
    }

    private mutating func solve(
        _ extract: NeighbourhoodExtractor.Extract, _ kind: NeighbourhoodChooser.Kind
    ) -> Double {
        var options = GLPKOptions()
        options.mirCuts = true
        let solver = GLPKSolver(options: options, cutoff: extract.currentCost - Self.leastGain)
        let result: IntegerResult
        do throws(SolverError) {
            result = try solver.solveInteger(extract.program, limits: SolveLimits(nodes: Self.nodeLimit))
        } catch {
            // A programme that GLPK breaks down on betters nothing; the plan at hand stands.
            return 0
        }
        adapt(kind, columns: extract.columns.count, hitLimit: result.termination == .limit)
        guard let found = result.incumbent else { return 0 }
        return adopt(found, extract)
    }

    private mutating func adopt(_ found: [Double], _ extract: NeighbourhoodExtractor.Extract) -> Double {
        let before = incumbent.objective
        for (local, column) in extract.columns.enumerated() {
            // Whatever follows from whole numbers is whole, too, but for what the simplex leaves it off by.
            let (value, whole) = (found[local], found[local].rounded())
            let isWhole = model.program.isInteger[column] || abs(value - whole) < Self.hair
            incumbent.set(column, to: isWhole ? whole : value, model.program, extractor.matrix)
        }
        sinceRefresh += 1
        if sinceRefresh >= 500 {
            incumbent.refresh(model.program)
            sinceRefresh = 0
        }
        return max(0, before - incumbent.objective)
    }

    /// Keeps programmes near a size that GLPK solves in a few milliseconds.
    private mutating func adapt(_ kind: NeighbourhoodChooser.Kind, columns: Int, hitLimit: Bool) {
        let size = sizes[kind.rawValue]
        if hitLimit || columns > 2 * Self.columnTarget {
            sizes[kind.rawValue] = max(2, size - 1)
        } else if columns < Self.columnTarget, random.below(8) == 0 {
            sizes[kind.rawValue] = min(24, size + 1)
        }
    }
}
