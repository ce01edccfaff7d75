// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Formulation
import Synchronization

extension PlanAtHand {
    /// Columns of a week's model beyond which changed weeks are planned one after the other: several such models at
    /// once would take more than a gigabyte.
    private static let mostColumnsAtOnce = 300_000

    /// Whether findings about a plan of that model take seconds and less than a gigabyte; otherwise they are better
    /// asked for apart from the plan.
    public static func findsOutQuickly(about model: WeeklyModel) -> Bool {
        model.columns.count <= mostColumnsAtOnce
    }

    /// The results of a body for 0 ..< count, in that order, worked out on as many threads as there are cores, or on
    /// one where the week is very large.
    func inParallel<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        guard Self.findsOutQuickly(about: planner.model) else { return (0..<count).map(body) }
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = body(index)
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
