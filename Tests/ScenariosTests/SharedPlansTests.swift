// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Reading
import Synchronization
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// Plans offered to other scenarios, and what is proved of some taken for others.
@Suite struct SharedPlansTests {
    /// Four mornings of care that agency alone can give, at £20 each.
    private static var world: TinyWorld {
        var world = TinyWorld()
        world.days = 4
        var visit = TinyWorld.care
        visit.minutes = 60
        visit.recordMinutes = 0
        world.activities = [visit]
        world.staff = [TinyWorld.person("A-1", "support-worker", .agency, hourlyCost: 5, homeTeam: nil)]
        world.rota = ["A-1": ["A", "", "A", "", "A", "", "A"]]
        for day in 0..<4 { world.demand("D-\(day)", "care", contacts: 1, window: (2 * day)...(2 * day)) }
        return world
    }

    private static func file(_ text: String) throws -> ScenarioFile {
        let diagnostics = Diagnostics()
        let file = ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics)
        return try #require(file, "\(diagnostics.sorted.map(\.description))")
    }

    /// Runs of caps from £0 on, each with a plan that pays for as many mornings as `paid` says and a bound of £1.
    private static func runs(
        _ caps: Int, of week: Week = world.week, paid: (Int) -> Int
    ) throws -> [ScenarioRun] {
        let base = ScenarioBase(name: "week", week: week)
        return try (0..<caps).map { cap in
            let steps = ScenarioSteps([[.policy(.agencyCap(Double(cap)))]])
            let week = try steps.week(base.week)
            let model = NearbyPlanner(week)
            let rows = PlanRows(
                deployments: (0..<paid(cap)).map {
                    Deployment(
                        staff: "A-1", session: 2 * $0, team: "A", booking: .agency, minutes: 240,
                        contactMinutes: 60)
                },
                contacts: (0..<paid(cap)).map {
                    ContactRow(
                        line: "D-\($0)", activity: "care", team: "A", session: 2 * $0, staff: "A-1",
                        route: .support, contacts: 1, minutes: 60)
                })
            let plan = model.takingOver(rows).plan(origin: PlanOrigin(version: "", inputs: []), bound: 1)
            let options = ScenarioOptions(limit: .work(1))
            let task = RunTask(
                base: base, scenario: "cap \(cap)", replicate: 1, steps: steps, week: week, start: nil,
                options: options)
            return ScenarioRun(task, plan)
        }
    }

    @Test func `of many scenarios too, a looser cap takes over the plan of a tighter one, however far off`()
        throws
    {
        // With a cap of £20 one morning is paid for, by nobody else: those beyond its neighbours have to hear of it.
        let runs = try Self.runs(200) { $0 == 20 ? 1 : 0 }
        #expect(runs[20].price < runs[199].price)
        var shared = SharedPlans(runs, version: "")
        try shared.share()
        #expect(shared.isComplete)
        for (tight, loose) in zip(shared.runs, shared.runs.dropFirst()) {
            #expect(loose.price <= tight.price + SharedPlans.least)
        }
        #expect(shared.runs[199].from == "cap 20")
        #expect(shared.runs[19].from == nil)
    }

    @Test func `each is offered no more plans than so many, whatever their number`() throws {
        let kinship = RunKinship(try Self.runs(120) { _ in 0 })
        for run in [0, 1, 19, 60, 100, 119] {
            let near = kinship.near(run, most: SharedPlans.mostPeers)
            #expect((SharedPlans.mostPeers...SharedPlans.mostPeers + 1).contains(near.count), "\(run)")
            #expect(!near.contains(run))
            #expect(run == 0 || near.contains(0))
            for beside in [run - 1, run + 1] where (0..<120).contains(beside) {
                #expect(near.contains(beside), "\(run)")
            }
        }
        #expect(kinship.near(5, most: 200).count == 119)
        #expect(kinship.tighter(than: 3) == [0, 1, 2])
    }

    @Test func `what is proved of a looser cap holds for tighter ones alone`() throws {
        var runs = try Self.runs(6) { _ in 0 }
        for (place, bound) in [1.0, 2, 9, 3, 4, 5].enumerated() { runs[place].bound = bound }
        var shared = SharedPlans(runs, version: "")
        try shared.share()
        #expect(shared.runs.map(\.bound) == [9, 9, 9, 5, 5, 5])
    }

    @Test func `a tighter cap is never cheaper, and a looser one never dearer`() throws {
        let order = PriceOrder(try Self.runs(6) { _ in 0 })
        func side(_ one: String, _ other: String) -> ClosedRange<Double>? {
            order.side(of: one, beside: other, in: "week")
        }
        #expect(side("cap 2", "cap 5") == 0...Double.infinity)
        #expect(side("cap 5", "cap 2") == -Double.infinity...0)
        #expect(side("cap 2", "cap 2") == 0...0)
        #expect(side("cap 2", "cap 9") == nil)
        #expect(order.side(of: "cap 2", beside: "cap 5", in: "another week") == nil)
    }

    @Test func `where a plan is in force nothing is known of a tighter cap beforehand`() throws {
        var world = Self.world
        world.current = [CurrentDeployment(staff: "A-1", session: 0, team: "A")]
        let order = PriceOrder(try Self.runs(3, of: world.week) { _ in 0 })
        #expect(order.side(of: "cap 1", beside: "cap 2", in: "week") == nil)
    }

    @Test func `who asks to stop gets what there is, and it says that plans were not offered`() async throws {
        var shared = SharedPlans(try Self.runs(30) { $0 == 20 ? 1 : 0 }, version: "") { true }
        try shared.share()
        #expect(!shared.isComplete)
        let isStopped = Mutex(false)
        let file = try Self.file(
            "bases: [{week: week}]\noverlays: {a: {policy: {agency_cap: 20}}}\nrun: [a]\n")
        let results = try await ScenarioRunner(
            file, bases: [ScenarioBase(name: "week", week: Self.world.week)],
            options: ScenarioOptions(limit: .work(10)), isStopped: { isStopped.withLock { $0 } },
            progress: { if case .sharing = $0 { isStopped.withLock { $0 = true } } }
        ).run()
        #expect(!results.lacksRuns && !results.isShared && results.isInterrupted)
        let text = ScenarioText(results)
        #expect(text.summary.contains { $0.contains("stopped before plans were offered") })
        #expect(!text.method.contains { $0.contains("never looks worse") })
    }

    @Test func `each replicate starts from the base's plan of its own`() async throws {
        let kept = Kept()
        let file = try Self.file(
            "bases: [{week: week}]\noverlays: {a: {policy: {agency_cap: 20}}}\nrun: [a]\nreplicates: 3\n")
        let base = ScenarioBase(name: "week", week: Self.world.week)
        let options = ScenarioOptions(limit: .work(10))
        _ = try await ScenarioRunner(file, bases: [base], options: options, keep: kept.keep).run()
        let steps = ScenarioSteps([[.policy(.agencyCap(20))]])
        for replicate in 1...3 {
            let start = RunRecord.key(base, ScenarioSteps(), options, replicate: replicate, start: nil)
            let own = kept.all.filter { $0.scenario == "a" && $0.replicate == replicate }.map(\.key)
            #expect(own == [RunRecord.key(base, steps, options, replicate: replicate, start: start)])
        }
    }

    @Test func `a record in which anything was typed is none`() throws {
        let run = try #require(try Self.runs(1) { _ in 0 }.first)
        let record = RunRecord(run.plan, key: "k", base: "week", scenario: "cap 0", replicate: 1)
        let text = try record.fileText
        #expect(RunRecord(file: Array(text.utf8)) == record)
        let bound = "\"bound\" : 1"
        #expect(text.contains(bound))
        #expect(RunRecord(file: Array(text.replacing(bound, with: "\"bound\" : 2").utf8)) == nil)
        #expect(RunRecord(file: Array(text.dropLast(20).utf8)) == nil)
    }
}
