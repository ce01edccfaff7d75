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

    @Test func `a list ranked anew after answers is the list that the same answers give afresh`() async throws
    {
        let (week, plan) = (place.path("Rosters/first-week"), place.path("plan"))
        let more = place.path("Rosters/first-week/surge.yaml")
        let workflow = Workflow(version: "test")
        _ = try await workflow.allocate(
            AllocationRequest(
                week: week, to: plan, options: AllocationOptions(timeLimit: nil, workLimit: 100)))
        func calls(
            _ folder: String, accepted: [String] = [], declined: [String] = []
        ) async throws -> [Proposal] {
            let made = try await workflow.calls(
                CallsRequest(
                    week, plan: plan, changes: [more], to: place.path(folder), accepted: accepted,
                    declined: declined))
            let surge = try #require(made?.surge)
            return surge.proposals + surge.accepted
        }
        let first = try await calls("one")
        #expect(first.count > 1)
        let says = "SW-01@2026-11-27 am"
        let again = try await calls("one", accepted: [says])
        #expect(again != first)
        // Folders in which no list was made before: nothing is gone on from.
        #expect(try await calls("two", accepted: [says]) == again)
        // One answer after the other, or both at once.
        let last = try await calls("one", declined: ["PT-02@2026-11-25 am"])
        #expect(
            try await calls("three", accepted: [says], declined: ["PT-02@2026-11-25 am"]) == last)
        #expect(last != again)
    }
}
