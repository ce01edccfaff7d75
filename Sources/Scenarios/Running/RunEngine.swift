// SPDX-License-Identifier: GPL-3.0-or-later

/// Where runs are done: in this process (`LocalRuns`), or on the machines of a cluster. What a run is, and how it is done, is
/// the same everywhere (`RunTask`).
public protocol RunEngine: Sendable {
    /// Does runs of which none needs what comes of another one: what they start from is done. It returns without some of them
    /// where somebody asks to stop.
    ///
    /// - Parameters:
    ///   - tasks: The runs.
    ///   - done: Is told each run that is done and where it stands among the tasks, once, on whichever thread.
    /// - Throws: Where a run comes to nothing; others may be done by then.
    func work(
        _ tasks: [RunTask], done: @escaping @Sendable (Int, RunRecord) -> Void
    ) async throws(ScenarioError)
}
