// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import GLPK
import LinearModel

/// The proving side of a search: a bound below which no plan can be, and for a small week the optimum itself.
struct Proof: Sendable {
    let model: WeeklyModel
    let board: Board
    let options: AllocationOptions

    /// What was proved.
    struct Outcome: Sendable {
        /// Pounds below which no plan can be.
        var bound: Double
        /// The best plan found on the way, if any.
        var incumbent: Incumbent?
    }

    /// Proves what it can on a thread of its own. Where GLPK breaks down, what was proved before stands: a plan is
    /// worth handing over with a poor bound.
    func run(from start: Incumbent, outright: Bool) async -> Outcome {
        await onOwnThread { () throws(Never) -> Outcome in
            var outcome = Outcome(bound: 0, incumbent: nil)
            do throws(SolverError) {
                if outright { try solve(from: start, &outcome) } else { try relax(from: start, &outcome) }
            } catch {
                outcome.incumbent = nil
            }
            return outcome
        }
    }

    /// Columns up to which the simplex solves the relaxation; beyond, the first-order method is sooner there.
    static let simplexColumns = 12_000
    /// Iterations of the first-order method where only work is limited: so many a unit, and at most, by when it
    /// has all but settled.
    static let firstOrderIterationsPerUnit = 8
    static let firstOrderIterations = 4_000
    /// Nodes of GLPK's tree over a whole small week for each unit, where only work is limited.
    static let nodesPerUnit = 3
    /// Iterations between looks at the bound.
    static let stride = 40
    /// The bound has settled when so many iterations lift it by less than this share.
    static let settledIterations = 2_000
    static let settledGain = 1e-5

    private func relax(from start: Incumbent, _ outcome: inout Outcome) throws(SolverError) {
        if model.columns.count <= Self.simplexColumns {
            let relaxation = try GLPKSolver().solveRelaxation(
                model.program, limits: SolveLimits(seconds: board.secondsLeft), cancellation: board.ending)
            outcome.bound = max(outcome.bound, model.program.dualBound(rowDuals: relaxation.rowDuals))
            board.proved(outcome.bound)
            return
        }
        let most = options.workLimit.map { work in
            min(Self.firstOrderIterations, max(200, min(work, 10_000) * Self.firstOrderIterationsPerUnit))
        }
        var firstOrder = FirstOrderBound(model.program, from: start.values)
        var settled = (bound: 0.0, iterations: 0)
        while !board.shouldStopProof {
            if let most, firstOrder.iterations >= most { return }
            firstOrder.advance(Self.stride)
            outcome.bound = max(outcome.bound, firstOrder.bound)
            board.proved(outcome.bound)
            if firstOrder.bound > settled.bound * (1 + Self.settledGain) {
                settled = (firstOrder.bound, firstOrder.iterations)
            } else if firstOrder.iterations - settled.iterations >= Self.settledIterations {
                return
            }
        }
    }

    /// GLPK's branch and bound over the whole model, looking only for plans cheaper than the one at hand.
    private func solve(from start: Incumbent, _ outcome: inout Outcome) throws(SolverError) {
        var options = GLPKOptions()
        options.mirCuts = true
        options.coverCuts = true
        let solver = GLPKSolver(options: options, cutoff: start.objective - Improvement.leastGain)
        let limits = SolveLimits(
            seconds: board.secondsLeft,
            nodes: self.options.workLimit.map { Self.nodesPerUnit * min($0, 1_000_000) })
        let board = board
        let result = try solver.solveInteger(model.program, limits: limits, cancellation: board.ending) {
            progress in
            board.proved(min(progress.bound, start.objective))
        }
        switch result.termination {
        case .infeasible:
            outcome.bound = result.bound
        case .optimal, .gap, .limit, .cancelled:
            if let values = result.incumbent {
                outcome.incumbent = Incumbent(tidied(values), of: model.program)
            }
            let isOptimal = result.termination == .optimal
            outcome.bound = isOptimal ? outcome.incumbent?.objective ?? start.objective : result.bound
        case .unbounded, .failed:
            break
        }
        outcome.bound = min(outcome.bound, start.objective)
        board.proved(outcome.bound)
        if result.termination == .infeasible || result.termination == .optimal { board.provedOptimal() }
    }

    private func tidied(_ values: [Double]) -> [Double] {
        values.enumerated().map { model.program.isInteger[$0.offset] ? $0.element.rounded() : $0.element }
    }
}
