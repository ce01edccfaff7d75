// SPDX-License-Identifier: GPL-3.0-or-later

/// How GLPK goes about a programme. The defaults are GLPK's own, but with its presolver.
public struct GLPKOptions: Sendable, Equatable {
    /// The simplex method of a relaxation.
    public enum Simplex: Sendable, Equatable {
        /// The dual method, and the primal one where that fails; best after changes of bounds.
        case dual
        /// The primal method; best after changes of costs.
        case primal
    }

    /// Which fractional column to branch on; the raw values are GLPK's.
    public enum Branching: Int32, Sendable, Equatable {
        /// The first fractional column.
        case firstFractional = 1
        /// The last fractional column.
        case lastFractional = 2
        /// The column nearest to a half.
        case mostFractional = 3
        /// The rule of Driebeck and Tomlin.
        case driebeckTomlin = 4
        /// Pseudocosts.
        case pseudocost = 5
    }

    /// Which open node comes next; the raw values are GLPK's.
    public enum Backtracking: Int32, Sendable, Equatable {
        /// The deepest node.
        case depthFirst = 1
        /// The oldest node.
        case breadthFirst = 2
        /// The node with the best bound.
        case bestBound = 3
        /// The node with the best projected solution.
        case bestProjection = 4
    }

    /// The simplex method of relaxations, also of the one at the root of a search without presolve.
    public var simplex = Simplex.dual
    /// Whether rows and columns are scaled before the simplex method.
    public var scaling = true
    /// Whether an integer programme is presolved. The relaxation at the root is then GLPK's own: it keeps the time
    /// limit, but looks at no cancellation before the tree begins.
    public var presolve = true
    /// Mixed-integer rounding cuts.
    public var mirCuts = false
    /// Gomory's mixed-integer cuts.
    public var gomoryCuts = false
    /// Mixed cover cuts.
    public var coverCuts = false
    /// Clique cuts.
    public var cliqueCuts = false
    /// Simple rounding of relaxations.
    public var rounding = true
    /// The feasibility pump at the root.
    public var feasibilityPump = false
    /// Which fractional column to branch on.
    public var branching = Branching.driebeckTomlin
    /// Which open node comes next.
    public var backtracking = Backtracking.bestBound

    /// The defaults.
    public init() {}
}
