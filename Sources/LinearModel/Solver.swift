// SPDX-License-Identifier: GPL-3.0-or-later

/// What solves linear and integer programmes. Calls block; any thread may call, many at once.
///
/// To be infeasible, unbounded or out of time is a result. An error is thrown only where the programme or an
/// option is refused, or the solver broke down.
public protocol Solver: Sendable {
    /// Solves the programme with its integers relaxed.
    func solveRelaxation(
        _ program: LinearProgram, limits: SolveLimits, cancellation: Cancellation?
    ) throws(SolverError) -> RelaxationResult

    /// Solves the programme with its integers. `progress` is called on the solving thread and should be quick.
    func solveInteger(
        _ program: LinearProgram, limits: SolveLimits, cancellation: Cancellation?,
        progress: (@Sendable (SolveProgress) -> Void)?
    ) throws(SolverError) -> IntegerResult
}

extension Solver {
    /// Solves the programme with its integers relaxed, without a flag to cancel it.
    public func solveRelaxation(
        _ program: LinearProgram, limits: SolveLimits = .none
    ) throws(SolverError) -> RelaxationResult {
        try solveRelaxation(program, limits: limits, cancellation: nil)
    }

    /// Solves the programme with its integers, without a report of progress.
    public func solveInteger(
        _ program: LinearProgram, limits: SolveLimits = .none, cancellation: Cancellation? = nil
    ) throws(SolverError) -> IntegerResult {
        try solveInteger(program, limits: limits, cancellation: cancellation, progress: nil)
    }
}
