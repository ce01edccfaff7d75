// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import Ledger
import Reading
import Scenarios
import Synchronization
import TestSupport
import Testing

@testable import Workflows

/// Runs in a ledger, from the files they are made from to what came of them, and back.
@Suite struct LedgerTests {
    private let place: Place

    init() throws {
        place = try Place()
        try place.write(Self.file, to: "finance.yaml")
    }

    private static let file = """
        scenarios: Winter
        bases: [{week: Rosters/first-week}]
        overlays: {none: {policy: {agency_cap: 0}}}
        run: [none]
        work: 20

        """

    private var path: FilePath { place.path("runs.sqlite") }
    private let workflow = Workflow(version: "test")

    private func use(keeps: Bool = false) -> LedgerUse {
        LedgerUse(path, keepsInputs: keeps, worker: Self.worker(1))
    }

    private static func worker(_ process: Int, host: String = "here") -> Worker {
        Worker(by: "finance", host: host, process: process) { "2026-11-23T09:00:00Z" }
    }

    private func request(
        to target: String = "out", _ change: (inout ScenariosRequest) -> Void = { _ in }
    ) -> ScenariosRequest {
        var request = ScenariosRequest(place.path("finance.yaml"), to: place.path(target), ledger: use())
        change(&request)
        return request
    }

    private func plan(
        to target: String = "plan", work: Int? = 20, seed: UInt64 = 1, keeps: Bool = false,
        start: String? = nil
    ) -> AllocationRequest {
        AllocationRequest(
            week: place.path("Rosters/first-week"), to: place.path(target), start: start.map(place.path),
            options: AllocationOptions(timeLimit: nil, workLimit: work, seed: seed), ledger: use(keeps: keeps)
        )
    }

    private func append(_ text: String, to file: String) throws {
        try place.write(try place.text(file) + text, to: file)
    }

