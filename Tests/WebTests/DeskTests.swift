// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Testing
import WebStore

@testable import Web

/// Heavy things are worked out aside.
struct DeskTests {
    @Test func pagesComeWhilePasswordsAreWorkedOutAndMoreThanManyAreSentAway() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let desk = test.site.passwords
        let fields = [("login", "planner"), ("password", TestSite.password)]
        let held = DispatchSemaphore(value: 0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<desk.mostWaiting {
                group.addTask {
                    try await desk.work { () throws(StoreError) in held.wait() }
                }
            }
            while !desk.isFull { try await Task.sleep(for: .milliseconds(5)) }
            #expect(try await test.ask(.get, "/weeks", as: planner).status == 200)
            let reply = try await test.send("/sign-in", fields)
            #expect(reply.status == 400 && reply.text.contains("Too many people are signing in at once"))
            for _ in 0..<desk.mostWaiting { held.signal() }
            try await group.waitForAll()
        }
        #expect(try await test.send("/sign-in", fields).status == 303)
    }

    @Test func scenariosAreCheckedAsideAndASiteThatChecksManySaysSo() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let week = try await test.week(by: planner)
        let desk = test.site.scenarioChecks
        let file = """
            scenarios: Winter
            bases: [{week: week}]
            overlays:
              no-agency: {policy: {agency_cap: 0}, why: Board paper}
            run: [no-agency]
            replicates: 1
            seconds: 1

            """
        let fields = [("do", "file"), ("file", file)]
        let held = DispatchSemaphore(value: 0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<desk.mostWaiting {
                group.addTask {
                    try await desk.work { () throws(StoreError) in held.wait() }
                }
            }
            while !desk.isFull { try await Task.sleep(for: .milliseconds(5)) }
            let reply = try await test.send("/weeks/\(week)/scenarios", fields, as: planner)
            #expect(reply.status == 400 && reply.text.contains("Too many scenarios are being checked"))
            for _ in 0..<desk.mostWaiting { held.signal() }
            try await group.waitForAll()
        }
        #expect(try await test.send("/weeks/\(week)/scenarios", fields, as: planner).status == 303)
    }

    @Test func moreThanManyAtOnceAreSentAwayAndComeInLater() async throws {
        let desk = Desk.ofPasswords()
        let held = DispatchSemaphore(value: 0)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<(desk.mostWaiting + 3) {
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
                    for _ in 0..<desk.mostWaiting { held.signal() }
                }
            }
            return outcomes
        }
        #expect(outcomes.prefix(3).allSatisfy { !$0 })
        #expect(outcomes.count { $0 } == desk.mostWaiting)
        #expect(try await desk.work { () throws(StoreError) in 5 } == 5)
    }

    @Test func whatIsWrongIsThrownOn() async throws {
        let desk = Desk.ofPasswords()
        await #expect(throws: StoreError.missing("nobody")) {
            try await desk.work { () throws(StoreError) -> Int in throw .missing("nobody") }
        }
    }
}
