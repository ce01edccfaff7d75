// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

extension GLPKProblem {
    /// Solves the programme with its integers by branch and bound.
    ///
    /// Without presolve the relaxation is solved first, from the basis of the last one. An incumbent is checked
    /// against the programme before it is returned. `progress` must not call GLPK.
    public mutating func solveInteger(
        limits: SolveLimits = .none, cancellation: Cancellation? = nil,
        progress: (@Sendable (SolveProgress) -> Void)? = nil
    ) throws(SolverError) -> IntegerResult {
        try limits.validate()
        let deadline = Deadline(seconds: limits.seconds)
        let watch = SearchWatch(
            limits: limits, deadline: deadline, cancellation: cancellation, progress: progress)
        if cancellation?.isCancelled == true { return .ended(.cancelled, bound: -.infinity) }
        if deadline.hasPassed { return .ended(.limit, bound: -.infinity) }
        if options.presolve {
            let result = try search(watch, until: deadline, presolve: true)
            // The presolved relaxation may be the harder one; what is left is tried without.
            guard result.termination == .failed else { return result }
        }
        return try searchFromRelaxation(watch, until: deadline, cancellation: cancellation)
    }

    private mutating func searchFromRelaxation(
        _ watch: SearchWatch, until deadline: Deadline, cancellation: Cancellation?
    ) throws(SolverError) -> IntegerResult {
        let root = try solveRelaxation(iterations: nil, until: deadline, cancellation: cancellation)
        switch root.status {
        case .optimal:
            var result = try search(watch, until: deadline, presolve: false)
            result.iterations += root.iterations
            return result
        case .infeasible: return .ended(.infeasible, bound: .infinity)
        case .unbounded: return .ended(.unbounded, bound: -.infinity)
        case .failed: return .ended(.failed, bound: -.infinity)
        // What an interrupted dual method has reached is a proof all the same.
        case .limit: return .ended(.limit, bound: program.dualBound(rowDuals: root.rowDuals))
        case .cancelled: return .ended(.cancelled, bound: program.dualBound(rowDuals: root.rowDuals))
        }
    }

    private func search(
        _ watch: SearchWatch, until deadline: Deadline, presolve: Bool
    ) throws(SolverError) -> IntegerResult {
        var out = cglpk_integer()
        let code = withExtendedLifetime(watch) {
            // GLPK's cover cuts break down on a programme without columns.
            let cuts = program.columnCount > 0
            var search = cglpk_search(
                branching: options.branching.rawValue, backtracking: options.backtracking.rawValue,
                milliseconds: deadline.milliseconds, presolve: presolve, mir: cuts && options.mirCuts,
                gomory: cuts && options.gomoryCuts, cover: cuts && options.coverCuts,
                clique: cuts && options.cliqueCuts,
                rounding: options.rounding, feasibility_pump: options.feasibilityPump,
                look: { context, tree in
                    guard let context, let tree else { return true }
                    return Unmanaged<SearchWatch>.fromOpaque(context).takeUnretainedValue().look(tree.pointee)
                },
                context: Unmanaged.passUnretained(watch).toOpaque())
            return cglpk_search_integer(handle, &search, &out)
        }
        try Door.check(code)
        var result = try conclude(watch, code: Int(code), status: Int(out.status))
        result.iterations = Int(out.iterations)
        return result
    }

    /// Reads the outcome off the code and the status together; either alone is ambiguous.
    private func conclude(_ watch: SearchWatch, code: Int, status: Int) throws(SolverError) -> IntegerResult {
        let incumbent = status == CGLPK_FEASIBLE || status == CGLPK_OPTIMAL ? try readIncumbent() : nil
        let termination: IntegerResult.Termination
        switch (code, status) {
        case (0, CGLPK_OPTIMAL): termination = .optimal
        case (0, CGLPK_NO_SOLUTION), (CGLPK_NO_PRIMAL, _): termination = .infeasible
        case (CGLPK_NO_DUAL, _): termination = .unbounded
        case (CGLPK_TIME_LIMIT, _): termination = .limit
        case (CGLPK_STOPPED, _): termination = watch.stop ?? .failed
        default: termination = .failed
        }
        var result = IntegerResult.ended(termination, bound: watch.bound)
        result.nodes = watch.nodes
        switch termination {
        case .infeasible: result.bound = .infinity
        case .unbounded, .failed: result.bound = -.infinity
        case .optimal, .gap, .limit, .cancelled:
            guard let incumbent else {
                return termination == .optimal || termination == .gap ? result.failed : result
            }
            guard program.largestViolation(of: incumbent, scaled: true) <= 1e-6 else { return result.failed }
            let objective = program.objective(of: incumbent)
            result.incumbent = incumbent
            result.objective = objective
            // Rounding may leave the bound seen a hair above.
            result.bound = termination == .optimal ? objective : min(result.bound, objective)
        }
        return result
    }

    private func readIncumbent() throws(SolverError) -> [Double] {
        var values = [Double](repeating: 0, count: program.columnCount)
        try Door.check(cglpk_read_integer(handle, &values))
        // GLPK's values are right to its tolerances: what is whole is made so, and noise outside bounds cut.
        for column in values.indices {
            let value = program.isInteger[column] ? values[column].rounded() : values[column]
            let inside = min(max(value, program.lower[column]), program.upper[column])
            values[column] = (inside - value).magnitude <= 1e-6 * max(1, inside.magnitude) ? inside : value
        }
        return values
    }
}

extension IntegerResult {
    fileprivate static func ended(_ termination: Termination, bound: Double) -> IntegerResult {
        IntegerResult(termination: termination, incumbent: nil, objective: nil, bound: bound, nodes: 0)
    }

    fileprivate var failed: IntegerResult {
        var result = IntegerResult.ended(.failed, bound: -.infinity)
        result.nodes = nodes
        return result
    }
}
