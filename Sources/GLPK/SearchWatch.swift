// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

/// What is looked at, and kept, whenever GLPK calls back from its search tree.
///
/// The best bound is gone once the search returns, so that it is taken here. The gap is judged here too, not by
/// GLPK: its own test comes between callbacks, and the bound it judged by could not be told afterwards.
final class SearchWatch {
    private let limits: SolveLimits
    private let deadline: Deadline
    private let cancellation: Cancellation?
    private let progress: (@Sendable (SolveProgress) -> Void)?
    private var told: SolveProgress?

    private(set) var bound = -Double.infinity
    private(set) var nodes = 0
    /// Why the search was told to stop; nil if it was not.
    private(set) var stop: IntegerResult.Termination?

    init(
        limits: SolveLimits, deadline: Deadline, cancellation: Cancellation?,
        progress: (@Sendable (SolveProgress) -> Void)?
    ) {
        self.limits = limits
        self.deadline = deadline
        self.cancellation = cancellation
        self.progress = progress
    }

    /// Looks at the tree and returns whether to stop.
    func look(_ tree: cglpk_tree) -> Bool {
        let objective = tree.has_incumbent ? tree.objective : nil
        // A bound once proved stays so, also where the best open node is worse by rounding.
        if tree.has_bound { bound = max(bound, min(tree.bound, objective ?? .infinity)) }
        nodes = tree.entered
        if tree.entering, limits.nodes.map({ nodes < $0 }) ?? true { nodes += 1 }
        tell(SolveProgress(objective: objective, bound: bound, nodes: nodes))
        stop = stop ?? reason(objective, tree)
        return stop != nil
    }

    private func reason(_ objective: Double?, _ tree: cglpk_tree) -> IntegerResult.Termination? {
        if cancellation?.isCancelled == true { return .cancelled }
        if limits.relativeGap > 0, let objective {
            if objective - bound <= limits.relativeGap * objective.magnitude { return .gap }
        }
        if tree.entering, let limit = limits.nodes, tree.entered >= limit { return .limit }
        return deadline.hasPassed ? .limit : nil
    }

    private func tell(_ now: SolveProgress) {
        guard let progress else { return }
        if let told, told.objective == now.objective, told.bound == now.bound { return }
        told = now
        progress(now)
    }
}
