// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Testing

@testable import Web

/// How many questions are worked on, and wait, at a time.
struct GateTests {
    /// Is let through, and stays until it is told to go.
    private func stay(in gate: Gate, _ person: Int64, _ signal: AsyncStream<Void>, _ inside: Inside)
        -> Task<Bool, Never>
    {
        Task {
            do {
                return try await gate.pass(for: person) {
                    inside.count.withLock { $0 += 1 }
                    for await _ in signal {}
                    return true
                }
            } catch { return false }
        }
    }

    private final class Inside: Sendable {
        let count = Mutex(0)
        var now: Int { count.withLock { $0 } }
    }

    private func until(_ isSo: () async -> Bool) async throws {
        while await !isSo() { try await Task.sleep(for: .milliseconds(5)) }
    }

    private func refusal(of gate: Gate, _ person: Int64) async -> Gate.Refusal? {
        do {
            try await gate.pass(for: person) {}
            return nil
        } catch { return error as? Gate.Refusal }
    }

    @Test func onePersonAsksOneQuestionAtATime() async throws {
        let gate = Gate(2)
        let inside = Inside()
        let (signal, ends) = AsyncStream.makeStream(of: Void.self)
        let task = stay(in: gate, 1, signal, inside)
        try await until { inside.now == 1 }
        #expect(await refusal(of: gate, 1) == .asking)
        #expect(await refusal(of: gate, 2) == nil, "others are let through")
        ends.finish()
        #expect(await task.value)
        #expect(await refusal(of: gate, 1) == nil, "then they may ask again")
    }

    @Test func soManyWaitAndTheNextIsSentAway() async throws {
        let gate = Gate(1)
        let inside = Inside()
        let (signal, ends) = AsyncStream.makeStream(of: Void.self)
        var tasks = [stay(in: gate, 0, signal, inside)]
        try await until { inside.now == 1 }
        for person in 1...Int64(Gate.mostWaiting) {
            let empty = AsyncStream<Void> { $0.finish() }
            tasks.append(stay(in: gate, person, empty, inside))
        }
        try await until { await gate.length == Gate.mostWaiting }
        #expect(await refusal(of: gate, 99) == .busy)
        ends.finish()
        for task in tasks { #expect(await task.value) }
        #expect(inside.now == Gate.mostWaiting + 1, "whoever waits is let through")
        #expect(await refusal(of: gate, 99) == nil)
    }
}
