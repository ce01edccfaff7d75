// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Formulation
import GLPK
import LinearModel

/// The proving side of a search: a bound below which no plan can be, and for a small week the optimum itself.
struct Proof: Sendable {
    let model: WeeklyModel
    let shared: SharedIncumbent
    let options: AllocationOptions
    /// The model's programme, with the columns whole that are whole in every plan (contacts not met follow from
    /// those that are, and the avoidable ones at their cheapest), and with coefficients as small as they can be. Cuts
    /// and branches are stronger for it.
    let program: LinearProgram

    init(model: WeeklyModel, shared: SharedIncumbent, options: AllocationOptions) {
        self.model = model
        self.shared = shared
        self.options = options
        program = Self.wholeProgram(model)
    }

    static func wholeProgram(_ model: WeeklyModel) -> LinearProgram {
        var program = model.program
        for column in model.columns.indices where model.isWhole(column) {
            program.setInteger(true, column: column)
        }
        return CoefficientTightening.tightened(program)
    }

    /// Cuts of the model's programme: what fits into a session, how many people care takes, and rounding.
    ///
    /// - Parameter isStopped: Whether no more of them are to be prepared, because the search is to end.
    static func cuttingPlanes(_ model: WeeklyModel, unless isStopped: () -> Bool = { false }) -> CuttingPlanes
    {
        CuttingPlanes(
            ownRows: model.program.rowCount,
            sources: [KnapsackHull(model), DeploymentCover(model, unless: isStopped)])
    }

    /// What was proved.
    struct Outcome: Sendable {
        /// Pounds below which no plan can be.
        var bound: Double
        /// The best plan found on the way, if any.
        var incumbent: Incumbent?
    }

    /// Proves what it can on a thread of its own. Where GLPK breaks down, what was proved before stands: a plan is
    /// worth handing over with a poor bound.
    static func run(
        _ model: WeeklyModel, shared: SharedIncumbent, options: AllocationOptions, from start: Incumbent,
        outright: Bool
    ) async -> Outcome {
        await onOwnThread { () throws(Never) -> Outcome in
            var outcome = Outcome(bound: 0, incumbent: nil)
            // To make what a proof begins with takes seconds for a large week.
            guard !shared.shouldStopProof else { return outcome }
            let proof = Proof(model: model, shared: shared, options: options)
            do throws(SolverError) {
                if outright {
                    try proof.solve(from: start, &outcome)
                } else {
                    proof.relax(from: start, &outcome)
                }
            } catch {
                outcome.incumbent = nil
            }
            return outcome
        }
    }
}
