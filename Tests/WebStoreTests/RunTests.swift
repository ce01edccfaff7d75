// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WebStore

/// Weeks, the queue of runs, and what plans are to people.
struct RunTests {
    @Test func theQueueServesPeopleInTurn() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let (birch, cedar) = (
            try test.person("birch", .planner, by: ash), try test.person("cedar", .planner, by: ash)
        )
        let week = try test.store.addWeek("North", by: birch) { _ in }
        func ask(_ person: Person) throws -> Int64 {
            try test.store.ask(for: RunWanted(.allocate, week: week.id, seconds: 30), by: person).id
        }
        let (b1, b2, b3) = (try ask(birch), try ask(birch), try ask(birch))
        let c1 = try ask(cedar)
        #expect(try test.store.claim()?.id == b1, "the oldest first")
        test.clock.goOn(1)
        #expect(try test.store.claim()?.id == c1, "then whoever has nothing under way")
        test.clock.goOn(1)
        #expect(try test.store.claim()?.id == b2, "of two with one under way whoever was served longest ago")
        try test.store.finish(b1, attempt: 1, as: .done, "")
        try test.store.finish(b2, attempt: 1, as: .done, "")
        #expect(try test.store.claim()?.id == b3)
        #expect(try test.store.claim() == nil)
    }

    private func asked(
        _ test: TestStore, _ kind: RunKind, of week: KeptWeek, by person: Person,
        _ besides: CallsBesides = CallsBesides()
    ) throws -> Int64 {
        try test.store.ask(
            for: RunWanted(kind, week: week.id, seconds: 30, changes: "a file", besides: besides), by: person
        ).id
    }

    @Test func scenariosLeaveAPlaceAndACallListCanBeTakenByItself() throws {
        let test = try TestStore()
        defer { test.remove() }
        let birch = try test.person("birch", .planner, by: try test.administrator())
        let week = try test.store.addWeek("North", by: birch) { _ in }
        func ask(_ kind: RunKind) throws -> Int64 { try asked(test, kind, of: week, by: birch) }
        let (s1, s2, plan) = (try ask(.scenarios), try ask(.scenarios), try ask(.allocate))
        #expect(try test.store.claim(only: .calls) == nil, "none waits")
        #expect(try test.store.claim(mostScenarios: 1)?.id == s1)
        #expect(try test.store.claim(mostScenarios: 1)?.id == plan, "the second waits, and no plan for it")
        #expect(try test.store.claim(mostScenarios: 1) == nil)
        let list = try ask(.calls)
        #expect(try test.store.claim(only: .calls)?.id == list)
        try test.store.finish(s1, attempt: 1, as: .done, "")
        #expect(try test.store.claim(mostScenarios: 1)?.id == s2)
    }

    @Test func aCallListThatDrawsTheWeekWaitsForAPlace() throws {
        let test = try TestStore()
        defer { test.remove() }
        let birch = try test.person("birch", .planner, by: try test.administrator())
        let week = try test.store.addWeek("North", by: birch) { _ in }
        func ask(_ kind: RunKind, _ besides: CallsBesides = CallsBesides()) throws -> Int64 {
            try asked(test, kind, of: week, by: birch, besides)
        }
        let plan = try ask(.allocate)
        let drawn = try ask(.calls, CallsBesides(standby: true, draws: 200, risk: 0.1))
        #expect(try test.store.claim(only: .calls) == nil, "somebody at the telephone would wait for it")
        let glass = try ask(.calls, CallsBesides(breakGlass: "Nobody else", standby: true))
        #expect(try test.store.claim(only: .calls)?.id == glass)
        #expect(try test.store.claim()?.id == plan)
        #expect(try test.store.claim()?.id == drawn, "it takes minutes, so it waits as plans do")
        #expect(
            try test.store.run(drawn).wanted.besides
                == CallsBesides(standby: true, draws: 200, risk: 0.1))
        #expect(try test.store.run(plan).wanted.besides == CallsBesides())
        let lines = try test.store.trail(most: 20).filter {
            $0.what == "let agency be called beyond the cap"
        }
        #expect(lines.map(\.subject) == ["run \(glass) of week \(week.id)"])
        #expect(lines.map(\.why) == ["Nobody else"] && lines.map(\.who) == ["birch"])
    }

    @Test func scenariosThatEndedEarlyAreGoneOnWithWhileTheirWeekIsTheSame() throws {
        let test = try TestStore()
        defer { test.remove() }
        let birch = try test.person("birch", .planner, by: try test.administrator())
        let week = try test.store.addWeek("North", by: birch) { _ in }
        func ask(_ kind: RunKind) throws -> Int64 { try asked(test, kind, of: week, by: birch) }
        func refusal(_ id: Int64) -> Bool {
            do { try test.store.goOn(id, by: birch) } catch {
                guard case .conflict = error else { return false }
                return true
            }
            return false
        }
        let (scenarios, plan) = (try ask(.scenarios), try ask(.allocate))
        #expect(refusal(scenarios), "it waits")
        _ = try test.store.claim()
        #expect(refusal(scenarios), "it is under way")
        _ = try test.store.stop(scenarios, by: birch)
        try test.store.finish(scenarios, attempt: 1, as: .stopped, "some of it")
        try test.store.goOn(scenarios, by: birch)
        let run = try test.store.run(scenarios)
        #expect(run.state == .queued && !run.isToStop && run.endedAt == nil && run.outcome.isEmpty)
        #expect(try test.store.trail(most: 1).first?.what == "went on with scenarios")
        let again = try #require(try test.store.claim(mostScenarios: 9))
        #expect([scenarios, plan].contains(again.id))
        if again.id == plan { _ = try test.store.claim() }
        #expect(try test.store.run(scenarios).attempt == 2)
        try test.store.finish(scenarios, attempt: 2, as: .failed, "")
        try test.store.finish(plan, attempt: 1, as: .stopped, "")
        #expect(refusal(plan), "a plan is made anew")
        _ = try test.store.changeWeek(week.id, from: 1, by: birch, "rota.csv", was: "", now: "") {}
        #expect(refusal(scenarios), "what is done is of another week")
    }

    @Test func whatWasUnderWayIsTakenUpAgainInAFolderOfItsOwn() throws {
        let test = try TestStore()
        defer { test.remove() }
        let birch = try test.person("birch", .planner, by: try test.administrator())
        let week = try test.store.addWeek("North", by: birch) { _ in }
        let wanted = RunWanted(.allocate, week: week.id, seconds: 30)
        let (one, other) = (
            try test.store.ask(for: wanted, by: birch), try test.store.ask(for: wanted, by: birch)
        )
        #expect(try test.store.claim()?.attempt == 1)
        #expect(try test.store.claim()?.id == other.id)
        _ = try test.store.stop(other.id, by: birch)
        try test.store.resume()
        #expect(try test.store.run(one.id).state == .queued)
        #expect(try test.store.run(other.id).state == .failed, "what was to stop is not begun again")
        #expect(try test.store.claim()?.attempt == 2)
    }

    @Test func aRunThatWaitsIsStoppedAtOnceAndOneUnderWayIsAsked() throws {
        let test = try TestStore()
        defer { test.remove() }
        let birch = try test.person("birch", .planner, by: try test.administrator())
        let week = try test.store.addWeek("North", by: birch) { _ in }
        let run = try test.store.ask(for: RunWanted(.allocate, week: week.id, seconds: 30), by: birch)
        #expect(try test.store.stop(run.id, by: birch).state == .failed)
        #expect(try test.store.claim() == nil)
        let next = try test.store.ask(for: RunWanted(.allocate, week: week.id, seconds: 30), by: birch)
        _ = try test.store.claim()
        let asked = try test.store.stop(next.id, by: birch)
        #expect(asked.state == .running)
        #expect(asked.isToStop)
        try test.store.finish(next.id, attempt: 1, as: .stopped, "the best so far")
        #expect(try test.store.run(next.id).hasPlan)
    }

    @Test(arguments: [0, -1, 3_601])
    func secondsAreFromOneToAnHour(seconds: Int) throws {
        let test = try TestStore()
        defer { test.remove() }
        let birch = try test.person("birch", .planner, by: try test.administrator())
        let week = try test.store.addWeek("North", by: birch) { _ in }
        let error = #expect(throws: StoreError.self) {
            try test.store.ask(for: RunWanted(.allocate, week: week.id, seconds: seconds), by: birch)
        }
        guard case .fields(let problems) = error else {
            Issue.record("no field")
            return
        }
        #expect(problems.map(\.field) == ["seconds"])
    }

    @Test func aFrozenPlanStaysAsItIs() throws {
        let test = try TestStore()
        defer { test.remove() }
        let birch = try test.person("birch", .planner, by: try test.administrator())
        let week = try test.store.addWeek("North", by: birch) { _ in }
        let run = try test.store.ask(for: RunWanted(.allocate, week: week.id, seconds: 30), by: birch)
        #expect(throws: StoreError.self) {
            try test.store.makePlan(run.id, .published, by: birch, why: "there is none yet")
        }
        _ = try test.store.claim()
        try test.store.finish(run.id, attempt: 1, as: .done, "")
        for state in [PlanState.published, .draft, .published, .frozen] {
            #expect(try test.store.makePlan(run.id, state, by: birch, why: "").plan == state)
        }
        #expect(throws: StoreError.self) { try test.store.makePlan(run.id, .draft, by: birch, why: "") }
        let trail = try test.store.trail(most: 4).map(\.what)
        #expect(
            trail == [
                "made a plan frozen", "made a plan published", "made a plan draft", "made a plan published",
            ])
    }

    @Test func whoeverSawAnOlderVersionChangesNothing() throws {
        let test = try TestStore()
        defer { test.remove() }
        let birch = try test.person("birch", .planner, by: try test.administrator())
        let week = try test.store.addWeek("North", by: birch) { _ in }
        var written: [String] = []
        let changed = try test.store.changeWeek(week.id, from: 1, by: birch, "staff.csv", was: "a", now: "b")
        {
            written.append("first")
        }
        #expect(changed.version == 2)
        let error = #expect(throws: StoreError.self) {
            try test.store.changeWeek(week.id, from: 1, by: birch, "staff.csv", was: "a", now: "c") {
                written.append("second")
            }
        }
        if case .conflict = error {} else { Issue.record("no conflict: \(String(describing: error))") }
        #expect(written == ["first"])
        #expect(try test.store.week(week.id).version == 2)
    }

    @Test func aWeekWhoseFilesCannotBePlacedIsNoWeek() throws {
        let test = try TestStore()
        defer { test.remove() }
        let birch = try test.person("birch", .planner, by: try test.administrator())
        #expect(throws: StoreError.refused("the disk is full")) {
            try test.store.addWeek("North", by: birch) { _ in throw StoreError.refused("the disk is full") }
        }
        #expect(try test.store.weeks().isEmpty)
        #expect(try test.store.trail(most: 10).allSatisfy { $0.what != "added a week" })
    }

    @Test func tenRunsMayWaitAndNoMore() throws {
        let test = try TestStore()
        defer { test.remove() }
        let birch = try test.person("birch", .planner, by: try test.administrator())
        let week = try test.store.addWeek("North", by: birch) { _ in }
        let wanted = RunWanted(.allocate, week: week.id, seconds: 30)
        for _ in 0..<10 { _ = try test.store.ask(for: wanted, by: birch) }
        #expect(throws: StoreError.self) { try test.store.ask(for: wanted, by: birch) }
        _ = try test.store.claim()
        _ = try test.store.ask(for: wanted, by: birch)
    }
}
