// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The stack of an own thread in bytes, where none is given. GLPK needs little; deep recursion of callers may not.
public let defaultStackSize = 16 << 20

/// Runs blocking work on a thread of its own and waits for it.
public func onOwnThread<Value: Sendable, Failure: Error>(
    stackSize: Int = defaultStackSize, _ work: @escaping @Sendable () throws(Failure) -> Value
) throws(Failure) -> Value {
    let outcome = Outcome<Value, Failure>()
    start(stackSize: stackSize, work) { outcome.put($0) }
    return try outcome.take().get()
}

/// Runs blocking work on a thread of its own, so that none of the few threads that tasks share is held up.
///
/// Cancelling the task does not end the work: give it a `Cancellation` and raise that.
public func onOwnThread<Value: Sendable, Failure: Error>(
    stackSize: Int = defaultStackSize, _ work: @escaping @Sendable () throws(Failure) -> Value
) async throws(Failure) -> Value {
    let result = await withCheckedContinuation { continuation in
        start(stackSize: stackSize, work) { continuation.resume(returning: $0) }
    }
    return try result.get()
}

private func start<Value: Sendable, Failure: Error>(
    stackSize: Int, _ work: @escaping @Sendable () throws(Failure) -> Value,
    _ done: @escaping @Sendable (Result<Value, Failure>) -> Void
) {
    let thread = Thread {
        do throws(Failure) {
            done(.success(try work()))
        } catch {
            done(.failure(error))
        }
    }
    thread.stackSize = stackSize
    thread.start()
}

/// A place where one thread leaves a result and another waits for it.
private final class Outcome<Value: Sendable, Failure: Error>: @unchecked Sendable {
    // Unchecked: the condition guards the result.
    private let condition = NSCondition()
    private var result: Result<Value, Failure>?

    func put(_ result: Result<Value, Failure>) {
        condition.lock()
        self.result = result
        condition.signal()
        condition.unlock()
    }

    func take() -> Result<Value, Failure> {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let result { return result }
            condition.wait()
        }
    }
}
