// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Logging
import Reading
import Testing

@testable import Web
@testable import WebStore

/// Processes beside the server: killed, stopped, slow, and taken up again.
struct QueueTests {
    private func asked(_ test: TestSite, runs: Int) throws -> [Int64] {
        let planner = try test.guest(.planner)
        let week = try test.store.addWeek("North", by: planner.person) { id in
            try Shelf.write(Array("week".utf8), to: test.shelf.week(id).appending("week.yaml"))
        }
        return try (0..<runs).map { _ in
            try test.store.ask(for: RunWanted(.allocate, week: week.id, seconds: 30), by: planner.person).id
        }
    }

    @Test func aKilledProcessIsSaidAndTheNextRunGoesOn() async throws {
        let engine = Waiting()
        let test = try TestSite(engine: engine)
        defer { test.remove() }
        let runs = try asked(test, runs: 2)
        await test.queue.look()
        let first = try await engine.work(0)
        #expect(first.arguments.first == "allocate")
        #expect(engine.works.withLock { $0.count } == 1, "one at a time")
        first.finish(.killed(11))
        try await engine.work(1).finish(.ended(0))
        try await test.over(runs[1])
        let (killed, done) = (try test.store.run(runs[0]), try test.store.run(runs[1]))
        #expect(killed.state == .failed && killed.outcome.contains("ended by signal 11"))
        #expect(done.state == .done)
    }

    @Test func aCallListIsBegunWhereEveryPlaceIsTaken() async throws {
        let engine = Waiting()
        let test = try TestSite(engine: engine)
        defer { test.remove() }
        let plans = try asked(test, runs: 2)
        await test.queue.look()
        try await engine.work(0).finish(.ended(0))
        try await test.over(plans[0])
        #expect(try await engine.work(1).arguments.first == "allocate", "it holds the only place")
        let ash = try test.guest(.planner, name: "other").person
        let week = try test.store.run(plans[0]).wanted.week
        let lists = try (0..<2).map { _ in
            try test.store.ask(
                for: RunWanted(.calls, week: week, seconds: 30, from: plans[0], changes: "change: x"), by: ash
            ).id
        }
        await test.queue.look()
        let list = try await engine.work(2)
        #expect(list.arguments.first == "surge")
        #expect(try test.store.run(plans[1]).state == .running)
        #expect(try test.store.run(lists[1]).state == .queued, "one at a time besides the others")
        list.finish(.ended(0))
        try await test.over(lists[0])
        let second = try await engine.work(3)
        #expect(second.arguments.first == "surge")
        try await engine.work(1).finish(.ended(0))
        second.finish(.ended(0))
        for run in [plans[1], lists[1]] { try await test.over(run) }
    }

    @Test func aStoppedRunKeepsItsPlan() async throws {
        let engine = Waiting()
        let test = try TestSite(engine: engine)
        defer { test.remove() }
        let runs = try asked(test, runs: 1)
        await test.queue.look()
        let work = try await engine.work(0)
        _ = try test.store.stop(runs[0], by: try test.guest(.planner, name: "other").person)
        await test.queue.stop(runs[0])
        try await test.over(runs[0])
        #expect(try test.store.run(runs[0]).state == .stopped)
        #expect(work.interrupts.withLock { $0 } == 1)
    }

