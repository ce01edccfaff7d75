// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization
import WebStore

/// Works heavy things out away from the threads that answer pages, one after the other.
final class Desk: Sendable {
    /// How many may wait, the one that is worked on among them.
    let mostWaiting: Int
    /// What whoever finds no room is told.
    private let full: String
    private let queue: DispatchQueue
    private let waiting = Mutex(0)

    /// - Parameters:
    ///   - name: What is worked on, in a word.
    ///   - mostWaiting: How many may wait, the one that is worked on among them.
    ///   - full: What whoever finds no room is told.
    init(_ name: String, mostWaiting: Int, full: String) {
        (self.mostWaiting, self.full) = (mostWaiting, full)
        queue = DispatchQueue(label: "skillmix.\(name)", qos: .utility)
    }

    /// Passwords: each keeps a core busy for a good part of a second and takes 96 MB. Whoever sends more than so many at
    /// once is guessing.
    static func ofPasswords() -> Desk {
        Desk(
            "passwords", mostWaiting: 50,
            full: "Too many people are signing in at once. Wait a minute, then try again.")
    }

    /// Scenario files that are checked before they are run, for which each of their scenarios is made once.
    static func ofScenarios() -> Desk {
        Desk(
            "scenarios", mostWaiting: 5,
            full:
                "Too many scenarios are being checked at once. Nothing was asked for: wait a minute, then try again."
        )
    }

    /// Whether whoever comes now finds no room.
    var isFull: Bool { waiting.withLock { $0 >= mostWaiting } }

    /// Does something once it is its turn.
    ///
    /// - Throws: What it throws, or that too many wait.
    func work<Value: Sendable>(
        _ body: @escaping @Sendable () throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let hasRoom = waiting.withLock { waiting in
            guard waiting < mostWaiting else { return false }
            waiting += 1
            return true
        }
        guard hasRoom else { throw .refused(full) }
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result(catching: body)) }
        }
        waiting.withLock { $0 -= 1 }
        return try result.get()
    }
}
