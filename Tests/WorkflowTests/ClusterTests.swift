// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Scenarios
import Synchronization
import TestSupport
import Testing

@testable import Workflows

/// Scenarios whose runs are done by a cluster: the same files as here, whatever becomes of tasks on the way.
@Suite struct ClusterTests {
    private let place: Place

    init() throws {
        place = try Place()
        try place.write(Self.file, to: "finance.yaml")
    }

    private static let file = """
        bases: [{week: Rosters/first-week}]
        overlays:
          none: {policy: {agency_cap: 0}}
          dearer: {rates: [{employment: bank, factor: 1.05}]}
          half: {agency_cap_of_base: 0.5}
          busy: {demand: [{pathways: [P1], factor: {low: 1.05, high: 1.25, confidence: 0.8}}]}
        run: [none, [none, dearer], half, busy]
        frontier: {of: agency, against: [routine], points: 2}
        replicates: 2
        work: 10

        """

    private static let outputs = [
        "results.csv", "differences.csv", "frontier.csv", "levers.csv", "break-even.csv", "costs.csv",
        "results.json", "report.html",
    ]

    private func request(
        _ target: String, _ fake: FakeSlurm? = nil, resumes: Bool = false
    ) -> ScenariosRequest {
        ScenariosRequest(
            place.path("finance.yaml"), to: place.path(target), resumes: resumes,
            engine: fake.map { .slurm($0.use) } ?? .local)
    }

