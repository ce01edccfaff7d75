// SPDX-License-Identifier: GPL-3.0-or-later

/// Lets so many through at a time; others wait in the order in which they came.
actor Gate {
    private var room: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameter room: How many at a time.
    init(_ room: Int) { self.room = room }

    private func enter() async {
        guard room == 0 else {
            room -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        room += 1
    }

    /// Does something once there is room.
    func pass<Value: Sendable>(_ body: @Sendable () async throws -> Value) async rethrows -> Value {
        await enter()
        defer { leave() }
        return try await body()
    }
}
