// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Reading
import Testing
import Workforce

@testable import Workflows

/// Plans handed out, from files to files.
@Suite struct ShareTests {
    private let place: Place
    private let workflow = Workflow(version: "test")

    init() throws { place = try Place() }

    private var week: FilePath { place.path("Rosters/first-week") }
    private var plan: FilePath { place.path("plan") }

    private func text(_ path: String) throws -> String {
        String(decoding: try place.path(path).read(atMost: 1 << 20), as: UTF8.self)
    }

    private func allocate(seed: UInt64 = 1) async throws {
        _ = try await workflow.allocate(
            AllocationRequest(
                week: week, to: plan, options: AllocationOptions(timeLimit: nil, workLimit: 5, seed: seed)))
    }

    @Test
    func
        `what people take away lies beside the plan, and neither a new plan nor the one of before touches it`()
        async throws
    {
        try await allocate()
        let shared = try workflow.share(plan: plan, of: week)
        #expect(shared.folder == place.path("plan-share"))
        #expect(shared.people > 3)
        #expect(shared.changedEvents == 0)
        let calendar = try text("plan-share/calendars/PT-01.ics")
        #expect(calendar.contains("BEGIN:VEVENT"))
        #expect(try place.names("plan-share/sheets").contains("team-north-home.html"))
        try await allocate(seed: 2)
        _ = try workflow.undo(plan: plan)
        #expect(try text("plan-share/calendars/PT-01.ics") == calendar)
        _ = try workflow.share(plan: plan, of: week)
    }

    @Test func `a calendar that somebody wrote into is told at its line, and nothing is written`()
        async throws
    {
        try await allocate()
        _ = try workflow.share(plan: plan, of: week)
        let calendar = "plan-share/calendars/PT-01.ics"
        try place.write(try text(calendar).replacing("SEQUENCE:0", with: "SEQUENCE:x"), to: calendar)
        let before = try text("plan-share/shifts.csv")
        do {
            _ = try workflow.share(plan: plan, of: week)
            Issue.record("a spoilt calendar was gone on from")
        } catch {
            #expect(error.kind == .output)
            #expect(error.message.contains("PT-01.ics: line 28 is 'SEQUENCE:x'"))
        }
        #expect(try text("plan-share/shifts.csv") == before)
    }

    @Test func `sheets of people who are not on the roster any more go, and what others put there stays`()
        async throws
    {
        try await allocate()
        _ = try workflow.share(plan: plan, of: week)
        try place.write("my own", to: "plan-share/sheets/notes.txt")
        try place.write("old", to: "plan-share/sheets/XX-99.html")
        try place.write(
            try text("plan-share/contents.csv") + "sheets/XX-99.html,old\n", to: "plan-share/contents.csv")
        _ = try workflow.share(plan: plan, of: week)
        let names = try place.names("plan-share/sheets")
        #expect(names.contains("notes.txt"))
        #expect(!names.contains("XX-99.html"))
    }

    @Test func `no folder of something else is written into`() async throws {
        try await allocate()
        for folder in [week, place.path("Competencies"), plan] {
            do {
                _ = try workflow.share(plan: plan, of: week, to: folder)
                Issue.record("\(folder) was written into")
            } catch {
                #expect(error.kind == .output)
            }
        }
    }

    @Test func `a plan made where one stands keeps that one, which undo brings back`() async throws {
        try await allocate()
        let first = try text("plan/deployments.csv")
        try await allocate(seed: 2)
        let second = try text("plan/deployments.csv")
        #expect(first != second, "the seeds give different plans, or this shows nothing")
        #expect(try text("plan-former/deployments.csv") == first)
        #expect(try workflow.undo(plan: plan) == place.path("plan-former"))
        #expect(try text("plan/deployments.csv") == first)
        #expect(try text("plan-former/deployments.csv") == second)
    }
}
