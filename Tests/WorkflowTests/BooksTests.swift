// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import PlanFolder
import Reading
import Surges
import Testing

@testable import Workflows

/// Plans as workbooks: made anew where one is wanted or was, never in the place of somebody's own file, and never at the
/// cost of the plan.
@Suite struct BooksTests {
    private let place: Place
    private let told = Told()
    private let said = Words()
    private static let quick = AllocationOptions(timeLimit: nil, workLimit: 1)

    init() throws { place = try Place() }

    private var week: FilePath { place.path("Rosters/first-week") }
    private var workflow: Workflow {
        Workflow(version: "test") { [told, said] event in
            told.note(event)
            if case .warning = event { said.note(event) }
        }
    }

    private func allocate(_ workflow: Workflow, withBook: Bool = true) async throws {
        _ = try await workflow.allocate(
            AllocationRequest(
                week: week, to: place.path("plan"), options: Self.quick, withBook: withBook))
    }

    private func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: URL(filePath: place.path(path).description))
    }

    @Test func `a workbook that cannot be made costs nobody the plan`() async throws {
        try await allocate(workflow)
        #expect(try place.names("plan").contains("plan.xlsx"))
        var failing = workflow
        failing.bookBytes = { _ throws(PlanFolderError) in
            throw .refused(path: "plan.xlsx", reason: "there is no room")
        }
        try await allocate(failing)
        #expect(said.contain("cannot be written: there is no room. All else is written"))
        #expect(said.number == 1, "it is said once")
        #expect(try !place.names("plan").contains("plan.xlsx"), "one of another plan would mislead")
        #expect(try Workflow(version: "test").audit(plan: place.path("plan"), of: week).isClean)
        _ = try failing.report(
            ReportRequest(week: week, plan: place.path("plan"), seconds: 0, withBook: true))
        #expect(said.number == 2)
    }

    @Test
    func `somebody's own file of that name is left alone, and that is told before anything is searched`()
        async throws
    {
        try await allocate(workflow, withBook: false)
        var replan = ReplanRequest(
            week, plan: place.path("plan"), to: place.path("tuesday"), options: Self.quick)
        _ = try await workflow.replan(replan)
        for name in ["plan", "tuesday"] { try place.write("mine", to: "\(name)/plan.xlsx") }
        let before = told.steps.searched
        replan.withBook = true
        let report = ReportRequest(week: week, plan: place.path("plan"), seconds: 0, withBook: true)
        let (wanted, workflow) = (replan, workflow)
        let uses: [() async throws -> Void] = [
            { try await allocate(workflow) }, { _ = try await workflow.replan(wanted) },
            { _ = try workflow.report(report) },
        ]
        for use in uses {
            let error = await #expect(throws: WorkflowError.self) { try await use() }
            #expect(error?.kind == .output)
            #expect(error?.message.contains("plan.xlsx' was written by no plan or report") == true)
        }
        #expect(told.steps.searched == before)
        // Where nobody asks for a workbook it does not stand in the way.
        try await allocate(workflow, withBook: false)
        for name in ["plan", "tuesday"] {
            #expect(try bytes("\(name)/plan.xlsx") == Data("mine".utf8))
        }
    }

    @Test func `a workbook that is there is made anew by calls and by re-planning`() async throws {
        try await allocate(workflow, withBook: false)
        let calls = CallsRequest(week, plan: place.path("plan"), to: place.path("calls"))
        _ = try await workflow.calls(calls)
        #expect(try !place.names("calls/plan").contains("plan.xlsx"))
        let book = ReportRequest(
            week: place.path("calls/week"), plan: place.path("calls/plan"), seconds: 0, withBook: true)
        _ = try workflow.report(book)
        let first = try bytes("calls/plan/plan.xlsx")
        var declined = calls
        declined.declined = ["PT-02"]
        _ = try await workflow.calls(declined)
        #expect(try bytes("calls/plan/plan.xlsx") != first, "its first sheet says how the plan was made")

        var replan = ReplanRequest(
            week, plan: place.path("plan"), from: "2026-11-24 am", to: place.path("tuesday"),
            options: Self.quick, withBook: true)
        _ = try await workflow.replan(replan)
        let second = try bytes("tuesday/plan.xlsx")
        replan.withBook = false
        replan.flags.sick = ["AP-01@2026-11-24 am"]
        _ = try await workflow.replan(replan)
        #expect(try bytes("tuesday/plan.xlsx") != second)
        #expect(said.number == 0)
    }
}
