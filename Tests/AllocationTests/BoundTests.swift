// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Formulation
import GLPK
import LinearModel
import TestSupport
import Testing
import Workforce

@testable import Allocation

@Suite("Bounds")
struct BoundTests {
    @Test("neither the simplex's nor the first-order bound is ever above the optimum", arguments: 1...200)
    func neverAboveOptimum(seed: UInt64) throws {
        let week = RandomWeek.make(seed: seed)
        let best = Oracle(week).best().objective
        let model = WeeklyModel(Instance(week))
        let relaxation = try GLPKSolver().solveRelaxation(model.program)
        #expect(model.program.dualBound(rowDuals: relaxation.rowDuals) <= best + 1e-6)
        var firstOrder = FirstOrderBound(
            model.program, from: [Double](repeating: 0, count: model.columns.count))
        for steps in [1, 10, 100] {
            firstOrder.advance(steps)
            #expect(firstOrder.bound <= best + 1e-6)
        }
    }

    @Test("the first-order bound comes near the simplex's on most weeks")
    func approaches() throws {
        var far = 0
        for seed in UInt64(1)...60 {
            let model = WeeklyModel(Instance(RandomWeek.make(seed: seed)))
            let relaxation = try GLPKSolver().solveRelaxation(model.program)
            let simplex = model.program.dualBound(rowDuals: relaxation.rowDuals)
            var firstOrder = FirstOrderBound(
                model.program, from: [Double](repeating: 0, count: model.columns.count))
            for _ in 0..<20 { firstOrder.advance(100) }
            if firstOrder.bound < simplex - 0.01 * max(1, abs(simplex)) { far += 1 }
        }
        #expect(far <= 10, "after 2,000 iterations \(far) of 60 are more than 1 per cent below")
    }

    @Test(
        "rounded time rows cut off no plan: brute force's best keeps them",
        Reached("roundedTime", atLeast: 180), Reached("contactsWhereDeployed", atLeast: 500),
        Reached("presence", atLeast: 40), arguments: 1...200)
    func tighteningKeepsOptima(seed: UInt64) {
        let week = RandomWeek.make(seed: seed)
        let model = WeeklyModel(Instance(week))
        let values = model.values(of: Oracle(week).best().plan.rows).values
        for row in model.rows.indices {
            let rule = model.rows[row].rule
            guard rule == .roundedTime || rule == .contactsWhereDeployed || rule == .presence
            else { continue }
            Reached.here("\(rule)")
            let activity = model.program.activity(ofRow: row, at: values)
            #expect(activity <= model.program.rowUpper[row] + 1e-6)
        }
    }
}
