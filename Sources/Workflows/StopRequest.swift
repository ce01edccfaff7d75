// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LinearModel
import Synchronization

/// Somebody's wish that what is under way should end soon, with what there is by then. Any thread may raise it; once
/// raised it stays so.
public final class StopRequest: Sendable {
    private struct State {
        var isRaised = false
        var cancellations: [Cancellation] = []
        var waiting: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    /// A wish not raised.
    public init() {}

    /// Asks for an end.
    ///
    /// - Returns: Whether somebody had asked before.
    @discardableResult public func raise() -> Bool {
        let (wasRaised, cancellations, waiting) = state.withLock { state in
            let before = (state.isRaised, state.cancellations, state.waiting)
            state.isRaised = true
            return before
        }
        for cancellation in cancellations { cancellation.cancel() }
        for resume in waiting { resume() }
        return wasRaised
    }

    /// Whether somebody asked for an end.
    public var isRaised: Bool { state.withLock { $0.isRaised } }

    /// A flag for one search, raised with the wish. A search raises it, too, once nothing is to be gained.
    func cancellation() -> Cancellation {
        let cancellation = Cancellation()
        let isRaised = state.withLock { state in
            state.cancellations.append(cancellation)
            return state.isRaised
        }
        if isRaised { cancellation.cancel() }
        return cancellation
    }

    /// The result of work on a thread of its own, or nil as soon as somebody asks for an end. The work is told by its
    /// flag, and not waited for.
    func unlessRaised<Value: Sendable>(
        _ work: @escaping @Sendable (Cancellation) -> Value
    ) async -> Value? {
        let cancellation = cancellation()
        return await withCheckedContinuation { continuation in
            let once = Once<Value>(continuation)
            let isRaised = state.withLock { state in
                state.waiting.append { once.resume(nil) }
                return state.isRaised
            }
            guard !isRaised else { return once.resume(nil) }
            let thread = Thread { once.resume(work(cancellation)) }
            thread.stackSize = 16 << 20
            thread.start()
        }
    }
}

/// A continuation that the first of two resumes.
private final class Once<Value: Sendable>: Sendable {
    private let continuation: Mutex<CheckedContinuation<Value?, Never>?>

    init(_ continuation: CheckedContinuation<Value?, Never>) {
        self.continuation = Mutex(continuation)
    }

    func resume(_ value: Value?) {
        let first = continuation.withLock { continuation in
            defer { continuation = nil }
            return continuation
        }
        first?.resume(returning: value)
    }
}
