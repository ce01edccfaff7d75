// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel

/// The improving search and what it reports to.
struct Search: Sendable {
    private(set) var improvement: Improvement
    let board: Board
    let progress: (@Sendable (AllocationProgress) -> Void)?

    init(
        _ improvement: Improvement, board: Board, progress: (@Sendable (AllocationProgress) -> Void)?
    ) {
        self.improvement = improvement
        self.board = board
        self.progress = progress
    }

    /// Improves on a thread of its own until that many programmes are solved, or the board says stop.
    func run(until work: Int) async throws(SolverError) -> Search {
        try await onOwnThread { () throws(SolverError) -> Search in
            var search = self
            try search.improve(until: work)
            return search
        }
    }

    private mutating func improve(until work: Int) throws(SolverError) {
        while improvement.work < work, !improvement.isIdle, !board.shouldStop {
            let gain = try improvement.step()
            if gain > 0 || improvement.work.isMultiple(of: 16) {
                board.found(improvement.incumbent.objective, work: improvement.work)
                progress?(board.progress)
            }
        }
        board.found(improvement.incumbent.objective, work: improvement.work)
    }
}
