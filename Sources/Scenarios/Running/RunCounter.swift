// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Counts the runs that are done, on whichever thread they end.
final class RunCounter: Sendable {
    private let state: Mutex<(done: Int, number: Int)>
    private let progress: @Sendable (ScenarioRunner.Progress) -> Void

    init(of number: Int, _ progress: @escaping @Sendable (ScenarioRunner.Progress) -> Void) {
        state = Mutex((done: 0, number: number))
        self.progress = progress
    }

    /// Says that there are so many runs more than was known.
    func expect(_ more: Int) { state.withLock { $0.number += more } }

    func count(_ name: String, wasKept: Bool) {
        let (done, number) = state.withLock { state in
            state.done += 1
            return state
        }
        progress(.done(done, of: number, name: name, wasKept: wasKept))
    }
}
