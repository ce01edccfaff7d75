// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Formulation
import Generation
import Intake
import LinearModel
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// What a run owes, whatever ends it.
@Suite("A run of the engine")
struct EngineTests {
    /// A generated week of 40 people: too large to be solved outright.
    private static func model(seed: UInt64 = 5) throws -> WeeklyModel {
        let (framework, _, _) = FrameworkReader.read(Repository.framework)
        let generator = WeekGenerator(
            framework: try #require(framework), size: 40, seed: seed, weekStarting: TinyWorld().start)
        return WeeklyModel(Instance(generator.week()))
    }

    private func expectClean(_ model: WeeklyModel, _ result: AllocationResult) {
        let plan = result.plan(of: model)
        let findings = PlanAudit(week: model.instance.week).check(plan: plan)
        #expect(findings.violations.map(\.sentence) == [])
        #expect(findings.discrepancies.map(\.sentence) == [])
        #expect(result.bound <= result.objective)
    }

    @Test("without time it hands over the first plan, complete and within the rules")
    func noTime() async throws {
        let model = try Self.model()
        let result = await AllocationEngine(model, options: AllocationOptions(timeLimit: 0)).run()
        #expect(result.status == .timeLimit)
        #expect(result.work == 0)
        expectClean(model, result)
    }

    @Test("interrupted at once it hands over the first plan, and says so")
    func interrupted() async throws {
        let model = try Self.model()
        let cancellation = Cancellation()
        cancellation.cancel()
        let result = await AllocationEngine(model).run(cancellation: cancellation)
        #expect(result.status == .interrupted)
        expectClean(model, result)
    }

    @Test("the same seed and work give the same plan and bound; more work no worse a plan")
    func deterministic() async throws {
        let model = try Self.model()
        let options = AllocationOptions(timeLimit: nil, workLimit: 120, seed: 3)
        let one = await AllocationEngine(model, options: options).run()
        let other = await AllocationEngine(model, options: options).run()
        #expect(one.values == other.values)
        #expect(one.bound == other.bound)
        #expect(one.status == .workLimit)
        expectClean(model, one)
        let longer = AllocationOptions(timeLimit: nil, workLimit: 240, seed: 3)
        let better = await AllocationEngine(model, options: longer).run()
        #expect(better.objective <= one.objective)
    }

    @Test("with a work limit no round is fitted to the clock, whatever limit of time stands beside it")
    func fittedToTime() {
        func seconds(_ timeLimit: Double?, _ workLimit: Int?) -> Double? {
            SharedIncumbent(
                options: AllocationOptions(timeLimit: timeLimit, workLimit: workLimit),
                cancellation: Cancellation()
            ).secondsToFit
        }
        #expect(seconds(3_600, 120) == nil)
        #expect(seconds(nil, 120) == nil)
        #expect(seconds(nil, nil) == nil)
        #expect(seconds(3_600, nil) != nil)
    }

    @Test("another seed searches elsewhere")
    func seeds() async throws {
        let model = try Self.model()
        let results = await [
            AllocationEngine(model, options: AllocationOptions(timeLimit: nil, workLimit: 40, seed: 1)).run(),
            AllocationEngine(model, options: AllocationOptions(timeLimit: nil, workLimit: 40, seed: 2)).run(),
        ]
        #expect(results[0].values != results[1].values)
    }

    @Test("a gap that is wide enough ends the run, and is what is proved")
    func gap() async throws {
        let model = try Self.model()
        let options = AllocationOptions(timeLimit: nil, gap: 0.95, seed: 1)
        let result = await AllocationEngine(model, options: options).run()
        #expect(result.status == .withinGap)
        #expect(result.bound >= 0.05 * result.objective)
        expectClean(model, result)
    }

    @Test("a week without people, and one without demand, has a plan")
    func emptyWeeks() async {
        var nobody = TinyWorld()
        nobody.staff = []
        nobody.demand("D1", "care", contacts: 3, priority: .urgent)
        var nothing = TinyWorld()
        nothing.rota = ["P-1": ["R"], "P-3": ["A"]]
        for (world, price) in [(nobody, 270.0), (nothing, 0)] {
            let model = WeeklyModel(Instance(world.week))
            let options = AllocationOptions(timeLimit: nil, workLimit: 5)
            let result = await AllocationEngine(model, options: options).run()
            #expect(result.objective == price)
            #expect(result.status == .optimal)
            expectClean(model, result)
        }
    }

    @Test("a plan names no supervision that its delegated work does not need", arguments: 1...100)
    func noSpareSupervision(seed: UInt64) async {
        let week = RandomWeek.make(seed: seed)
        let model = WeeklyModel(Instance(week))
        let result = await AllocationEngine(model, options: AllocationOptions(timeLimit: nil, workLimit: 20))
            .run()
        let plan = result.plan(of: model)
        let minutes = Dictionary(
            uniqueKeysWithValues: week.framework.activities.map {
                ($0.id, $0.delegated?.supervisionMinutes ?? 0)
            })
        let needed = plan.contacts.filter { $0.route == .delegated }
            .reduce(0.0) { $0 + Double($1.contacts) * minutes[$1.activity, default: 0] }
        let given = plan.supervision.reduce(0.0) { $0 + $1.minutes }
        #expect(abs(needed - given) < 1e-6)
    }
}
