// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel

/// What came of the programme: posts and what they do, what is proved of their cost, and what prices its rows have.
struct RequiredSolution {
    /// Values of the best columns found.
    let values: [Double]
    /// What they cost.
    let objective: Double
    /// No values cost less.
    let bound: Double
    /// Nodes looked at.
    let nodes: Int
    /// Shadow prices of the relaxed programme's rows.
    let duals: [Double]
    /// Values of the relaxed programme's columns.
    let relaxedValues: [Double]
    /// What the relaxed programme costs.
    let relaxed: Double

    /// Solves a programme, within its nodes. The same programme gives the same solution everywhere.
    ///
    /// - Parameter known: Values that keep the programme's rows, to be beaten; nil: none are known.
    init(_ made: RequiredProgram, known: [Double]? = nil) throws(RequiredProblem) {
        let program = made.program
        let root: RelaxationResult
        let result: IntegerResult
        let limits = made.settings.limits
        do throws(SolverError) {
            root = try GLPKSolver().solveRelaxation(program, limits: .none)
            var options = GLPKOptions()
            options.mirCuts = true
            result =
                root.status == .optimal
                ? try GLPKSolver(options: options).solveInteger(program, limits: limits)
                : IntegerResult(
                    termination: .failed, incumbent: nil, objective: nil, bound: -.infinity, nodes: 0)
        } catch {
            throw .solver(error.description)
        }
        switch root.status {
        case .optimal: break
        case .infeasible: throw .infeasible
        case .unbounded, .limit, .cancelled, .failed:
            throw .solver("the relaxed programme ended \(root.status)")
        }
        // Steps made whole without a search are the plan to beat, and there is always one.
        var best: [Double]? = result.incumbent
        for values in [made.rounded(root.columnValues), made.whole(root.columnValues), known].compactMap(
            \.self)
        where best.map({ program.objective(of: values) < program.objective(of: $0) - 1e-6 }) ?? true {
            best = values
        }
        guard let best else { throw .solver("no whole posts were found within \(limits.nodes ?? 0) nodes") }
        values = best
        nodes = result.nodes
        let (weighed, least) = (
            program.objective(of: best),
            max(root.objective, result.bound.isFinite ? result.bound : root.objective)
        )
        objective = weighed - made.changePounds(best)
        bound = max(0, min(objective, least - made.mostChangePounds(costing: objective)))
        (duals, relaxed) = (root.rowDuals, root.objective)
        relaxedValues = root.columnValues
    }
}
