// SPDX-License-Identifier: GPL-3.0-or-later

/// When a solver stops before it has proved an optimum. What is nil is not limited.
public struct SolveLimits: Sendable, Equatable {
    /// Wall-clock seconds; results then depend on the machine.
    public var seconds: Double?
    /// Nodes of the search tree; results then do not depend on the machine.
    public var nodes: Int?
    /// Simplex iterations of a relaxation; results then do not depend on the machine.
    public var iterations: Int?
    /// The gap, as a share of the incumbent's objective, at which an incumbent is good enough; 0.01 is 1 %.
    public var relativeGap: Double

    /// Limits; without arguments none.
    public init(seconds: Double? = nil, nodes: Int? = nil, iterations: Int? = nil, relativeGap: Double = 0) {
        self.seconds = seconds
        self.nodes = nodes
        self.iterations = iterations
        self.relativeGap = relativeGap
    }

    /// No limit at all.
    public static let none = SolveLimits()

    /// Refuses limits that mean nothing: negative ones and NaN.
    public func validate() throws(SolverError) {
        if let seconds, !(seconds >= 0) {
            throw .invalidOption("The time limit is \(seconds) seconds; give 0 or more.")
        }
        if let nodes, nodes < 0 { throw .invalidOption("The node limit is \(nodes); give 0 or more.") }
        if let iterations, iterations < 0 {
            throw .invalidOption("The iteration limit is \(iterations); give 0 or more.")
        }
        guard relativeGap >= 0, relativeGap.isFinite else {
            throw .invalidOption("The relative gap is \(relativeGap); give 0 or more.")
        }
    }
}
