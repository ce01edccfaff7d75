// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import Reading
import Testing
import Workforce

@testable import Workflows

/// The use cases as a library: no process, nothing printed.
@Suite struct WorkflowTests {
    private let place: Place

    init() throws { place = try Place() }

    private var week: FilePath { place.path("Rosters/first-week") }
    private let short = AllocationOptions(timeLimit: 0.3, seed: 1)

    @Test func `a week is read, planned, audited, reported and asked about`() async throws {
        let told = Told()
        let workflow = Workflow(version: "test") { told.note($0) }
        let check = workflow.check(week: week)
        #expect(check.week != nil)
        #expect(check.diagnostics.map(\.severity) == [.warning])

        let plan = place.path("plan")
        let allocated = try await workflow.allocate(AllocationRequest(week: week, to: plan, options: short))
        #expect(!allocated.isInterrupted)
        #expect(allocated.plan.summary.version == "test")
        guard case .written = allocated.looks else {
            Issue.record("the looks are \(allocated.looks)")
            return
        }
        #expect(told.steps.progress >= 1)
        #expect(told.steps.searched == 1)

        let findings = try workflow.audit(plan: plan, of: week)
        #expect(findings.isClean)
        #expect(abs(findings.objective - allocated.plan.summary.objective) < 0.01)

        let page = place.path("page.html")
        let reported = try workflow.report(ReportRequest(week: week, plan: plan, to: page, seconds: 0))
        #expect(reported.path == page)
        #expect(reported.banner.sentences.isEmpty)
        #expect(reported.findings.leftOut?.isEmpty == false)
        #expect(
            try FileManager.default.attributesOfItem(atPath: page.description)[.size] as? Int ?? 0 > 10_000)

        let line = try #require(check.week?.demand.first?.id)
        let (answer, _) = try workflow.explain(.line(line), plan: plan, of: week)
        #expect(!answer.sentences.isEmpty)
        #expect(try place.names() == ["Competencies", "Rosters", "page.html", "plan"])
    }

    @Test func `what cannot be done says what is at fault, and leaves nothing behind`() async throws {
        let workflow = Workflow(version: "test")
        let (none, plan) = (place.path("none"), place.path("plan"))
        await expect(.input) {
            _ = try await workflow.allocate(AllocationRequest(week: none, to: plan))
        }
        await expect(.input) { _ = try workflow.audit(plan: none, of: week) }
        await expect(.output) {
            _ = try await workflow.allocate(AllocationRequest(week: week, to: week))
        }
        await expect(.output) {
            let table = place.path("Rosters/first-week/rota.csv")
            _ = try workflow.export(week: week, lp: table)
        }
        await expect(.question) {
            _ = try await workflow.training(
                TrainingRequest(week: week, line: "N99", options: AllocationOptions(timeLimit: 0)))
        }
        let small = Workflow(
            version: "test", memory: AvailableMemory(bytes: 1_000_000, limit: "in this test"))
        await expect(.size) {
            _ = try await small.allocate(AllocationRequest(week: week, to: plan))
        }
        #expect(try place.names() == ["Competencies", "Rosters"])
        #expect(WorkflowError.Kind.allCases.count == 5, "each but the fault is met above")
    }

    @Test func `the problems of a week come as values, each at its place`() throws {
        let faulty = place.path("Rosters/faulty-week")
        do {
            _ = try Workflow(version: "test").read(week: faulty)
            Issue.record("a faulty week was read")
        } catch {
            #expect(error.kind == .input)
            #expect(error.diagnostics == Workflow(version: "test").check(week: faulty).diagnostics)
            #expect(error.diagnostics.count > 20)
        }
    }

    /// Expects that a use case comes to nothing for want of something.
    private func expect(
        _ kind: WorkflowError.Kind, _ body: () async throws -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        do {
            try await body()
            Issue.record("nothing is thrown", sourceLocation: sourceLocation)
        } catch {
            #expect((error as? WorkflowError)?.kind == kind, sourceLocation: sourceLocation)
        }
    }
}
