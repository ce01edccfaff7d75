// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel

extension TreeSearch {
    /// Trials of a side from which a column's pseudocost is relied on; columns tried at a node, and iterations of
    /// each trial.
    static let reliableTrials = 4
    static let trialColumns = 10
    static let trialIterations = 60

    /// A column to branch on, with what is known of its two sides.
    struct Choice {
        var column: Int
        var up = -Double.infinity
        var down = -Double.infinity
        var isDead = false
    }

    /// The column to branch on; nil where trials narrowed one, so that the relaxation is to be solved again.
    mutating func choose(
        _ node: inout TreeNode, _ fractional: [Int], _ relaxation: RelaxationResult,
        _ problem: inout GLPKProblem
    ) throws(SolverError) -> Choice? {
        let values = relaxation.columnValues
        let ranked = fractional.map { (column: $0, score: pseudocosts.score($0, value: values[$0])) }
            .sorted { $0.score != $1.score ? $0.score > $1.score : $0.column < $1.column }
        var best = Choice(column: ranked[0].column)
        var bestScore = -1.0
        var misses = 0
        for (column, score) in ranked.prefix(Self.trialColumns) {
            guard pseudocosts.trials(column) < Self.reliableTrials else {
                if score > bestScore {
                    bestScore = score
                    best = Choice(column: column)
                }
                continue
            }
            let value = values[column]
            let down = try trial(column, upTo: value.rounded(.down), &problem)
            let up = try trial(column, from: value.rounded(.up), &problem)
            if up >= cutoff || down >= cutoff {
                if up >= cutoff, down >= cutoff { return Choice(column: column, isDead: true) }
                let (lower, upper) = (problem.program.lower[column], problem.program.upper[column])
                try narrow(
                    &node,
                    TreeNode.Change(
                        column: Int32(column), lower: up >= cutoff ? lower : value.rounded(.up),
                        upper: up >= cutoff ? value.rounded(.down) : upper), &problem)
                return nil
            }
            let below = value - value.rounded(.down)
            pseudocosts.learn(column, isUp: true, distance: 1 - below, gain: up - node.bound)
            pseudocosts.learn(column, isUp: false, distance: below, gain: down - node.bound)
            let tried = Pseudocosts.score(up - node.bound, down - node.bound)
            if tried > bestScore {
                bestScore = tried
                best = Choice(column: column, up: up, down: down)
                misses = 0
            } else {
                misses += 1
                if misses >= 4 { break }
            }
        }
        return best
    }

    /// The bound with a column's range cut; a few iterations only, whose duals prove as much as they do.
    private mutating func trial(
        _ column: Int, from least: Double? = nil, upTo most: Double? = nil, _ problem: inout GLPKProblem
    ) throws(SolverError) -> Double {
        let (lower, upper) = (problem.program.lower[column], problem.program.upper[column])
        try problem.setColumnBounds(column, lower: least ?? lower, upper: most ?? upper)
        let relaxation = try problem.solveRelaxation(limits: SolveLimits(iterations: Self.trialIterations))
        var isInfeasible = relaxation.status == .infeasible
        if isInfeasible { isInfeasible = try problem.isProvedInfeasible() }
        let bound = isInfeasible ? .infinity : problem.program.dualBound(rowDuals: relaxation.rowDuals)
        try problem.setColumnBounds(column, lower: lower, upper: upper)
        return bound
    }

    mutating func branch(
        _ node: TreeNode, _ choice: Choice, _ value: Double, within range: (Double, Double)
    ) {
        let below = value - value.rounded(.down)
        let path = TreePath(above: node.path, node.changes)
        func child(_ isUp: Bool, _ number: Int) -> TreeNode {
            var child = node
            child.path = path
            child.changes = [
                isUp
                    ? TreeNode.Change(column: Int32(choice.column), lower: value.rounded(.up), upper: range.1)
                    : TreeNode.Change(
                        column: Int32(choice.column), lower: range.0, upper: value.rounded(.down))
            ]
            child.bound = max(node.bound, isUp ? choice.up : choice.down)
            child.number = number
            child.branch = (choice.column, isUp, isUp ? 1 - below : below, node.bound)
            return child
        }
        let (up, down) = (child(true, made + 1), child(false, made + 2))
        made += 2
        let (first, second) = down.bound <= up.bound ? (down, up) : (up, down)
        let lowest = min(open.min?.bound ?? .infinity, first.bound)
        open.insert(second)
        // Staying near saves iterations, but not where the bound has run away from the lowest.
        if first.bound < lowest + 0.25 * (cutoff - lowest) {
            next = first
        } else {
            open.insert(first)
        }
    }
}
