// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Synchronization
import Testing
import WebStore

@testable import Web

/// Passwords are worked out aside.
struct PasswordDeskTests {
    @Test func pagesComeWhileAPasswordIsWorkedOut() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let held = DispatchSemaphore(value: 0)
        let isDone = Mutex(false)
        async let work: Void = test.site.passwords.work { () throws(StoreError) in
            held.wait()
            isDone.withLock { $0 = true }
        }
        #expect(try await test.ask(.get, "/weeks", as: planner).status == 200)
        #expect(isDone.withLock { !$0 })
        held.signal()
        try await work
        #expect(isDone.withLock { $0 })
    }

    @Test func moreThanManyAtOnceAreSentAwayAndComeInLater() async throws {
        let desk = PasswordDesk()
        let held = DispatchSemaphore(value: 0)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<(PasswordDesk.mostWaiting + 3) {
                group.addTask {
                    do throws(StoreError) {
                        try await desk.work { () throws(StoreError) in held.wait() }
                        return true
                    } catch {
                        return false
                    }
                }
            }
            // The three that find no room end first; then the others may.
            var outcomes: [Bool] = []
            for await outcome in group {
                outcomes.append(outcome)
                if outcomes.count == 3 {
                    for _ in 0..<PasswordDesk.mostWaiting { held.signal() }
                }
            }
            return outcomes
        }
        #expect(outcomes.prefix(3).allSatisfy { !$0 })
        #expect(outcomes.count { $0 } == PasswordDesk.mostWaiting)
        #expect(try await desk.work { () throws(StoreError) in 5 } == 5)
    }

    @Test func whatIsWrongIsThrownOn() async throws {
        let desk = PasswordDesk()
        await #expect(throws: StoreError.missing("nobody")) {
            try await desk.work { () throws(StoreError) -> Int in throw .missing("nobody") }
        }
    }
}
