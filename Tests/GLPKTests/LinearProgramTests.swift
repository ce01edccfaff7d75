// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import SeededRandom
import Testing

struct LinearProgramTests {
    @Test("Objective, row sums and violations are computed from the values")
    func evaluation() {
        let program = LinearProgram.cover
        #expect(program.objective(of: [3, 3]) == 24)
        #expect(program.activity(ofRow: 1, at: [3, 3]) == 9)
        #expect(program.largestViolation(of: [3, 3]) == 0)
        #expect(program.largestViolation(of: [1, 3]) == 2)
        #expect(program.largestViolation(of: [-1, 5]) == 2)
        #expect(program.largestViolation(of: [0, 9]) == 4)
        #expect(program.largestViolation(of: [1, 3], scaled: true) == 2.0 / 6)
        #expect(LinearProgram.knapsack.largestViolation(of: [0.25, 0, 0, 0]) == 0.25)
        #expect(program.largestViolation(of: [3]) == .infinity)
        #expect(program.largestViolation(of: [3, .nan]) == .infinity)
        #expect(program.objective(of: [3]).isNaN)
    }

    @Test("A row built term by term is the row built of a sequence")
    func building() {
        var program = LinearProgram()
        program.reserve(columns: 2, rows: 2, nonzeros: 4)
        program.addColumn(cost: 3, lower: 0, upper: 4, integer: false)
        program.addColumn(cost: 5, lower: 0, upper: 5, integer: false)
        let rows: [(Double, Double, Double)] = [(6, .infinity, 1), (-.infinity, 9, 2)]
        for (lower, upper, first) in rows {
            program.beginRow(lower: lower, upper: upper)
            program.addTerm(column: 0, coefficient: first)
            program.addTerm(column: 1, coefficient: 1)
        }
        #expect(program == .cover)
        #expect((program.columnCount, program.rowCount, program.nonzeroCount) == (2, 2, 4))
    }

    @Test("The duals of an optimum prove it; none at all still prove what the bounds allow")
    func boundByHand() {
        let program = LinearProgram.cover
        #expect(abs(program.dualBound(rowDuals: [7, -2]) - 24) < 1e-12)
        #expect(program.dualBound(rowDuals: []) == 0)
        // Signs that would need a side without a bound, and what is no number, count for nothing.
        #expect(program.dualBound(rowDuals: [-7, 2]) == 0)
        #expect(program.dualBound(rowDuals: [.nan, .infinity]) == 0)
    }

    @Test("A column without a bound on the side it is pulled to leaves no bound")
    func unboundedColumn() {
        var program = LinearProgram()
        let x = program.addColumn(cost: 1, lower: 0, upper: .infinity, integer: false)
        program.addRow(lower: 3, upper: .infinity, [(x, 1)])
        #expect(program.dualBound(rowDuals: [2]) == -.infinity)
        #expect(abs(program.dualBound(rowDuals: [1]) - 3) < 1e-12)
        #expect(abs(program.dualBound(rowDuals: [0.5]) - 1.5) < 1e-12)
    }

    @Test("Random duals never give a bound above the optimum, whole or relaxed")
    func boundOfRandomDuals() throws {
        var random = SeededRandom(seed: 77)
        for seed in 0..<200 {
            let program = LinearProgram.random(seed: UInt64(seed))
            guard let optimum = program.optimumByEnumeration() else { continue }
            let relaxation = try GLPKSolver().solveRelaxation(program)
            let best = program.dualBound(rowDuals: relaxation.rowDuals)
            #expect(best <= optimum)
            #expect(abs(best - relaxation.objective) < 1e-6, "seed \(seed)")
            for _ in 0..<50 {
                let duals = (0..<program.rowCount).map { _ in 20 * random.share() - 10 }
                #expect(program.dualBound(rowDuals: duals) <= relaxation.objective + 1e-9)
                #expect(program.dualBound(rowDuals: duals) <= optimum)
            }
        }
    }

    @Test("Terms that cancel do not lift a bound above the truth")
    func cancellation() {
        // x in [0, 1]: the true bound at these duals is exactly 0.1 + 1e17 - 1e17.
        var program = LinearProgram()
        let x = program.addColumn(cost: 0, lower: 0, upper: 1, integer: false)
        let y = program.addColumn(cost: 0.1, lower: 1, upper: 1, integer: false)
        program.addRow(lower: 1e17, upper: 1e17, [(x, 0)])
        program.addRow(lower: -1e17, upper: -1e17, [(y, 0)])
        let bound = program.dualBound(rowDuals: [1, 1])
        #expect(bound <= 0.1)
        #expect(bound > 0.1 - 1e-9)
    }
}
