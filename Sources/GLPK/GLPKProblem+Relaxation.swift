// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

extension GLPKProblem {
    /// Solves the relaxation from the basis of the last solve, or from the one of slacks.
    ///
    /// The simplex method runs in slices of a fixed count of iterations, whether or not there is anything to look
    /// at between them, so that a flag or a deadline that is never reached changes nothing.
    public mutating func solveRelaxation(
        limits: SolveLimits = .none, cancellation: Cancellation? = nil
    ) throws(SolverError) -> RelaxationResult {
        try limits.validate()
        let deadline = Deadline(seconds: limits.seconds)
        return try solveRelaxation(
            iterations: limits.iterations, until: deadline, cancellation: cancellation)
    }

    mutating func solveRelaxation(
        iterations limit: Int?, until deadline: Deadline, cancellation: Cancellation?
    ) throws(SolverError) -> RelaxationResult {
        var run = SimplexRun(method: options.simplex == .dual ? CGLPK_DUAL : CGLPK_PRIMAL)
        var status: RelaxationResult.Status?
        while status == nil {
            if cancellation?.isCancelled == true {
                status = .cancelled
            } else if deadline.hasPassed {
                status = .limit
            } else {
                let left = limit.map { $0 - run.iterations } ?? .max
                status = left <= 0 && run.iterations > 0 ? .limit : try run.slice(handle, left, deadline)
            }
        }
        return try read(status ?? .failed, iterations: run.iterations)
    }

    /// Whether the basis in which the last relaxation ended shows beyond doubt that no values meet rows and bounds.
    public func isProvedInfeasible() throws(SolverError) -> Bool {
        var multipliers = [Double](repeating: 0, count: program.rowCount)
        guard try Door.check(cglpk_read_contradiction(handle, &multipliers)) == 0 else { return false }
        return program.isInfeasible(by: multipliers)
    }

    private func read(
        _ status: RelaxationResult.Status, iterations: Int
    ) throws(SolverError) -> RelaxationResult {
        var values = [Double](repeating: 0, count: program.columnCount)
        var duals = [Double](repeating: 0, count: program.rowCount)
        var reduced = values
        try Door.check(cglpk_read_relaxation(handle, &values, &duals, &reduced))
        return RelaxationResult(
            status: status, objective: program.objective(of: values), columnValues: values, rowDuals: duals,
            reducedCosts: reduced, iterations: iterations)
    }
}

/// A simplex run in slices.
private struct SimplexRun {
    var method: cglpk_method
    var iterations = 0
    private var sliceLength = 500
    private var hasStartedAfresh = false

    init(method: cglpk_method) { self.method = method }

    /// Runs one slice; nil means that another one is wanted.
    mutating func slice(
        _ handle: OpaquePointer, _ left: Int, _ deadline: Deadline
    ) throws(SolverError) -> RelaxationResult.Status? {
        var out = cglpk_relaxation()
        let length = Int32(clamping: min(left, sliceLength))
        let code = try Door.check(cglpk_simplex(handle, method, length, deadline.milliseconds, &out))
        iterations += Int(out.iterations)
        switch Int(code) {
        case 0: return try conclude(out)
        case CGLPK_ITERATION_LIMIT:
            // A limit of no iterations at all.
            if left <= 0 { return .limit }
            // Each slice starts its pricing anew, so that longer ones are cheaper; some 4,000 still end soon.
            sliceLength = min(2 * sliceLength, 4_000)
            return nil
        case CGLPK_TIME_LIMIT: return .limit
        default:
            // A singular or ill-conditioned basis, or a numerical failure: once more from the slacks.
            if hasStartedAfresh { return .failed }
            hasStartedAfresh = true
            try Door.check(cglpk_reset_basis(handle))
            method = CGLPK_PRIMAL
            return nil
        }
    }

    private mutating func conclude(_ out: cglpk_relaxation) throws(SolverError) -> RelaxationResult.Status? {
        switch Int(out.status) {
        case CGLPK_OPTIMAL: return .optimal
        case CGLPK_NO_SOLUTION: return .infeasible
        case CGLPK_UNBOUNDED: return .unbounded
        default:
            // The dual method found no dual solution: the primal one tells infeasible from unbounded.
            if method == CGLPK_PRIMAL { return .failed }
            method = CGLPK_PRIMAL
            return nil
        }
    }
}
