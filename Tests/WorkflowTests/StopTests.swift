// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import Reading
import Surges
import Synchronization
import Testing

@testable import Workflows

/// A use case that somebody stops: the best plan so far, written whole, and nothing beside it.
@Suite struct StopTests {
    private let place: Place

    init() throws { place = try Place() }

    private var week: FilePath { place.path("Rosters/first-week") }
    private let endless = AllocationOptions(timeLimit: 100_000, seed: 1)
    private static let files = [
        "bookings.csv", "contacts.csv", "deployments.csv", "flags.csv", "metrics.csv", "plan.json",
        "report.html", "summary.html", "supervision.csv", "tables", "unmet.csv",
    ]

    private func expectWholePlan() throws {
        // An earlier plan is kept beside it.
        #expect(try place.names().filter { $0 != "plan-former" } == ["Competencies", "Rosters", "plan"])
        #expect(try place.names("plan") == Self.files)
        let findings = try Workflow(version: "test").audit(plan: place.path("plan"), of: week)
        #expect(findings.isClean)
    }

    @Test(arguments: [1, 3])
    func `a search stopped in the middle hands over a whole plan`(step: Int) async throws {
        let stop = StopRequest()
        let steps = Mutex(0)
        let workflow = Workflow(version: "test", stop: stop) { event in
            guard case .progress = event else { return }
            let number = steps.withLock { steps in
                steps += 1
                return steps
            }
            if number == step { stop.raise() }
        }
        // Too large to be proved before somebody stops.
        let busy = place.path("Rosters/place-week")
        let allocated = try await workflow.allocate(
            AllocationRequest(week: busy, to: place.path("plan"), options: endless))
        #expect(allocated.isInterrupted)
        #expect(allocated.plan.summary.status == .interrupted)
        #expect(try place.names() == ["Competencies", "Rosters", "plan"])
        #expect(try place.names("plan") == Self.files)
        #expect(try Workflow(version: "test").audit(plan: place.path("plan"), of: busy).isClean)
    }

    @Test func `stopped before it began it hands over a first plan all the same`() async throws {
        let stop = StopRequest()
        #expect(!stop.raise())
        #expect(stop.raise())
        let allocated = try await Workflow(version: "test", stop: stop)
            .allocate(AllocationRequest(week: week, to: place.path("plan"), options: endless))
        #expect(allocated.isInterrupted)
        try expectWholePlan()
    }

    @Test func `draws that are stopped are handed over as far as they are`() async throws {
        _ = try await Workflow(version: "test").allocate(
            AllocationRequest(
                week: week, to: place.path("plan"), options: AllocationOptions(timeLimit: 0, seed: 1)))
        let stop = StopRequest()
        let workflow = Workflow(version: "test", stop: stop) { event in
            if case .drawn(.planned(let done), of: 60) = event, done >= 3 { stop.raise() }
        }
        let made = try await workflow.calls(
            CallsRequest(
                week, plan: place.path("plan"), to: place.path("calls"), draws: DrawOptions(number: 60)))
        let outlook = try #require(made?.outlook)
        #expect(made?.isInterrupted == true && (1..<60).contains(outlook.draws) && outlook.bookings == nil)
        #expect(
            try place.names("calls") == [
                "calls.csv", "draws.csv", "plan", "report.html", "summary.json", "unmet.csv", "week",
            ])
    }

    @Test func `draws of before go where nothing is drawn any more, and that is told`() async throws {
        _ = try await Workflow(version: "test").allocate(
            AllocationRequest(
                week: week, to: place.path("plan"), options: AllocationOptions(timeLimit: 0, seed: 1)))
        let request = CallsRequest(
            week, plan: place.path("plan"), to: place.path("calls"), draws: DrawOptions(number: 2))
        _ = try await Workflow(version: "test").calls(request)
        #expect(try place.names("calls").contains("draws.csv"))
        let (stop, told) = (StopRequest(), Words())
        let workflow = Workflow(version: "test", stop: stop) { event in
            // It is told before the first draw that no file says anything of draws.
            if case .notice = event { stop.raise() }
            if case .warning = event { told.note(event) }
        }
        let made = try await workflow.calls(request)
        #expect(made != nil && made?.outlook == nil && made?.isInterrupted == true)
        #expect(try place.names("calls") == ["calls.csv", "plan", "report.html", "unmet.csv", "week"])
        #expect(told.contain("nothing is said of draws"))
    }

    @Test func `stopped while the plan is looked into it keeps the plan, and is not waited for`() async throws
    {
        let stop = StopRequest()
        let workflow = Workflow(version: "test", stop: stop) { event in
            if case .searched = event { stop.raise() }
        }
        let allocated = try await workflow.allocate(
            AllocationRequest(
                week: week, to: place.path("plan"), options: AllocationOptions(timeLimit: 0, seed: 1)))
        guard case .stopped = allocated.looks else {
            Issue.record("the looks are \(allocated.looks)")
            return
        }
        #expect(allocated.isInterrupted)
        try expectWholePlan()
    }

    @Test func `an earlier plan is replaced whole or not at all`() async throws {
        let plan = place.path("plan")
        let first = try await Workflow(version: "first").allocate(
            AllocationRequest(week: week, to: plan, options: AllocationOptions(timeLimit: 0, seed: 1)))
        #expect(first.plan.summary.version == "first")
        let stop = StopRequest()
        stop.raise()
        _ = try await Workflow(version: "second", stop: stop)
            .allocate(AllocationRequest(week: week, to: plan, options: endless))
        try expectWholePlan()
        let json = try String(contentsOfFile: plan.appending("plan.json").description, encoding: .utf8)
        #expect(json.contains("\"version\": \"second\""))
    }
}
