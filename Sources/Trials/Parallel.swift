// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization

/// The results of a body for 0 ..< count, in that order, worked out on as many threads as there are cores, or
/// one after the other.
///
/// - Parameters:
///   - count: How many results.
///   - inTurn: Whether they are worked out one after the other, on this thread.
///   - body: Works out the result at a place.
public func inParallel<Result: Sendable>(
    _ count: Int, inTurn: Bool = false, _ body: @Sendable (Int) -> Result
) -> [Result] {
    if inTurn { return (0..<count).map(body) }
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = body(index)
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
}
