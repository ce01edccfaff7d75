// SPDX-License-Identifier: GPL-3.0-or-later

/// What came of an integer programme.
public struct IntegerResult: Sendable, Equatable {
    /// Why the search ended. Only `optimal` claims an optimum.
    public enum Termination: Sendable, Equatable {
        /// The incumbent is proved optimal, to the solver's tolerances; the bound is its objective.
        case optimal
        /// The incumbent is within the relative gap that was asked for, by the bound given.
        case gap
        /// A limit of time or nodes came first. There may be an incumbent, and the bound holds.
        case limit
        /// The caller cancelled. There may be an incumbent, and the bound holds.
        case cancelled
        /// It is proved, to the solver's tolerances, that no values meet all rows, bounds and integrality.
        case infeasible
        /// The relaxation falls without limit; the integer programme is then unbounded or infeasible.
        case unbounded
        /// The solver gave up, or its answer did not stand the check; there is no incumbent.
        case failed
    }

    /// Why the search ended.
    public var termination: Termination
    /// The best values found, one a column; they meet rows, bounds and integrality.
    public var incumbent: [Double]?
    /// The objective of the incumbent.
    public var objective: Double?
    /// No solution has an objective below this, to the solver's tolerances; `-.infinity` where nothing is known,
    /// `.infinity` where there is no solution.
    public var bound: Double
    /// Nodes of the search tree that were looked at.
    public var nodes: Int
    /// Iterations of the simplex method over the whole tree, as far as the solver tells: a measure of its work.
    public var iterations: Int

    /// A result.
    public init(
        termination: Termination, incumbent: [Double]?, objective: Double?, bound: Double, nodes: Int,
        iterations: Int = 0
    ) {
        self.termination = termination
        self.incumbent = incumbent
        self.objective = objective
        self.bound = bound
        self.nodes = nodes
        self.iterations = iterations
    }

    /// The distance from the bound to the incumbent as a share of the incumbent's objective; nil where either is
    /// missing.
    public var relativeGap: Double? {
        guard let objective, bound.isFinite else { return nil }
        let distance = max(0, objective - bound)
        return distance == 0 ? 0 : distance / max(objective.magnitude, 1e-9)
    }
}

/// How far a search is, told while it runs.
public struct SolveProgress: Sendable, Equatable {
    /// The objective of the best values found so far.
    public var objective: Double?
    /// No solution has an objective below this, to the solver's tolerances; `-.infinity` where nothing is known.
    public var bound: Double
    /// Nodes looked at so far.
    public var nodes: Int

    /// A state of the search.
    public init(objective: Double?, bound: Double, nodes: Int) {
        self.objective = objective
        self.bound = bound
        self.nodes = nodes
    }
}
