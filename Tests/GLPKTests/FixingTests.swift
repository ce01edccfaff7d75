// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import SeededRandom
import TestSupport
import Testing

@Suite struct FixingTests {
    @Test func `fixed columns leave the programme, and their share of the rows' bounds goes with them`() {
        var program = LinearProgram()
        let a = program.addColumn(cost: 3, lower: 0, upper: 4, integer: true)
        let b = program.addColumn(cost: 5, lower: 0, upper: 5, integer: false)
        let c = program.addColumn(cost: 7, lower: 0, upper: 9, integer: true)
        program.addRow(lower: 6, upper: 20, [(a, 1), (b, 2), (c, 3)])
        program.addRow(lower: -.infinity, upper: 8, [(b, 4)])
        program.addRow(lower: 0, upper: 100, [(a, 1), (c, 1)])
        let fixed = program.fixing([0, 2, 0], where: [false, true, false])
        var expected = LinearProgram()
        expected.addColumn(cost: 3, lower: 0, upper: 4, integer: true)
        expected.addColumn(cost: 7, lower: 0, upper: 9, integer: true)
        // 6 − 2 × 2 and 20 − 2 × 2; the second row is kept by b, the third by the bounds of a and c.
        expected.addRow(lower: 2, upper: 16, [(column: 0, coefficient: 1.0), (column: 1, coefficient: 3.0)])
        #expect(fixed.program == expected)
        #expect(fixed.columns == [a, c])
        #expect(fixed.constant == 10)
        #expect(fixed.restoring([1, 4]) == [1, 2, 4])
    }

    @Test func `a row that the fixed columns break stays, so that the programme is infeasible`() throws {
        var program = LinearProgram()
        let a = program.addColumn(cost: 1, lower: 0, upper: 4, integer: true)
        let b = program.addColumn(cost: 1, lower: 0, upper: 4, integer: true)
        program.addRow(lower: 0, upper: 3, [(a, 1)])
        program.addRow(lower: 1, upper: 9, [(a, 1), (b, 1)])
        let fixed = program.fixing([4, 0], where: [true, false])
        #expect(fixed.program.rowCount == 1)
        #expect(try GLPKSolver().solveInteger(fixed.program).termination == .infeasible)
    }

    @Test(arguments: 0..<60) func `an optimum stays one when part of it is fixed`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var program = LinearProgram()
        let columns = (0..<8).map { _ in
            program.addColumn(
                cost: Double(random.pick(-6...9)), lower: 0, upper: Double(random.pick(1...5)),
                integer: random.chance(70))
        }
        for _ in 0..<5 {
            let terms = columns.filter { _ in random.chance(60) }.map { ($0, Double(random.pick(-3...5))) }
            program.addRow(lower: -4, upper: Double(random.pick(4...12)), terms)
        }
        let whole = try GLPKSolver().solveInteger(program)
        let best = try #require(whole.incumbent)
        let isFixed = columns.map { _ in random.chance(50) }
        let fixed = program.fixing(best, where: isFixed)
        let part = try GLPKSolver().solveInteger(fixed.program)
        let left = try #require(part.incumbent)
        let objective = try #require(part.objective) + fixed.constant
        #expect(abs(objective - program.objective(of: best)) < 1e-6)
        #expect(program.largestViolation(of: fixed.restoring(left)) < 1e-6)
    }
}
