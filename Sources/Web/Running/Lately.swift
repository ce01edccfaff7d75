// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// What was worked out lately, by name, so that a page does not work it out anew each time.
final class Lately<Value: Sendable>: Sendable {
    private struct State {
        var values: [String: Value] = [:]
        /// The latest last.
        var order: [String] = []
    }

    private let state = Mutex(State())
    private let most: Int

    /// - Parameter most: How many are kept.
    init(most: Int) { self.most = most }

    /// A value, worked out where it is not kept.
    ///
    /// - Parameter name: What changes whenever the value would.
    func value(_ name: String, _ make: () throws -> Value) rethrows -> Value {
        let kept = state.withLock { state -> Value? in
            guard let value = state.values[name] else { return nil }
            state.order.removeAll { $0 == name }
            state.order.append(name)
            return value
        }
        if let kept { return kept }
        let value = try make()
        state.withLock { state in
            state.order.removeAll { $0 == name }
            state.order.append(name)
            state.values[name] = value
            while state.order.count > most { state.values[state.order.removeFirst()] = nil }
        }
        return value
    }
}
