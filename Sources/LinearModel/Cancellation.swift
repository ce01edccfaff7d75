// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// A flag that any thread may raise and a running solve looks at. Once raised it stays so.
public final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    /// A flag not raised.
    public init() {}

    /// Asks every solve that was given this flag to stop soon.
    public func cancel() {
        flag.store(true, ordering: .releasing)
    }

    /// Whether `cancel()` was called.
    public var isCancelled: Bool {
        flag.load(ordering: .acquiring)
    }
}
