// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Formulation
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// A plan to start from: kept whole where it holds, mended where it does not.
@Suite("Starting from a plan")
struct StartingPlanTests {
    private static func mended(_ plan: Plan, _ week: Week) -> (WeeklyModel, SearchState) {
        let model = WeeklyModel(Instance(week))
        let tables = SearchTables(model)
        var moves = SearchMoves(tables, seed: 1)
        return (
            model, PlanMending(StartingPlan(plan.rows, leaving: plan.unmet, for: model), tables, &moves).state
        )
    }

    private static func expectSound(_ model: WeeklyModel, _ state: SearchState) {
        let values = state.values
        #expect(model.program.largestViolation(of: values) < 1e-6)
        #expect(abs(model.program.objective(of: values) - state.price) < 1e-6)
    }

    @Test("the best plan is taken over whole, and stays", arguments: 1...200)
    func optimumStays(seed: UInt64) async {
        let week = RandomWeek.full(seed: seed)
        let best = Oracle(week).best()
        let model = WeeklyModel(Instance(week))
        let engine = AllocationEngine(model, start: best.plan)
        #expect(StartReport(best.plan.rows, for: model, seed: 1).isWhole)
        for work in [0, 30] {
            let found = await engine.searchAlone(work: work, seed: seed)
            #expect(abs(found - best.objective) < 0.01, "£\(found) after £\(best.objective)")
        }
    }

    @Test(
        "a plan that keeps the rules is started from at its own price, or bettered", Reached(atLeast: 50),
        arguments: 1...300)
    func neverWorse(seed: UInt64) async {
        let week = RandomWeek.full(seed: seed)
        let model = WeeklyModel(Instance(week))
        var random = SeededRandom(seed: seed)
        var mutation = PlanMutation(week: week, plan: Oracle(week).best().plan)
        for _ in 0..<random.pick(1...4) { mutation.change(&random) }
        let (values, strays) = model.values(of: mutation.plan.rows)
        let (_, state) = Self.mended(mutation.plan, week)
        Self.expectSound(model, state)
        guard strays.isEmpty, model.program.largestViolation(of: values) < 1e-6 else { return }
        Reached.here()
        #expect(abs(state.price - model.program.objective(of: values)) < 1e-6)
        let found = await AllocationEngine(model, start: mutation.plan).searchAlone(work: 2, seed: seed)
        #expect(found <= state.price + 1e-6)
    }

    @Test("after any edits of the week what holds is kept, and the rest mended", arguments: 1...400)
    func edited(seed: UInt64) async {
        let before = RandomWeek.full(seed: seed)
        let plan = Oracle(before).best().plan
        var random = SeededRandom(seed: seed)
        var edit = WeekEdit(before)
        for _ in 0..<random.pick(1...3) { edit.make(random.pick(WeekEdit.Kind.allCases), &random) }
        let (model, state) = Self.mended(plan, edit.week)
        Self.expectSound(model, state)

        let options = AllocationOptions(timeLimit: nil, workLimit: 6, seed: seed)
        let engine = AllocationEngine(model, options: options, start: plan)
        let result = await engine.run()
        #expect(result.objective <= state.price + 1e-6)
        expectClean(result.plan(of: model), edit.week)
        #expect(await engine.run().values == result.values)
    }

    @Test("each kind of edit leaves a plan that can be started from", arguments: WeekEdit.Kind.allCases)
    func kindOfEdit(kind: WeekEdit.Kind) {
        for seed in UInt64(1)...60 {
            let before = RandomWeek.full(seed: seed)
            var random = SeededRandom(seed: seed)
            var edit = WeekEdit(before)
            edit.make(kind, &random)
            let (model, state) = Self.mended(Oracle(before).best().plan, edit.week)
            Self.expectSound(model, state)
        }
    }

    @Test("rows that mean nothing in the week are counted and left out")
    func strangers() {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.demand("D-1", "care", contacts: 2)
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-2", 0)
        sketch.deploy("P-1", 0)
        sketch.give("D-1", "P-2", 0, .support, contacts: 2)
        let fitting = sketch.plan
        sketch.deploy("P-2", 0, "B")
        sketch.deploy("P-9", 0)
        sketch.deploy("P-1", -1)
        sketch.deploy("P-1", 99)
        sketch.give("D-1", "P-2", 0, .support, contacts: .max)
        sketch.give("D-9", "P-2", 0, .support)
        sketch.give("D-1", "P-2", 0, .support, contacts: -3)
        sketch.give("D-1", "P-2", 0, .doubleHanded, partner: "P-2")
        sketch.give("D-1", "P-2", .min, .doubleHanded)
        for minutes in [Double.nan, .infinity, -1, 1e300] {
            sketch.supervise("P-1", 0, "rehabilitation", minutes: minutes)
        }
        let (model, state) = Self.mended(sketch.plan, world.week)
        Self.expectSound(model, state)
        #expect(state.values == Self.mended(fitting, world.week).1.values)
        let report = StartReport(sketch.plan.rows, for: model, seed: 1)
        #expect(report.deployments == 6)
        #expect(report.deploymentsTaken == 2)
        #expect(report.contacts == .max)
        #expect(report.contactsTaken == 2)
        #expect(report.hasKnownPerson == true)
    }

    @Test("a plan of another week, or of other people, is known for one")
    func foreign() {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"]]
        world.demand("D-1", "assessment", contacts: 1)
        let model = WeeklyModel(Instance(world.week))
        var later = PlanSketch(world.week)
        later.deploy("P-1", -1)
        var others = PlanSketch(world.week)
        others.deploy("Q-1", 0)
        let reports = [later, others].map { StartReport($0.plan.rows, for: model, seed: 1) }
        #expect(reports.map { $0.hasKnownSession } == [false, true])
        #expect(reports.map { $0.hasKnownPerson } == [true, false])
    }
}
