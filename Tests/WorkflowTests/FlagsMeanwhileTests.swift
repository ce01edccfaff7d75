// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import Reading
import Surges
import Testing

@testable import Workflows

/// What is typed into `flags.csv` while something else is worked out.
@Suite struct FlagsMeanwhileTests {
    private let place: Place
    private static let flag = "delegation@home-therapy@2026-11-24"
    private static let heading = "flag,owner,closed_by,closed_on,why\n"

    init() throws { place = try Place() }

    private var week: FilePath { place.path("Rosters/first-week") }

    private func makePlan() async throws {
        _ = try await Workflow(version: "test").allocate(
            AllocationRequest(
                week: week, to: place.path("plan"), options: AllocationOptions(timeLimit: nil, workLimit: 1)))
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: place.path(path).description, encoding: .utf8)
    }

    /// A workflow in which somebody types something once the plan's files are read, and what it tells.
    private func workflow(typing text: String, to path: String, told: Words) -> Workflow {
        let place = place
        return Workflow(version: "test") { event in
            switch event {
            case .planRemark, .notice:
                // Only the first: what is told after the writing is no longer meanwhile.
                if told.isEmpty { try? place.write(text, to: path) }
                told.note(event)
            case .warning: told.note(event)
            case .drawn, .rotated, .scenario, .progress, .searched, .remark: break
            }
        }
    }

    @Test func `what is typed while a report looks at the plan stays, and is shown`() async throws {
        try await makePlan()
        // A table with semicolons is told of as the plan is read.
        try place.write("flag;owner\n\(Self.flag);Ann\n", to: "plan/flags.csv")
        let typed = Self.heading + Self.flag + ",Bo,Cy,2026-11-24,a second therapist is there\n"
        let told = Words()
        _ = try workflow(typing: typed, to: "plan/flags.csv", told: told)
            .report(ReportRequest(week: week, plan: place.path("plan"), seconds: 0))
        #expect(!told.isEmpty)
        let row = try text("plan/flags.csv").split(separator: "\n").first { $0.hasPrefix(Self.flag) }
        #expect(row?.hasSuffix(",Bo,Cy,2026-11-24,a second therapist is there") == true)
        #expect(try text("plan/report.html").contains("Cy, 24 November 2026: a second therapist is there"))
    }

    @Test func `what cannot be read by then is kept and told of by a report`() async throws {
        try await makePlan()
        try place.write("flag;owner\n\(Self.flag);Ann\n", to: "plan/flags.csv")
        let typed = Self.heading + Self.flag + ",Bo,Cy,,\n"
        let told = Words()
        _ = try workflow(typing: typed, to: "plan/flags.csv", told: told)
            .report(ReportRequest(week: week, plan: place.path("plan"), seconds: 0))
        #expect(try text("plan/flags-unread.csv") == typed)
        #expect(told.contain("it is kept as flags-unread.csv"))
        #expect(try text("plan/flags.csv").contains(",Ann,,,\n"))
    }

    @Test func `what cannot be read once the plan is written again is kept and told of`() async throws {
        try await makePlan()
        try place.write("flag,owner\ncritical@N01,Bo\n", to: "plan/flags.csv")
        let nonsense = Self.heading + Self.flag + ",Bo,Cy,,\n"
        let told = Words()
        // That a flag goes is told once the plan is written; then it is looked into, and written again.
        _ = try await workflow(typing: nonsense, to: "plan/flags.csv", told: told).allocate(
            AllocationRequest(
                week: week, to: place.path("plan"), options: AllocationOptions(timeLimit: nil, workLimit: 1)))
        #expect(try text("plan/flags-unread.csv") == nonsense)
        #expect(told.contain("it is kept as flags-unread.csv"))
        #expect(told.number == 2, "that a flag goes is not told again")
    }

    @Test func `calls say which flags go, and keep a file that cannot be read by then`() async throws {
        try await makePlan()
        let request = CallsRequest(
            week, plan: place.path("plan"), to: place.path("calls"), draws: DrawOptions(number: 1))
        _ = try await Workflow(version: "test").calls(request)
        // The notice that no file says anything of draws comes once the flags have been looked at.
        let nonsense = Self.heading + Self.flag + ",Bo,Cy,,\n"
        var told = Words()
        _ = try await workflow(typing: nonsense, to: "calls/plan/flags.csv", told: told).calls(request)
        #expect(try text("calls/plan/flags-unread.csv") == nonsense)
        #expect(told.contain("flags.csv was changed meanwhile and cannot be read"))
        told = Words()
        let gone = Self.heading + "critical@N01,Bo,,,\n"
        _ = try await workflow(typing: gone, to: "calls/plan/flags.csv", told: told).calls(request)
        #expect(told.contain("1 flag of the plan before is no longer raised and goes: critical@N01."))
        #expect(try !text("calls/plan/flags.csv").contains("critical@N01"))
    }
}
