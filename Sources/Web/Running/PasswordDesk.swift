// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization
import WebStore

/// Works passwords out away from the threads that answer pages, one after the other: each keeps a core busy for a good
/// part of a second and takes 96 MB.
final class PasswordDesk: Sendable {
    /// Passwords that may wait. Whoever sends more than that at once is guessing.
    static let mostWaiting = 50
    private let queue = DispatchQueue(label: "skillmix.passwords", qos: .utility)
    private let waiting = Mutex(0)

    /// Does something with a password once it is its turn.
    ///
    /// - Throws: What it throws, or that too many wait.
    func work<Value: Sendable>(
        _ body: @escaping @Sendable () throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let hasRoom = waiting.withLock { waiting in
            guard waiting < Self.mostWaiting else { return false }
            waiting += 1
            return true
        }
        guard hasRoom else {
            throw .refused("Too many people are signing in at once. Wait a minute, then try again.")
        }
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result(catching: body)) }
        }
        waiting.withLock { $0 -= 1 }
        return try result.get()
    }
}
