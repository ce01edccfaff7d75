// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Counts the runs that are done, on whichever thread they end.
final class RunCounter: Sendable {
    private let done = Mutex(0)
    private let number: Int
    private let progress: @Sendable (ScenarioRunner.Progress) -> Void

    init(of number: Int, _ progress: @escaping @Sendable (ScenarioRunner.Progress) -> Void) {
        (self.number, self.progress) = (number, progress)
    }

    func count(_ name: String, wasKept: Bool) {
        let done = done.withLock { done in
            done += 1
            return done
        }
        progress(.done(done, of: number, name: name, wasKept: wasKept))
    }
}