    private func runs(_ target: String) throws -> [String: String] {
        let names = try place.names("\(target)/runs").filter { $0.hasSuffix(".json") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try place.text("\(target)/runs/\($0)")) })
    }

    /// What of a record is not how long its search took.
    private func timeless(_ runs: [String: String]) -> [String: String] {
        runs.mapValues { text in
            text.split(separator: "\n").filter { !$0.contains("\"seconds\"") && !$0.contains("\"sha256\"") }
                .joined(separator: "\n")
        }
    }

    @Test func `runs that a cluster does are those that are done here, byte for byte`() async throws {
        let told = Words()
        _ = try await Workflow(version: "test").scenarios(request("here"))
        let fake = try FakeSlurm(place) { _ in .done }
        let made = try await Workflow(version: "test") { told.note($0) }.scenarios(
            request("out of house", fake))
        #expect(!made.results.isInterrupted)
        for name in Self.outputs {
            #expect(try place.text("out of house/" + name) == (try place.text("here/" + name)), "\(name)")
        }
        let (one, other) = (try runs("here"), try runs("out of house"))
        #expect(one.count == 16)
        #expect(timeless(one) == timeless(other))
        #expect(try place.names("out of house") == (try place.names("here")))
        // Each run once, a wave a job: the base's plans, what starts from them, what needs the base's best, the frontier
        // without caps and with them.
        #expect(fake.tasks.map(\.order) == Array(1...other.count))
        let jobs = Dictionary(grouping: fake.tasks, by: \.job)
        #expect(jobs.keys.sorted() == Array(1...jobs.count))
        #expect((1...jobs.count).prefix(5).map { jobs[$0]?.count } == [2, 8, 2, 2, 2])
        #expect(jobs.count <= 6)
        #expect(told.contain("handingOver(2, again: false)"))
        #expect(told.contain("done by the machines of a Slurm cluster"))
        // Whatever is left of an earlier one is cancelled first, by a name that is this folder's.
        #expect(fake.cancelled.count == 1)
        let name = try #require(fake.cancelled.first?.split(separator: " ").last)
        #expect(name.hasPrefix("--name=skillmix-"))
        for task in fake.tasks {
            #expect(task.arguments.contains("--job-name=\(name.dropFirst("--name=".count))"))
            #expect(task.arguments[task.arguments.count - 3] == "/opt/skill mix/skillmix")
            #expect(task.arguments[task.arguments.count - 2].hasSuffix("/out of house"))
            #expect(task.arguments.contains("--cpus-per-task=1"))
        }
    }

    @Test func `a task that fails is tried twice more, and what it did before its machine failed counts`()
        async throws
    {
        let tries = Mutex<[Int: Int]>([:])
        let fake = try FakeSlurm(place) { task in
            let tried = tries.withLock { tries in
                tries[task.order, default: 0] += 1
                return tries[task.order] ?? 0
            }
            switch (task.order % 3, tried) {
            case (0, 1): return .ends("FAILED", saying: "Killed\n")
            case (0, 2): return .ends("OUT_OF_MEMORY", saying: nil)
            case (1, 1): return .doneAndLost
            default: return .done
            }
        }
        let told = Words()
        _ = try await Workflow(version: "test").scenarios(request("here"))
        _ = try await Workflow(version: "test") { told.note($0) }.scenarios(request("out", fake))
        let counts = tries.withLock(\.self)
        #expect(counts.count == 16)
        for (order, count) in counts { #expect(count == (order % 3 == 0 ? 3 : 1), "\(order)") }
        #expect(told.contain("again: true"))
        for name in Self.outputs {
            #expect(try place.text("out/" + name) == (try place.text("here/" + name)), "\(name)")
        }
    }

    @Test
    func
        `what fails three times is named with what it said, the others are done, and resuming does the rest`()
        async throws
    {
        let isWell = Mutex(false)
        let fake = try FakeSlurm(place) { task in
            if isWell.withLock(\.self) { return .done }
            return switch task.order {
            case 3: .ends("FAILED", saying: "one\nno memory left\n\n")
            case 4: .ends("TIMEOUT", saying: "")
            case 5: .ends("NODE_FAIL", saying: nil)
            default: .done
            }
        }
        let error = try #require(
            await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test").scenarios(request("out", fake))
            })
        #expect(error.kind == .output)
        for words in [
            "3 of 8 runs came to nothing on the cluster:",
            "base, first-week, replicate 1, 3 times: it failed (FAILED on n1); it said: no memory left",
            "base, first-week, replicate 2, 3 times: its time was up, of which SBATCH_TIMELIMIT asks for more (TIMEOUT on n1)\n",
            "none, first-week, replicate 1, 3 times: the machine that did it failed (NODE_FAIL on n1); it left no word in ",
            "which all machines of the cluster have to share", "--resume hands over what is missing",
        ] { #expect(error.message.contains(words), "\(words): \(error.message)") }
        #expect(fake.tasks.map(\.order).filter { (3...5).contains($0) }.count == 9)
        // The wave is done but for them, and no later one begun.
        #expect(try runs("out").count == 2 + 5)
        #expect(!place.path("out/results.csv").exists)
        isWell.withLock { $0 = true }
        let before = fake.tasks.count
        _ = try await Workflow(version: "test").scenarios(request("out", fake, resumes: true))
        let again = fake.tasks.dropFirst(before)
        #expect(again.first.map(\.order) == 1)
        #expect(again.prefix { $0.job == again.first?.job }.count == 3)
        _ = try await Workflow(version: "test").scenarios(request("here"))
        #expect(try place.text("out/results.csv") == (try place.text("here/results.csv")))
        #expect(try runs("out").count == (try runs("here").count))
        #expect(!place.path("out/tasks").exists)
    }

    @Test func `who stops it has its jobs cancelled, keeps what is done and goes on later`() async throws {
        let stop = StopRequest()
        let fake = try FakeSlurm(place, waiting: { if $0 == 3 { stop.raise() } }) { task in
            task.order > 4 ? .waits("Resources") : .done
        }
        let made = try await Workflow(version: "test", stop: stop).scenarios(request("out", fake))
        #expect(made.results.isInterrupted)
        #expect(try runs("out").count == 4)
        // Before it began, and when it was stopped.
        #expect(fake.cancelled.count == 2)
        #expect(fake.cancelled[0] == fake.cancelled[1])
        let well = try FakeSlurm(place) { _ in .done }
        _ = try await Workflow(version: "test").scenarios(request("out", well, resumes: true))
        // Nothing that is done is handed over again, and it may be gone on with here as well.
        #expect(well.tasks.count == (try runs("out").count) - 4)
        _ = try await Workflow(version: "test").scenarios(request("here"))
        #expect(try place.text("out/results.csv") == (try place.text("here/results.csv")))
    }

    @Test func `a job that vanished, and results that nobody sees, are waited for so long and then named`()
        async throws
    {
        let fake = try FakeSlurm(place) { task in
            task.order == 1 ? .nothing : .forgotten
        }
        let error = try #require(
            await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test").scenarios(request("out", fake))
            })
        for words in [
            "2 of 2 runs came to nothing",
            "replicate 1, 3 times: it ended with success, and its result is not in ",
            "replicate 2, 3 times: Slurm does not know it any more, and its result is not in ",
        ] { #expect(error.message.contains(words), "\(words): \(error.message)") }
        // Three times a minute and a half, looked at more and more seldom.
        #expect((30...45).contains(fake.looks), "\(fake.looks)")
    }

    @Test func `somebody who cancels jobs at the cluster is not contradicted`() async throws {
        let fake = try FakeSlurm(place) { $0.order == 2 ? .ends("CANCELLED", saying: nil) : .done }
        let error = try #require(
            await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test").scenarios(request("out", fake))
            })
        #expect(
            error.message.contains("replicate 2: somebody cancelled it (CANCELLED on n1)"), "\(error.message)"
        )
        #expect(fake.tasks.count == 2)
    }

    @Test func `a controller that does not answer is waited for, for so long`() async throws {
        let tries = Mutex<Set<Int>>([])
        let fake = try FakeSlurm(place, deaf: 1...5) { task in
            tries.withLock { $0.insert(task.order).inserted } ? .ends("FAILED", saying: "no") : .done
        }
        _ = try await Workflow(version: "test").scenarios(request("out", fake))
        #expect(fake.tasks.count == 2 * (try runs("out").count))
        let mute = try FakeSlurm(place, named: "mute", deaf: 1...1_000) { _ in .ends("FAILED", saying: "no") }
        let error = try #require(
            await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test").scenarios(request("other", mute))
            })
        #expect(
            error.message.hasPrefix(
                "squeue refuses: slurm_load_jobs error: Unable to contact slurm controller"),
            "\(error.message)")
        #expect(error.message.contains("--resume hands over what is missing"))
        #expect(mute.cancelled.count == 2)
        // Ten minutes.
        #expect((40...60).contains(mute.looks), "\(mute.looks)")
    }

    @Test func `a controller that is started anew and a full queue are waited for, a wrong partition is not`()
        async throws
    {
        let away = "sbatch: error: Batch job submission failed: Unable to contact slurm controller"
        let started = try FakeSlurm(place, named: "started", refused: ([1, 3], away)) { _ in .done }
        _ = try await Workflow(version: "test").scenarios(request("one", started))
        #expect(started.tasks.count == 16)
        // The first task of the first job is due again while the second's result is waited for.
        let tries = Mutex<Set<Int>>([])
        let full = try FakeSlurm(
            place, named: "full", refused: ([2], "sbatch: error: QOSMaxSubmitJobPerUserLimit")
        ) { task in
            let isFirst = tries.withLock { $0.insert(task.order).inserted }
            switch (task.order, isFirst) {
            case (1, true): return .ends("FAILED", saying: "no")
            case (2, true): return .nothing
            default: return .done
            }
        }
        _ = try await Workflow(version: "test").scenarios(request("two", full))
        #expect(full.tasks.count == 18)
        let wrong = try FakeSlurm(
            place, named: "wrong", refused: (Array(1...9), "sbatch: error: invalid partition specified: no")
        ) { _ in .done }
        let error = try #require(
            await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test").scenarios(request("three", wrong))
            })
        #expect(error.message.contains("sbatch refuses: sbatch: error: invalid partition specified: no"))
        #expect(wrong.tasks.isEmpty && wrong.looks == 0)
    }

    @Test func `a queue that is none ends it at once`() async throws {
        let fake = try FakeSlurm(place) { _ in .ends("DANCING", saying: nil) }
        let error = try #require(
            await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test").scenarios(request("out", fake))
            })
        #expect(error.message.contains("squeue printed '1|0|DANCING|n1|None', which was not to be expected"))
        #expect(fake.looks == 1)
        #expect(fake.cancelled.count == 2)
    }

    @Test func `why a cluster keeps runs waiting is told once, unless it is usual`() async throws {
        let (told, stop) = (Words(), StopRequest())
        let fake = try FakeSlurm(place, waiting: { if $0 == 6 { stop.raise() } }) { task in
            .waits(task.order == 1 ? "Resources" : "ReqNodeNotAvail, UnavailableNodes:n1")
        }
        let made = try await Workflow(version: "test", stop: stop) { told.note($0) }
            .scenarios(request("out", fake))
        #expect(made.results.isInterrupted)
        #expect(told.count("Slurm keeps runs waiting: ReqNodeNotAvail, UnavailableNodes:n1.") == 1)
        #expect(told.count("Slurm keeps runs waiting") == 1)
    }

    @Test func `a machine without Slurm is told so before anything is read or written`() async throws {
        let use = SlurmUse(program: "/skillmix", environment: ["PATH": "/nowhere"])
        let error = try #require(
            await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test").scenarios(
                    ScenariosRequest(
                        place.path("none.yaml"), to: place.path("out"), engine: .slurm(use)))
            })
        #expect(error.message.contains("There is no sbatch, no squeue, no scancel on PATH"))
        #expect(!place.path("out").exists)
    }

    // MARK: Tasks

    @Test func `a task is of what was handed over, whatever becomes of the week`() async throws {
        let seen = Mutex(0)
        let place = place
        let fake = try FakeSlurm(place) { task in
            if seen.withLock({ seen in
                seen += 1
                return seen == 2
            }) {
                try? place.write("staff,name\n", to: "Rosters/first-week/staff.csv")
            }
            return .done
        }
        _ = try await Workflow(version: "test").scenarios(request("out", fake))
        #expect(fake.tasks.count == 16)
    }

    @Test func `a task that cannot be what was handed over says why, and does nothing`() async throws {
        let stop = StopRequest()
        let fake = try FakeSlurm(place, waiting: { if $0 == 1 { stop.raise() } }) { task in
            task.order < 3 ? .done : .waits("Resources")
        }
        _ = try await Workflow(version: "test", stop: stop).scenarios(request("out", fake))
        let workflow = Workflow(version: "test")
        func refusal(_ number: Int, _ workflow: Workflow) async throws -> String {
            let error = await #expect(throws: WorkflowError.self) {
                try await workflow.scenarioTask(number, of: place.path("out"))
            }
            return ([error?.message ?? ""] + (error?.diagnostics ?? []).map(\.description)).joined(
                separator: "\n")
        }
        #expect(
            try await workflow.scenarioTask(1, of: place.path("out")).hasSuffix("replicate 1: done before."))
        #expect(try await refusal(99, workflow).contains("there is no task 99 of scenarios here"))
        #expect(
            try await refusal(3, Workflow(version: "next")).contains(
                "handed over by skillmix test, and this is next: every machine needs the same one"))
        let order = try place.text("out/tasks/3.json")
        try place.write(order.replacing("\"seed\" : 1", with: "\"seed\" : 2"), to: "out/tasks/3.json")
        #expect(try await refusal(3, workflow).contains("are not those it was handed over with"))
        try place.write(order, to: "out/tasks/3.json")
        let kept = try runs("out")
        for name in kept.keys { try place.write("{", to: "out/runs/\(name)") }
        #expect(try await refusal(3, workflow).contains("is not here, or is torn"))
        for (name, text) in kept { try place.write(text, to: "out/runs/\(name)") }
        try place.write("staff\n", to: "out/tasks/inputs/Rosters/first-week/staff.csv")
        #expect(try await refusal(3, workflow).contains("error"))
        #expect(try runs("out").count == 2)
    }
}
