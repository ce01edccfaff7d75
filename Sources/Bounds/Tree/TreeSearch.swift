// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import HeapModule
import LinearModel

/// Branch and bound over a programme that already has its cuts, for plans cheaper than the one at hand.
///
/// The node with the lowest bound comes first, and then one of its own for as long as that is not far behind. Each
/// bound is worked out from row duals, so that no plan is cut off by a solver's tolerance. Columns are chosen by
/// pseudocosts, which trial branching starts; columns whose reduced cost leaves no room are fixed.
public struct TreeSearch {
    /// The cheapest plan found in the tree; nil where there is none below the cutoff.
    public private(set) var found: [Double]?
    /// Nodes whose relaxation was solved.
    public private(set) var nodes = 0
    /// Plans at this price and above are not looked for.
    public var cutoff: Double

    private let plans: LinearProgram
    var open = Heap<TreeNode>()
    var next: TreeNode?
    var pseudocosts: Pseudocosts
    var made = 0
    /// What the columns that differ from the root's bounds have at present.
    private var changed: [Int32] = []
    private var root: LinearProgram
    private var planes: CuttingPlanes
    private let mostRows: Int
    /// How much cheaper than the last a plan has to be.
    private let leastGain: Double
    /// The lowest bound of nodes that could not be settled.
    private var unsettled = Double.infinity

    /// Nodes from one look for cuts to the next.
    static let nodesBetweenCuts = 4
    /// How far the relaxation may grow by them, as a multiple of its rows: past that they cost more than they prove.
    static let growth = 1.2

    /// - Parameters:
    ///   - plans: The programme that a plan has to keep.
    ///   - root: The same with cuts.
    ///   - planes: What finds further ones.
    ///   - bound: What no plan is below, as far as is known.
    ///   - cutoff: At which price and above no plan is looked for.
    ///   - leastGain: How much cheaper than the last a plan has to be.
    public init(
        _ plans: LinearProgram, root: LinearProgram, planes: CuttingPlanes, bound: Double, cutoff: Double,
        leastGain: Double
    ) {
        self.leastGain = leastGain
        self.plans = plans
        self.root = root
        self.planes = planes
        mostRows = Int(Self.growth * Double(root.rowCount))
        self.cutoff = cutoff
        pseudocosts = Pseudocosts(columns: root.columnCount)
        open.insert(TreeNode(path: nil, changes: [], bound: bound, number: 0))
    }

    /// Whether nothing is left to look at.
    public var isDone: Bool { open.isEmpty && next == nil }

    /// Pounds that no plan is below.
    public var bound: Double {
        min(open.min?.bound ?? .infinity, next?.bound ?? .infinity, unsettled, cutoff)
    }

    /// Looks at one node.
    public mutating func step(_ problem: inout GLPKProblem) throws(SolverError) {
        guard let node = next ?? open.popMin() else { return }
        next = nil
        guard node.bound < cutoff else { return }
        nodes += 1
        try enter(node, &problem)
        try look(at: node, &problem)
    }

    /// Gives the problem the node's bounds.
    private mutating func enter(_ node: TreeNode, _ problem: inout GLPKProblem) throws(SolverError) {
        var wanted: [Int32: (Double, Double)] = [:]
        let changes = (node.path?.all ?? []) + node.changes
        for change in changes { wanted[change.column] = (change.lower, change.upper) }
        for column in changed where wanted[column] == nil {
            let index = Int(column)
            try problem.setColumnBounds(index, lower: root.lower[index], upper: root.upper[index])
        }
        for change in changes {
            guard let (lower, upper) = wanted.removeValue(forKey: change.column) else { continue }
            let index = Int(change.column)
            if problem.program.lower[index] != lower || problem.program.upper[index] != upper {
                try problem.setColumnBounds(index, lower: lower, upper: upper)
            }
        }
        changed = Array(Set(changes.map(\.column))).sorted()
    }

