// SPDX-License-Identifier: GPL-3.0-or-later

/// What came of a programme solved with its integers relaxed.
public struct RelaxationResult: Sendable, Equatable {
    /// How a relaxation ended.
    public enum Status: Sendable, Equatable {
        /// The values are an optimum, to the solver's tolerances.
        case optimal
        /// No values meet all rows and bounds, to the solver's tolerances.
        case infeasible
        /// The objective falls without limit.
        case unbounded
        /// A limit ended the solve; values and duals are those of the last basis and need not be feasible.
        case limit
        /// The caller cancelled; values and duals are as with `limit`.
        case cancelled
        /// The solver gave up, for numerical reasons mostly; values and duals mean nothing.
        case failed
    }

    /// How the solve ended. Objective and values are an answer only if this is `optimal`.
    public var status: Status
    /// The objective at `columnValues`.
    public var objective: Double
    /// The value of each column.
    public var columnValues: [Double]
    /// What one more unit on the side of each row would change the objective by. `LinearProgram.dualBound`
    /// makes a proven bound of them, whatever the status.
    public var rowDuals: [Double]
    /// What one more unit of each column would change the objective by, the rows being met.
    public var reducedCosts: [Double]
    /// Simplex iterations this solve took; 0 where the last basis was optimal already.
    public var iterations: Int

    /// A result; the arrays have one entry a column or row.
    public init(
        status: Status, objective: Double, columnValues: [Double], rowDuals: [Double], reducedCosts: [Double],
        iterations: Int
    ) {
        self.status = status
        self.objective = objective
        self.columnValues = columnValues
        self.rowDuals = rowDuals
        self.reducedCosts = reducedCosts
        self.iterations = iterations
    }
}
