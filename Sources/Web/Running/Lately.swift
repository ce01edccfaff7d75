// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Values that were worked out lately, by name, so that a page does not work them out anew each time. Those that were asked
/// for longest ago go.
final class Lately<Value: Sendable>: Sendable {
    private struct State {
        var values: [String: Value] = [:]
        /// The latest last.
        var order: [String] = []

        mutating func use(_ name: String) {
            order.removeAll { $0 == name }
            order.append(name)
        }
    }

    private let most: Int
    private let state = Mutex(State())

    /// - Parameter most: How many are kept.
    init(_ most: Int) { self.most = most }

    /// The value of a name, worked out where it is not known.
    ///
    /// - Parameter name: What changes whenever the value may.
    func value<Failure: Error>(_ name: String, _ make: () throws(Failure) -> Value) throws(Failure) -> Value {
        let kept = state.withLock { state -> Value? in
            guard let value = state.values[name] else { return nil }
            state.use(name)
            return value
        }
        if let kept { return kept }
        let value = try make()
        state.withLock { state in
            state.use(name)
            state.values[name] = value
            while state.order.count > most { state.values[state.order.removeFirst()] = nil }
        }
        return value
    }
}