    private mutating func look(at node: TreeNode, _ problem: inout GLPKProblem) throws(SolverError) {
        var node = node
        var isCut = false
        // Each turn fixes a column for good, adds rows once, or ends.
        while true {
            var relaxation = try problem.solveRelaxation()
            if relaxation.status == .infeasible, try problem.isProvedInfeasible() { return }
            let bound = max(node.bound, problem.program.dualBound(rowDuals: relaxation.rowDuals))
            if let branch = node.branch {
                pseudocosts.learn(
                    branch.column, isUp: branch.isUp, distance: branch.distance, gain: bound - branch.from)
                node.branch = nil
            }
            node.bound = bound
            guard bound < cutoff else { return }
            guard relaxation.status == .optimal else { return unsettled = min(unsettled, bound) }
            // Values may lie a tolerance outside, where there is nothing to branch on.
            for column in root.isInteger.indices where root.isInteger[column] {
                let (lower, upper) = (problem.program.lower[column], problem.program.upper[column])
                relaxation.columnValues[column] = min(max(relaxation.columnValues[column], lower), upper)
            }
            let fractional = fractional(relaxation.columnValues)
            if fractional.isEmpty {
                if take(relaxation.columnValues) { return }
                // A plan to the solver's tolerances, but not to ours.
                return unsettled = min(unsettled, bound)
            }
            if !isCut, nodes.isMultiple(of: Self.nodesBetweenCuts) {
                isCut = true
                if try cut(relaxation, &problem) { continue }
            }
            try fix(&node, relaxation, &problem)
            guard let choice = try choose(&node, fractional, relaxation, &problem) else { continue }
            if choice.isDead { return }
            let range = (problem.program.lower[choice.column], problem.program.upper[choice.column])
            branch(node, choice, relaxation.columnValues[choice.column], within: range)
            return
        }
    }

    private func fractional(_ values: [Double]) -> [Int] {
        root.isInteger.indices.filter {
            root.isInteger[$0] && abs(values[$0] - values[$0].rounded()) > 1e-6
        }
    }

    /// Keeps a plan whose columns are whole; false where it does not keep the rows.
    private mutating func take(_ values: [Double]) -> Bool {
        let tidy = plans.cost.indices.map { column in
            let value = plans.isInteger[column] ? values[column].rounded() : values[column]
            return min(max(value, plans.lower[column]), plans.upper[column])
        }
        guard plans.largestViolation(of: tidy, scaled: true) <= 1e-6 else { return false }
        let objective = plans.objective(of: tidy)
        if objective < cutoff {
            found = tidy
            cutoff = objective - leastGain
        }
        return true
    }

    /// Adds rows that the node's relaxation breaks and every plan keeps, not only those of the node.
    private mutating func cut(
        _ relaxation: RelaxationResult, _ problem: inout GLPKProblem
    ) throws(SolverError) -> Bool {
        guard root.rowCount < mostRows else { return false }
        let rows = planes.find(at: relaxation.columnValues, in: root, rounding: true)
        guard rows.rowCount > 0 else { return false }
        root.append(rowsOf: rows)
        try problem.addRows(of: rows)
        return true
    }

    /// Narrows columns whose reduced cost would lift the bound to the cutoff.
    private mutating func fix(
        _ node: inout TreeNode, _ relaxation: RelaxationResult, _ problem: inout GLPKProblem
    ) throws(SolverError) {
        let program = problem.program
        let reduced = program.reducedCosts(rowDuals: relaxation.rowDuals)
        let gap = cutoff - program.dualBound(rowDuals: relaxation.rowDuals)
        for column in reduced.indices where program.isInteger[column] && abs(reduced[column]) > 1e-6 {
            let (lower, upper) = (program.lower[column], program.upper[column])
            guard upper > lower else { continue }
            // A little more than the gap allows, for rounding in the reduced cost.
            let room = (gap / abs(reduced[column]) * (1 + 1e-9) + 1e-6).rounded(.down)
            guard room < upper - lower else { continue }
            let change =
                reduced[column] > 0
                ? TreeNode.Change(column: Int32(column), lower: lower, upper: lower + max(0, room))
                : TreeNode.Change(column: Int32(column), lower: upper - max(0, room), upper: upper)
            try narrow(&node, change, &problem)
        }
    }

    mutating func narrow(
        _ node: inout TreeNode, _ change: TreeNode.Change, _ problem: inout GLPKProblem
    ) throws(SolverError) {
        node.changes.append(change)
        changed.append(change.column)
        try problem.setColumnBounds(Int(change.column), lower: change.lower, upper: change.upper)
    }
}
