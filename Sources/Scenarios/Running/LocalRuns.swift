// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Runs done in this process, as many at once as there are cores for.
public struct LocalRuns: RunEngine {
    let width: Int
    let cancellation: @Sendable () -> Cancellation
    let isStopped: @Sendable () -> Bool

    /// Does runs side by side; see `RunEngine.work(_:done:)`.
    public func work(
        _ tasks: [RunTask], done: @escaping @Sendable (Int, RunRecord) -> Void
    ) async throws(ScenarioError) {
        var failure: ScenarioError?
        await withTaskGroup(of: ScenarioError?.self) { group in
            var next = 0
            func begin() {
                guard next < tasks.count, failure == nil, !isStopped() else { return }
                let place = next
                next += 1
                group.addTask { await self.failure(of: tasks[place]) { done(place, $0) } }
            }
            for _ in 0..<max(1, width) { begin() }
            for await error in group {
                failure = failure ?? error
                begin()
            }
        }
        if let failure { throw failure }
    }

    /// Does a run; why it came to nothing, if it did.
    private func failure(of task: RunTask, done: (RunRecord) -> Void) async -> ScenarioError? {
        do throws(ScenarioError) {
            if let record = try await task.run(cancellation(), isStopped: isStopped) { done(record) }
            return nil
        } catch {
            return error
        }
    }
}
