// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Formulation
import LinearModel
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// Weeks with more columns than are searched at once: made so by allowing few.
@Suite struct LargeWeekTests {
    /// A random week, each of whose lines is there several times, under names of their own.
    private func repeated(seed: UInt64, times: Int) -> Week {
        RandomWeek.make(seed: seed).replacing { parts in
            parts.demand = parts.demand.flatMap { line in
                (0..<times).map { number in
                    var line = line
                    line.id += "-\(number)"
                    return line
                }
            }
        }
    }

    private func plan(_ week: Week, most: Int, work: Int = 20) async -> (SearchScope, Plan) {
        let scope = SearchScope(week, most: most, unproved: most)
        let options = AllocationOptions(timeLimit: nil, workLimit: work)
        return (scope, await Planner(week, options: options, scope: scope).plan().plan)
    }

    @Test("lines that are alike are searched as one: the same best price, the same audit", arguments: 0..<4)
    func merged(block: UInt64) async {
        var merged = 0
        for seed in block * 30..<block * 30 + 30 {
            let week = repeated(seed: seed, times: 2)
            let scope = SearchScope(week, most: 0, unproved: 0)
            guard let lines = scope.linesSearched, lines < week.demand.count else { continue }
            merged += 1
            // Lines merged but people not narrowed: what is searched is the week, whole.
            let (_, plan) = await plan(week, most: scope.mergedContacts)
            expectClean(plan, week, "seed \(seed)")
            let model = WeeklyModel(Instance(week))
            let options = AllocationOptions(timeLimit: nil, workLimit: 60)
            let best = await AllocationEngine(model, options: options).run()
            guard best.status == .optimal, plan.summary.status == .optimal else { continue }
            #expect(abs(best.objective - plan.summary.objective) < 0.01, "seed \(seed)")
        }
        #expect(merged >= 15, "\(merged)")
    }

    @Test("people who keep one team have a plan of the week, and nothing is proved", arguments: 0..<4)
    func narrowed(block: UInt64) async {
        var narrowed = 0
        for seed in block * 60..<block * 60 + 60 {
            let week = RandomWeek.make(seed: seed)
            let (scope, plan) = await plan(week, most: 0)
            guard scope.searched.deployments < scope.whole.deployments else { continue }
            narrowed += 1
            #expect(scope.teamsKept == 1)
            expectClean(plan, week, "seed \(seed)")
            #expect(plan.summary.bound == 0 || plan.summary.objective == 0)
            // The plan is one of the whole week's.
            let whole = WeeklyModel(Instance(week))
            let (values, strays) = whole.values(of: plan.rows)
            #expect(strays.isEmpty)
            #expect(whole.program.largestViolation(of: values) < 1e-6, "seed \(seed)")
        }
        #expect(narrowed >= 8, "\(narrowed)")
    }

    @Test("the size is what the model has, counted beforehand")
    func size() {
        var columns = 0
        for seed in UInt64(1)...150 {
            let instance = Instance(RandomWeek.make(seed: seed))
            let (size, model) = (ModelSize(instance), WeeklyModel(instance))
            #expect(size.deployments == model.columns.count { $0.kind == .deployed })
            #expect(size.contacts >= model.layout.contacts.count, "seed \(seed)")
            columns += model.layout.contacts.count
        }
        #expect(columns >= 500)
    }

    @Test("a plan to start from is taken over into merged lines")
    func start() async {
        var started = 0
        for seed in UInt64(0)..<40 {
            let week = repeated(seed: seed, times: 3)
            let (scope, plan) = await plan(week, most: 0)
            guard scope.linesSearched != nil, !plan.contacts.isEmpty else { continue }
            let model = WeeklyModel(scope.instance)
            let report = StartReport(scope.start(plan).rows, for: model, seed: 1)
            #expect(report.isWhole, "seed \(seed)")
            started += 1
        }
        #expect(started >= 10, "\(started)")
    }

    @Test("a model is not built once that is asked to stop")
    func stopped() {
        let instance = Instance(RandomWeek.make(seed: 3))
        var looks = 0
        #expect(WeeklyModel(instance, unless: { true }) == nil)
        let built = WeeklyModel(instance) {
            looks += 1
            return false
        }
        #expect(built?.program == WeeklyModel(instance).program)
        for last in 0..<looks {
            var left = last
            let model = WeeklyModel(instance) {
                left -= 1
                return left < 0
            }
            #expect(model == nil)
        }
    }

    @Test("whoever stops before the first plan is made gets one all the same, at once")
    func stoppedBeforeThePlan() async {
        for seed in UInt64(1)...40 {
            let week = RandomWeek.make(seed: seed)
            let model = WeeklyModel(Instance(week))
            let cancellation = Cancellation()
            cancellation.cancel()
            let result = await AllocationEngine(model).run(cancellation: cancellation)
            let plan = result.plan(of: model)
            expectClean(plan, week, "seed \(seed)")
            #expect(result.work == 0)
        }
    }
}