    @Test func `scenarios are written down with their figures, and the table is the ledger's`() async throws {
        let made = try await workflow.scenarios(request())
        #expect(made.ledgerWords == "Run 1 of \(path).")
        // Once nobody has it open it is one file.
        #expect(try place.names().filter { $0.hasPrefix("runs") } == ["runs.sqlite"])
        let ledger = try RunLedger(path, isMade: false)
        let run = try ledger.run(1)
        #expect((run.status, run.parts, run.claim.title) == (.done, 3, "Winter"))
        #expect((run.claim.work, run.claim.seconds, run.claim.seed) == (20, nil, 1))
        #expect(run.claim.inputs.first?.path == "finance.yaml")
        #expect(run.claim.inputs.contains { $0.owner == "first-week" && $0.path == "staff.csv" })
        #expect(!run.isKept)
        let outcomes = try ledger.outcomes(of: 1)
        #expect(outcomes.map(\.scenario) == ["base", "none"])
        for line in try place.text("out/results.csv").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells[2] == "all" else { continue }
            let outcome = try #require(outcomes.first { $0.scenario == cells[0] })
            // What is of pathways and teams stands in the results alone.
            let costs = ["workforce_cost_", "pay_agency_all_", "hours_agency_all_", "agency_share_"]
            guard !costs.contains(where: cells[3].hasPrefix) else {
                #expect(outcome.figure(String(cells[3])) == nil, "\(line)")
                continue
            }
            let value = try #require(outcome.figure(String(cells[3]))).figure.value
            #expect(Double(cells[4]).map { abs($0 - (value ?? .nan)) < 0.0001 } ?? (value == nil), "\(line)")
        }
        // Rostered sessions and bookings of the ledger are all that is paid for sessions.
        for outcome in outcomes {
            let paid = outcome.planned.map(\.cost).reduce(0, +)
            let all = try #require(outcome.figure("pay_all")?.figure.value)
            #expect(paid <= all + 0.001)
        }
    }

    @Test func `who stops scenarios goes on with the same run, and one that was killed is gone on with`()
        async throws
    {
        let stop = StopRequest()
        let stopped = try await Workflow(version: "test", stop: stop) { event in
            if case .scenario(.done(1, _, _, _)) = event { stop.raise() }
        }.scenarios(request())
        #expect(!stopped.hasResults)
        let ledger = try RunLedger(path)
        #expect((try ledger.run(1).status, try ledger.run(1).parts) == (.stopped, 1))
        let resumed = try await workflow.scenarios(request { $0.resumes = true })
        #expect(resumed.ledgerWords == "Run 1 of \(path).")
        #expect((try ledger.run(1).status, try ledger.run(1).parts) == (.done, 3))
        // One that is claimed by a process that is gone, as after kill -9, with its searches in its folder.
        let other = LedgerUse(path, worker: Self.worker(2_147_483_000))
        let left = request(to: "left") { $0.ledger = other }
        let (file, input) = try workflow.read(scenarios: left.file)
        let weeks = try workflow.bases(of: file, in: left.file)
        let run = try #require(
            try workflow.claim(left, file, input, .work(20), weeks.map { ($0, "first-week") }))
        #expect(run.number == 2)
        #expect(try workflow.runs(of: path, worker: Self.worker(1)).lines[2].contains("broken off"))
        let gone = try await workflow.scenarios(request(to: "left") { $0.resumes = true })
        #expect(gone.ledgerWords == "Run 2 of \(path).")
        #expect(try ledger.run(2).status == .done)
        #expect(try place.text("left/results.csv") == (try place.text("out/results.csv")))
    }

    @Test func `a run that another process works on is left to it`() async throws {
        let own = Int(ProcessInfo.processInfo.processIdentifier)
        let (file, input) = try workflow.read(scenarios: place.path("finance.yaml"))
        let weeks = try workflow.bases(of: file, in: place.path("finance.yaml"))
        let first = request { $0.ledger = LedgerUse(path, worker: Self.worker(own)) }
        let run = try #require(
            try workflow.claim(first, file, input, .work(20), weeks.map { ($0, "first-week") }))
        let error = await #expect(throws: WorkflowError.self) {
            try await workflow.scenarios(request { $0.resumes = true })
        }
        #expect(error?.message.hasPrefix("finance works on run 1 on here") == true)
        try run.finish(isStopped: false, [], outputs: [])
    }

    @Test func `a plan is written down, and repeated byte for byte from files that are what they were`()
        async throws
    {
        let allocated = try await workflow.allocate(plan())
        #expect(allocated.ledgerWords == "Run 1 of \(path).")
        let ledger = try RunLedger(path)
        let outcome = try #require(try ledger.outcomes(of: 1).first)
        #expect((outcome.base, outcome.scenario) == ("first-week", "base"))
        #expect(outcome.price == allocated.plan.summary.objective)
        #expect(outcome.planned.count == allocated.plan.deployments.count)
        #expect(
            outcome.planned.map(\.contacts).reduce(0, +)
                == allocated.plan.contacts.map(\.contacts).reduce(0, +))
        let rerun = try await workflow.rerun(RerunRequest(1, of: use(), to: place.path("again")))
        #expect(rerun.isSame == true)
        #expect(
            rerun.sentences == [
                "The same as run 1, byte for byte: deployments.csv, contacts.csv, supervision.csv, unmet.csv, bookings.csv."
            ])
        for name in LedgerInputs.planTables + ["plan.json"] {
            #expect(try place.text("again/\(name)") == (try place.text("plan/\(name)")), "\(name)")
        }
        #expect(try ledger.run(2).claim.againOf == 1)
        let comparison = try workflow.compare(run: 1, with: 2, of: path)
        #expect(comparison.isOfTheSame)
        #expect(comparison.tables.first?.rows.count == 1)
    }

    @Test func `a run is repeated from kept files once its own are others, and refused where none are kept`()
        async throws
    {
        _ = try await workflow.allocate(plan())
        _ = try await workflow.allocate(plan(to: "kept", keeps: true))
        _ = try await workflow.allocate(plan(to: "warm", keeps: true, start: "plan"))
        try append("# Changed.\n", to: "Rosters/first-week/staff.csv")
        let list = try workflow.runs(of: path).rows.map { $0.last?.exactText }
        #expect(list == ["STALE", "STALE", "STALE"])
        #expect(
            try workflow.run(2, of: path).contains("STALE: staff.csv of first-week has changed."))
        let error = await #expect(throws: WorkflowError.self) {
            try await workflow.rerun(RerunRequest(1, of: use(), to: place.path("again")))
        }
        #expect(
            error?.message
                == "Run 1 cannot be repeated: staff.csv of first-week has changed, and its inputs were not kept "
                + "(--keep-inputs). Nothing was run.")
        #expect(!place.path("again").exists)
        for (number, name) in [(2, "kept"), (3, "warm")] {
            let rerun = try await workflow.rerun(
                RerunRequest(number, of: use(), to: place.path("\(name)-again")))
            #expect(rerun.isSame == true, "\(name)")
            #expect(
                try place.text("\(name)-again/plan.json") == (try place.text("\(name)/plan.json")), "\(name)")
            #expect(place.path("\(name)-again-inputs").exists)
        }
        // What was kept is kept of the repetition, too, whose files are where they were laid out.
        let ledger = try RunLedger(path)
        #expect(try ledger.run(4).isKept)
        #expect(try LedgerInputs.stale(ledger.run(4)).isEmpty)
        // Whoever is there already is left alone.
        let taken = await #expect(throws: WorkflowError.self) {
            try await workflow.rerun(RerunRequest(2, of: use(), to: place.path("kept-again")))
        }
        #expect(taken?.message.contains("kept-again-inputs' is there already") == true)
    }

    @Test func `scenarios are repeated from kept files, and a new table of the week is noticed`() async throws
    {
        _ = try await workflow.scenarios(request { $0.ledger = use(keeps: true) })
        try place.write("line,reason\n", to: "Rosters/first-week/overrides.csv")
        #expect(
            try workflow.run(1, of: path).contains("STALE: overrides.csv of first-week is new."))
        try place.write(Self.file.replacing("agency_cap: 0", with: "agency_cap: 1"), to: "finance.yaml")
        let rerun = try await workflow.rerun(RerunRequest(1, of: use(), to: place.path("again")))
        #expect(rerun.isSame == true)
        for name in ["results.csv", "differences.csv", "results.json"] {
            #expect(try place.text("again/\(name)") == (try place.text("out/\(name)")), "\(name)")
        }
        #expect(place.path("again-inputs/Rosters/first-week/staff.csv").exists)
    }

    @Test func `a repetition by another version or by the clock says what may come of it`() async throws {
        _ = try await workflow.allocate(plan())
        let told = Words()
        let newer = Workflow(version: "newer") { told.note($0) }
        let rerun = try await newer.rerun(RerunRequest(1, of: use(), to: place.path("again")))
        #expect(rerun.isSame == true)
        #expect(told.contain("Run 1 was made by skillmix test, this is newer"))
        let warnings = try workflow.compare(run: 1, with: 2, of: path).warnings
        #expect(warnings.first?.hasPrefix("UNLIKE RUNS") == true)
        #expect(warnings.dropFirst().first == "  Version of skillmix: test, then newer.")
    }

    @Test func `a run that comes to nothing is written down as failed`() async throws {
        let memory = AvailableMemory(bytes: 1_000_000, limit: "here")
        let error = await #expect(throws: WorkflowError.self) {
            try await Workflow(version: "test", memory: memory).allocate(plan())
        }
        let run = try RunLedger(path).run(1)
        #expect((run.status, run.reason) == (.failed, error?.message))
        #expect(!place.path("plan").exists)
    }

    @Test func `a ledger must be none of the files that are read or replaced`() async throws {
        _ = try await workflow.allocate(plan())
        for ledger in ["plan/runs.sqlite", "Rosters/first-week/staff.csv"] {
            var wrong = plan()
            wrong.ledger = LedgerUse(place.path(ledger), worker: Self.worker(1))
            let before = try place.text("Rosters/first-week/staff.csv")
            let error = await #expect(throws: WorkflowError.self) { try await workflow.allocate(wrong) }
            #expect(error?.kind == .output, "\(ledger)")
            #expect(try place.text("Rosters/first-week/staff.csv") == before)
            #expect(!place.path("plan/runs.sqlite").exists)
        }
        let missing = #expect(throws: WorkflowError.self) { try workflow.runs(of: place.path("no.sqlite")) }
        #expect(missing?.message.contains("is not there") == true)
        let none = #expect(throws: WorkflowError.self) { try workflow.run(7, of: path) }
        #expect(none?.kind == .question)
        #expect(none?.message.contains("there is no run 7") == true)
        try workflow.copy(ledger: path, to: place.path("copy.sqlite"))
        #expect(try workflow.runs(of: place.path("copy.sqlite")) == (try workflow.runs(of: path)))
    }

    @Test func `what was worked as planned differs by nothing, and a scenario is named`() async throws {
        _ = try await workflow.scenarios(request())
        let outcome = try #require(try RunLedger(path).outcomes(of: 1).last)
        let rows = outcome.planned.map {
            "\($0.session),\($0.staff),\($0.team),\($0.booking.rawValue),\($0.cost),\($0.contacts),\($0.contactHours)"
        }
        try place.write(
            (["session,staff,team,booking,cost,contacts,contact_hours"] + rows).joined(separator: "\n")
                + "\n",
            to: "actuals.csv")
        let comparison = try workflow.actuals(
            place.path("actuals.csv"), of: 1, in: path, scenario: "none", to: place.path("actuals"))
        #expect(comparison.sessions(isAll: false).rows.isEmpty)
        #expect(comparison.plannedSum() == comparison.actualSum())
        #expect(comparison.plannedSum().costPerContactHour != nil)
        #expect(comparison.forecastSum() == comparison.actualSum())
        #expect(
            try place.names("actuals") == ["planned-and-actual.csv", "pounds-by-booking.csv", "sessions.csv"])
        let unknown = #expect(throws: WorkflowError.self) {
            try workflow.actuals(place.path("actuals.csv"), of: 1, in: path, scenario: "nothing")
        }
        #expect(
            unknown?.message == "Run 1 has no 'nothing': it has the scenarios base, none of first-week.")
    }

    @Test func `a week under way is forecast, with pathways and activities as the ledger has them`()
        async throws
    {
        _ = try await workflow.allocate(plan())
        let outcome = try #require(try RunLedger(path).outcomes(of: 1).first)
        #expect(outcome.names.pathways == ["P1", "P1", "P2"])
        #expect(
            outcome.planned.allSatisfy { row in
                row.contacts == row.activities?.reduce(0) { $0 + $1.contacts }
            })
        try place.write("session,staff,team\n", to: "actuals.csv")
        let words = ActualsWords(startsBy: ["initial-assessment"], people: ["P1=14"])
        let nothing = try workflow.actuals(
            place.path("actuals.csv"), of: 1, in: path, asking: words, to: place.path("actuals"))
        // Nothing was worked: the forecast is the plan.
        #expect(nothing.forecastSum() == nothing.plannedSum())
        #expect(nothing.plannedSum("quay-ward").starts == 0)
        #expect(try place.names("actuals").contains("pathways.csv"))
        // What is not asked for any more does not stay, and what was read is not replaced.
        _ = try workflow.actuals(place.path("actuals.csv"), of: 1, in: path, to: place.path("actuals"))
        #expect(!(try place.names("actuals").contains("pathways.csv")))
        try place.write("session,staff,team\n", to: "actuals/sessions.csv")
        let own = #expect(throws: WorkflowError.self) {
            try workflow.actuals(
                place.path("actuals/sessions.csv"), of: 1, in: path, to: place.path("actuals"))
        }
        #expect(own?.kind == .output)
        #expect(try place.text("actuals/sessions.csv") == "session,staff,team\n")
        let until = #expect(throws: WorkflowError.self) {
            try workflow.actuals(
                place.path("actuals.csv"), of: 1, in: path, asking: ActualsWords(until: "2026-12-01 am"))
        }
        #expect(until?.diagnostics.first?.message == "session '2026-12-01 am' is not in the run's week")
    }
}
