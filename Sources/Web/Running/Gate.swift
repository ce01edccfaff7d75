// SPDX-License-Identifier: GPL-3.0-or-later

/// Lets so many through at a time; others wait in the order in which they came, so many of them and one a person, so that
/// nobody keeps everybody else waiting.
actor Gate {
    /// Why somebody is sent away.
    enum Refusal: Error, Equatable, CustomStringConvertible {
        /// They wait already, or are let through.
        case asking
        /// Too many wait.
        case busy

        /// It in words.
        var description: String {
            switch self {
            case .asking:
                "A question of yours is being answered: one at a time. Wait for its answer, then ask again."
            case .busy: "Too many people ask just now. Ask again in a few minutes."
            }
        }
    }

    /// How many may wait.
    static let mostWaiting = 20

    private var room: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var asking: Set<Int64> = []

    /// - Parameter room: How many at a time.
    init(_ room: Int) { self.room = room }

    /// How many wait.
    var length: Int { waiting.count }

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
    ///
    /// - Parameter person: Who asks, by the account's number.
    /// - Throws: `Refusal`, where they have to ask again later, or what the body throws.
    func pass<Value: Sendable>(
        for person: Int64, _ body: @Sendable () async throws -> Value
    ) async throws -> Value {
        guard !asking.contains(person) else { throw Refusal.asking }
        guard room > 0 || waiting.count < Self.mostWaiting else { throw Refusal.busy }
        asking.insert(person)
        await enter()
        defer {
            leave()
            asking.remove(person)
        }
        return try await body()
    }
}
