// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// GLPK as a solver: each call makes its problem, solves it and frees it, on the thread that calls.
///
///     let result = try GLPKSolver().solveInteger(program, limits: SolveLimits(seconds: 60, relativeGap: 0.01))
///
/// Results are the same on every run unless the clock or a cancellation ends one. GLPK looks at both only between
/// nodes and, without presolve, within the relaxation at the root: in preprocessing and cutting it may run over.
/// For programmes solved again and again after small changes see `withGLPK`.
public struct GLPKSolver: Solver {
    /// How GLPK goes about it.
    public var options: GLPKOptions
    /// Only solutions with an objective up to this are looked for, by a row of that meaning. Where there is none
    /// the result is `infeasible`, and its bound is the cutoff. Relaxations ignore it.
    public var cutoff: Double?

    /// A solver; without arguments with the defaults and no cutoff.
    public init(options: GLPKOptions = GLPKOptions(), cutoff: Double? = nil) {
        self.options = options
        self.cutoff = cutoff
    }

    /// Solves the programme with its integers relaxed.
    public func solveRelaxation(
        _ program: LinearProgram, limits: SolveLimits, cancellation: Cancellation?
    ) throws(SolverError) -> RelaxationResult {
        try withGLPK(program, options: options) { problem throws(SolverError) in
            try problem.solveRelaxation(limits: limits, cancellation: cancellation)
        }
    }

    /// Solves the programme with its integers.
    public func solveInteger(
        _ program: LinearProgram, limits: SolveLimits, cancellation: Cancellation?,
        progress: (@Sendable (SolveProgress) -> Void)?
    ) throws(SolverError) -> IntegerResult {
        let cut = try withCutoff(program)
        var result: IntegerResult
        do {
            result = try search(cut, options, limits, cancellation, progress)
        } catch {
            // GLPK's cover cuts break down where the presolver leaves no columns.
            guard case .brokeDown = error, options.presolve, options.coverCuts else { throw error }
            var uncovered = options
            uncovered.coverCuts = false
            result = try search(cut, uncovered, limits, cancellation, progress)
        }
        // What is above the cutoff was never looked at, so that no more is proved of it.
        if let cutoff, result.incumbent == nil { result.bound = min(result.bound, cutoff) }
        return result
    }

    private func search(
        _ program: LinearProgram, _ options: GLPKOptions, _ limits: SolveLimits,
        _ cancellation: Cancellation?,
        _ progress: (@Sendable (SolveProgress) -> Void)?
    ) throws(SolverError) -> IntegerResult {
        try withGLPK(program, options: options) { problem throws(SolverError) in
            try problem.solveInteger(limits: limits, cancellation: cancellation, progress: progress)
        }
    }

    private func withCutoff(_ program: LinearProgram) throws(SolverError) -> LinearProgram {
        guard let cutoff else { return program }
        guard cutoff.isFinite else {
            throw .invalidOption("The cutoff is \(cutoff); give a finite one or none.")
        }
        var cut = program
        cut.beginRow(lower: -.infinity, upper: cutoff)
        for (column, cost) in program.cost.enumerated() where cost != 0 {
            cut.addTerm(column: column, coefficient: cost)
        }
        return cut
    }
}
