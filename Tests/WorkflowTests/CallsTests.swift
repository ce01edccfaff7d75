// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Reading
import Surges
import Testing
import Workforce

@testable import Workflows

/// Calls as a use case.
@Suite struct CallsTests {
    private let place: Place

    init() throws { place = try Place() }

    @Test func `the day of calling says from when people may be asked to stand by`() async throws {
        let (week, plan) = (place.path("Rosters/first-week"), place.path("plan"))
        let workflow = Workflow(version: "test")
        _ = try await workflow.allocate(
            AllocationRequest(
                week: week, to: plan, options: AllocationOptions(timeLimit: nil, workLimit: 100)))
        // PT-02 of the own bank may be asked for Tuesday the 24th, 28 days before it, and not earlier.
        func opens(_ day: String) async throws -> [CalendarDay?] {
            let request = CallsRequest(
                week, plan: plan, to: place.path("calls"),
                options: SurgeOptions(on: CalendarDay(iso: day)), standbyRisk: 0.05)
            let made = try #require(try await workflow.calls(request))
            let needs = try #require(made.standby?.needs)
            return needs.filter { !$0.asked.isEmpty }.map(\.opensOn)
        }
        #expect(try await opens("2026-10-20") == [CalendarDay(iso: "2026-10-27")])
        #expect(try await opens("2026-10-27") == [nil])
    }
}
