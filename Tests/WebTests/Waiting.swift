// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Synchronization

@testable import Web

/// Commands that go on until they are told how to end.
final class Waiting: Engine, Sendable {
    final class Work: EngineWork, Sendable {
        let arguments: [String]
        private let state = Mutex<(end: EngineEnd?, waiting: CheckedContinuation<EngineEnd, Never>?)>(
            (nil, nil))
        let interrupts = Mutex(0)
        init(_ arguments: [String]) { self.arguments = arguments }
        func finish(_ end: EngineEnd) {
            let waiting = state.withLock { state in
                state.end = end
                defer { state.waiting = nil }
                return state.waiting
            }
            waiting?.resume(returning: end)
        }
        func end() async -> EngineEnd {
            await withCheckedContinuation { continuation in
                let end = state.withLock { state -> EngineEnd? in
                    if state.end == nil { state.waiting = continuation }
                    return state.end
                }
                if let end { continuation.resume(returning: end) }
            }
        }
        func interrupt() {
            interrupts.withLock { $0 += 1 }
            finish(.ended(3))
        }
        func kill() { finish(.killed(9)) }
    }
    let works = Mutex<[Work]>([])
    func start(_ arguments: [String], saying output: FilePath) throws -> any EngineWork {
        let work = Work(arguments)
        works.withLock { $0.append(work) }
        return work
    }
    func work(_ index: Int) async throws -> Work {
        while true {
            if let work = works.withLock({ $0.count > index ? $0[index] : nil }) { return work }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
