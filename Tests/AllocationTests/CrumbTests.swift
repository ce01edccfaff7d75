// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Formulation
import Generation
import Intake
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// A solver's values are right within its tolerance; a plan is right.
@Suite struct CrumbTests {
    private func plan(_ values: [Double], _ constructed: Constructed) -> Plan {
        let result = AllocationResult(
            values: values, objective: constructed.state.price, bound: 0, halfway: nil, ending: .workLimit,
            work: 0,
            seconds: 0, options: AllocationOptions())
        return result.plan(of: constructed.model)
    }

    @Test("millionths that a solver leaves anywhere are not in the plan")
    func crumbs() throws {
        let (framework, _, _) = FrameworkReader.read(Repository.framework)
        var rows = 0
        for seed in UInt64(1)...24 {
            let generator = WeekGenerator(
                framework: try #require(framework), size: 20, seed: seed, weekStarting: TinyWorld().start)
            let model = WeeklyModel(Instance(generator.week()))
            let constructed = Constructed(model, seed: seed)
            let clean = constructed.state.values
            let plan = plan(clean, constructed)
            var random = SeededRandom(seed: seed)
            var values = clean
            for column in values.indices {
                values[column] += Double(random.pick(-9...9)) * 1e-7
                let isSupervision = model.columns[column].kind == .supervision
                if isSupervision, random.chance(30) { values[column] += 1e-6 }
            }
            let found = self.plan(values, constructed)
            #expect(found.supervision == plan.supervision, "seed \(seed)")
            #expect(found.contacts == plan.contacts, "seed \(seed)")
            #expect(found.supervision.allSatisfy { $0.minutes >= 0.01 }, "seed \(seed)")
            let findings = PlanAudit(week: model.instance.week).check(plan: found)
            #expect(findings.isClean, "seed \(seed)")
            #expect(found.summary.terms == plan.summary.terms, "seed \(seed)")
            rows += found.supervision.count
        }
        #expect(rows >= 60, "\(rows) rows")
    }

    @Test("where nothing is delegated nobody oversees anything, whatever the values say")
    func nothingDelegated() {
        var columns = 0
        for seed in UInt64(1)...60 {
            let model = WeeklyModel(Instance(RandomWeek.make(seed: seed)))
            var values = [Double](repeating: 0, count: model.columns.count)
            for supervision in model.layout.supervision { values[Int(supervision.column)] = 30 }
            let trimmed = SpareSupervision.trimmed(values, of: model)
            #expect(model.layout.supervision.allSatisfy { trimmed[Int($0.column)] == 0 })
            columns += model.layout.supervision.count
        }
        #expect(columns >= 60)
    }
}
