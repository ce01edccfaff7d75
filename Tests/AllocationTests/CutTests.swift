// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Formulation
import GLPK
import LinearModel
import TestSupport
import Testing
import Workforce

@testable import Allocation

@Suite("Cuts")
struct CutTests {
    private func expectKept(_ rows: LinearProgram, by values: [Double]) {
        for row in 0..<rows.rowCount {
            #expect(rows.activity(ofRow: row, at: values) <= rows.rowUpper[row] + 1e-7)
        }
        Reached.here(times: rows.rowCount)
    }

    @Test(
        "brute force's best plan keeps every cut of the simplex's relaxations", Reached(atLeast: 600),
        arguments: 1...300)
    func simplex(seed: UInt64) throws {
        let week = RandomWeek.make(seed: seed)
        let best = Oracle(week).best()
        let model = WeeklyModel(Instance(week))
        let plan = model.values(of: best.plan.rows).values
        var planes = Proof.cuttingPlanes(model)
        try withGLPK(Proof.wholeProgram(model)) { problem throws(SolverError) in
            for _ in 0..<15 {
                let relaxation = try problem.solveRelaxation()
                #expect(relaxation.status == .optimal)
                #expect(problem.program.dualBound(rowDuals: relaxation.rowDuals) <= best.objective + 1e-6)
                let idle = planes.dropIdle(
                    at: relaxation.columnValues, duals: relaxation.rowDuals, in: problem.program, room: 1e-4)
                try problem.removeRows(idle)
                var rows = planes.find(at: relaxation.columnValues, in: problem.program, rounding: true)
                let sums = try problem.tableauRows(of: Array(model.columns.indices)).map(\.weights)
                let cuts = RoundingCuts(problem.program).cuts(of: sums, at: relaxation.columnValues)
                for cut in cuts { planes.adopt(cut, &rows) }
                expectKept(rows, by: plan)
                if rows.rowCount == 0 { break }
                try problem.addRows(of: rows)
            }
        }
    }

    @Test(
        "nor does the first-order method with cuts go above the optimum",
        Reached(atLeast: 350), Reached("lifted by polish", atLeast: 300), arguments: 1...400)
    func firstOrder(seed: UInt64) {
        let week = RandomWeek.make(seed: seed)
        let best = Oracle(week).best()
        let model = WeeklyModel(Instance(week))
        let plan = model.values(of: best.plan.rows).values
        var planes = Proof.cuttingPlanes(model)
        var firstOrder = FirstOrderBound(
            Proof.wholeProgram(model), from: [Double](repeating: 0, count: model.columns.count))
        for _ in 0..<10 {
            firstOrder.advance(50)
            #expect(firstOrder.bound <= best.objective + 1e-6)
            let duals = firstOrder.rowDuals
            let polished = DualPolish(model.program).polished(duals, of: firstOrder.program)
            let (before, after) = (
                firstOrder.program.dualBound(rowDuals: duals),
                firstOrder.program.dualBound(rowDuals: polished)
            )
            #expect(after >= before - 1e-6 * max(1, abs(before)))
            #expect(after <= best.objective + 1e-6)
            if after > before + 1 { Reached.here("lifted by polish") }
            let idle = planes.dropIdle(
                at: firstOrder.values, duals: firstOrder.rowDuals, in: firstOrder.program, room: 0.05)
            let rows = planes.find(at: firstOrder.values, in: firstOrder.program, rounding: true)
            expectKept(rows, by: plan)
            firstOrder.change(removing: idle, adding: rows)
        }
    }

    @Test("branch and bound finds brute force's optimum and proves it", arguments: 1...300)
    func tree(seed: UInt64) throws {
        let week = RandomWeek.make(seed: seed)
        let best = Oracle(week).best().objective
        let model = WeeklyModel(Instance(week))
        // Above the optimum, so that it has to be found; then just above it, so that there is nothing to find.
        for (cutoff, isFound) in [(best + 50, true), (best - 1e-3, false)] {
            try withGLPK(Proof.wholeProgram(model)) { problem throws(SolverError) in
                var tree = TreeSearch(
                    model.program, root: problem.program, planes: Proof.cuttingPlanes(model), bound: 0,
                    cutoff: cutoff, leastGain: Improvement.leastGain)
                for _ in 0..<20_000 where !tree.isDone { try tree.step(&problem) }
                #expect(tree.isDone)
                #expect((tree.found != nil) == isFound)
                if let found = tree.found { #expect(abs(model.program.objective(of: found) - best) < 0.01) }
                #expect(tree.bound <= best + 1e-6)
                #expect(tree.bound >= min(cutoff, best) - 0.01)
            }
        }
    }
}