    @Test func aServerThatEndsLeavesItsRunsToTheNext() async throws {
        let engine = Waiting()
        let test = try TestSite(engine: engine)
        defer { test.remove() }
        let runs = try asked(test, runs: 1)
        await test.queue.look()
        _ = try await engine.work(0)
        await test.queue.end()
        try await Task.sleep(for: .milliseconds(20))
        #expect(try test.store.run(runs[0]).state == .running, "nothing is said of it")
        let next = RunQueue(
            store: test.store, shelf: test.shelf, engine: engine, slots: 1,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        await next.begin()
        try await engine.work(1).finish(.ended(0))
        try await test.over(runs[0])
        let run = try test.store.run(runs[0])
        #expect(run.state == .done && run.attempt == 2)
    }

    private func askedScenarios(_ test: TestSite) throws -> Int64 {
        let planner = try test.guest(.planner)
        let week = try test.store.addWeek("North", by: planner.person) { id in
            try Shelf.write("week", to: test.shelf.week(id).appending("week.yaml"))
        }
        return try test.store.ask(
            for: RunWanted(.scenarios, week: week.id, seconds: 30, changes: "scenarios: x"),
            by: planner.person
        ).id
    }

    /// A search of scenarios that is done.
    private func search(_ name: String, of run: KeptRun, _ test: TestSite) throws {
        try Shelf.write(name, to: test.shelf.results(of: run).appending("runs/\(name).json"))
    }

    /// Scenarios whose first attempt is under way. Whoever asks for them removes what was made.
    private func begun() async throws -> (engine: Waiting, test: TestSite, id: Int64, first: Waiting.Work) {
        let engine = Waiting()
        let test = try TestSite(engine: engine)
        let id = try askedScenarios(test)
        await test.queue.look()
        return (engine, test, id, try await engine.work(0))
    }

    private func nextServer(_ test: TestSite, _ engine: Waiting) async -> RunQueue {
        await test.queue.end()
        let next = RunQueue(
            store: test.store, shelf: test.shelf, engine: engine, slots: 1,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        await next.begin()
        return next
    }

    @Test func scenariosGoOnWhereTheyWereWhenTheServerIsStartedAgain() async throws {
        let (engine, test, id, first) = try await begun()
        defer { test.remove() }
        #expect(first.arguments.first == "scenarios" && !first.arguments.contains("--resume"))
        let before = try test.store.run(id)
        try search("one", of: before, test)
        try Shelf.write("so far", to: test.shelf.results(of: before).appending("results.csv"))
        let next = await nextServer(test, engine)
        let second = try await engine.work(1)
        #expect(second.arguments.last == "--resume")
        let run = try test.store.run(id)
        // What came of it so far can be read all the while.
        let taken = ["results.csv", "runs/one.json"]
        #expect(run.attempt == 2 && Shelf.files(in: test.shelf.results(of: run)) == taken)
        // The process of before may still be there: what it does is its own.
        try search("two", of: before, test)
        #expect(Shelf.files(in: test.shelf.results(of: run)) == taken)
        try search("three", of: run, test)
        try Shelf.write("all", to: test.shelf.results(of: run).appending("results.csv"))
        let earlier = test.shelf.results(of: before)
        #expect(Shelf.files(in: earlier) == taken + ["runs/two.json"])
        #expect(Shelf.text(earlier.appending("results.csv")) == "so far")
        second.finish(.ended(0))
        try await test.over(id)
        #expect(try test.store.run(id).state == .done)
        await next.end()
    }

    @Test func scenariosOfAWeekThatWasChangedSinceBeginAnew() async throws {
        let (engine, test, id, _) = try await begun()
        defer { test.remove() }
        let before = try test.store.run(id)
        try search("one", of: before, test)
        try Shelf.write("another", to: test.shelf.week(before.wanted.week).appending("week.yaml"))
        let next = await nextServer(test, engine)
        let second = try await engine.work(1)
        #expect(!second.arguments.contains("--resume"))
        #expect(try Shelf.files(in: test.shelf.results(of: test.store.run(id))).isEmpty)
        second.finish(.ended(0))
        try await test.over(id)
        await next.end()
    }

    @Test func scenariosWhoseProcessIsKilledGoOnAsLongAsTheyComeOn() async throws {
        let (engine, test, id, first) = try await begun()
        defer { test.remove() }
        try search("one", of: try test.store.run(id), test)
        first.finish(.killed(9))
        let second = try await engine.work(1)
        #expect(second.arguments.last == "--resume")
        let line = try #require(try test.store.trail(most: 1).first)
        #expect(line.what == "took a run up again" && line.subject == "run \(id)")
        #expect(line.why == "Its process was ended by signal 9.")
        // It did nothing since: it would be killed for ever.
        second.finish(.killed(9))
        var run = try test.store.run(id)
        while !run.state.isOver, run.attempt < 3 {
            try await Task.sleep(for: .milliseconds(5))
            run = try test.store.run(id)
        }
        #expect(run.state == .failed && run.attempt == 2 && run.outcome.contains("ended by signal 9"))
    }

    @Test func scenariosThatAreKilledTimeAndAgainAreNotTakenUpForEver() async throws {
        let (engine, test, id, _) = try await begun()
        defer { test.remove() }
        for attempt in 1...RunQueue.mostAttempts {
            let work = try await engine.work(attempt - 1)
            try search("\(attempt)", of: try test.store.run(id), test)
            work.finish(.killed(9))
        }
        try await test.over(id)
        let run = try test.store.run(id)
        #expect(run.state == .failed && run.attempt == 20)
        #expect(Shelf.files(in: test.shelf.results(of: run)).count == 20, "people may go on with them")
    }

    @Test func scenariosThatAreToStopAreNotTakenUpAgain() async throws {
        let (engine, test, id, first) = try await begun()
        defer { test.remove() }
        try search("one", of: try test.store.run(id), test)
        _ = try test.store.stop(id, by: try test.guest(.finance).person)
        first.finish(.killed(9))
        try await test.over(id)
        #expect(try test.store.run(id).state == .failed)
        #expect(engine.works.withLock { $0.count } == 1)
    }

    @Test func aCallListWhoseDrawsAreCutShortIsAListAllTheSame() async throws {
        let engine = Waiting()
        let test = try TestSite(engine: engine)
        defer { test.remove() }
        let plan = try asked(test, runs: 1)[0]
        await test.queue.look()
        try await engine.work(0).finish(.ended(0))
        try await test.over(plan)
        let ash = try test.guest(.planner, name: "other").person
        for (index, hasList) in [true, false].enumerated() {
            let wanted = RunWanted(
                .calls, week: try test.store.run(plan).wanted.week, seconds: 30, from: plan,
                changes: "change: x", besides: CallsBesides(draws: 200))
            let id = try test.store.ask(for: wanted, by: ash).id
            await test.queue.look()
            let work = try await engine.work(index + 1)
            #expect(work.arguments.contains("--draws"))
            let run = try test.store.run(id)
            // 30 seconds twice, two minutes besides, and 200 draws.
            #expect(RunQueue.mostSeconds(run) == 1_180)
            if hasList { try Shelf.write("line", to: test.shelf.calls(of: run).appending("unmet.csv")) }
            work.finish(.ended(3))
            try await test.over(id)
            #expect(try test.store.run(id).state == (hasList ? .done : .stopped))
        }
    }

    @Test func realProcessesAreStartedSignalledAndWaitedFor() async throws {
        let engine = EngineProcess(program: "/bin/sh")
        let file = FilePath(NSTemporaryDirectory() + "said-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(atPath: file.description) }
        let ended = try engine.start(["-c", "echo hello; echo there >&2; exit 3"], saying: file)
        #expect(await ended.end() == .ended(3))
        #expect(Shelf.text(file) == "hello\nthere\n")
        let killed = try engine.start(["-c", "exec sleep 3600"], saying: file)
        killed.kill()
        #expect(await killed.end() == .killed(9))
        let slow = try await engine.answer(["-c", "exec sleep 3600"], scratch: file, within: 0.05)
        #expect(slow.end == .killed(9))
        #expect(throws: (any Error).self) {
            try EngineProcess(program: "/nowhere/skillmix").start([], saying: file)
        }
    }

    @Test func progressIsReadFromAFileThatIsBeingWritten() {
        #expect(RunProgress("") == nil)
        #expect(RunProgress("seconds,objective,bound\n") == nil)
        let early = RunProgress("seconds,objective,bound\n0.5,1200.5,\n")
        #expect(early?.words == "The best plan so far has a price of £1,200.50.")
        let later = RunProgress("seconds,objective,bound\n0.5,1200.5,\n9,1000,900\n")
        #expect(
            later?.words
                == "The best plan so far has a price of £1,000.00; at most 10.0\u{A0}% of it could still be saved."
        )
        #expect(RunProgress("seconds,objective,bound\n0.5,1200.5,1\n1") != nil, "a line that is half written")
    }
}
