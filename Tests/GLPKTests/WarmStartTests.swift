// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import Testing

struct WarmStartTests {
    @Test("Solving again without a change takes no iteration")
    func unchanged() throws {
        try withGLPK(.setCover(rows: 40, columns: 60, seed: 1)) { problem throws(SolverError) in
            let first = try problem.solveRelaxation()
            let second = try problem.solveRelaxation()
            #expect(first.iterations > 0)
            #expect(second.iterations == 0)
            #expect(second.objective == first.objective)
        }
    }

    @Test("Changes of bounds and costs give what a fresh problem gives, in fewer iterations")
    func changes() throws {
        let program = LinearProgram.setCover(rows: 60, columns: 90, seed: 2)
        try withGLPK(program) { problem throws(SolverError) in
            _ = try problem.solveRelaxation()
            try problem.setColumnBounds(3, lower: 0, upper: 0)
            try problem.setRowBounds(7, lower: 2, upper: .infinity)
            try problem.setCost(5, to: 1.5)
            let warm = try problem.solveRelaxation()
            let cold = try GLPKSolver().solveRelaxation(problem.program)
            #expect(warm.status == .optimal)
            #expect(abs(warm.objective - cold.objective) < 1e-7)
            #expect(warm.iterations < cold.iterations)
            #expect(problem.program.lower != program.lower || problem.program.upper != program.upper)
        }
    }

    @Test("Integers are solved between relaxations, with and without presolve", arguments: [true, false])
    func integers(presolve: Bool) throws {
        var options = GLPKOptions()
        options.presolve = presolve
        try withGLPK(.knapsack, options: options) { problem throws(SolverError) in
            #expect(try problem.solveInteger().objective == -90)
            try problem.setColumnBounds(3, lower: 0, upper: 0)
            #expect(try problem.solveInteger().objective == -70)
            try problem.setRowBounds(0, lower: -.infinity, upper: 4)
            #expect(try problem.solveInteger().objective == -40)
            #expect(try problem.solveRelaxation().status == .optimal)
        }
    }

    @Test("Changes that make no sense are refused and leave the problem as it was")
    func refused() throws {
        try withGLPK(.knapsack) { problem throws(SolverError) in
            let before = problem.program
            #expect(
                refusal { () throws(SolverError) in
                    try problem.setColumnBounds(4, lower: 0, upper: 1)
                } != nil)
            #expect(
                refusal { () throws(SolverError) in
                    try problem.setColumnBounds(-1, lower: 0, upper: 1)
                } != nil)
            #expect(
                refusal { () throws(SolverError) in
                    try problem.setRowBounds(1, lower: 0, upper: 1)
                } != nil)
            #expect(
                refusal { () throws(SolverError) in
                    try problem.setCost(0, to: .nan)
                }?.description
                    .contains("column 0") == true)
            #expect(
                refusal { () throws(SolverError) in
                    try problem.setColumnBounds(0, lower: 0.5, upper: 1)
                }
                    == .invalidProgram(.fractionalBound(column: 0, bound: 0.5)))
            #expect(
                refusal { () throws(SolverError) in
                    try problem.setRowBounds(0, lower: 2, upper: 1)
                }
                    == .invalidProgram(.emptyBounds(.row(0), lower: 2, upper: 1)))
            #expect(problem.program == before)
            #expect(try problem.solveInteger().objective == -90)
        }
    }

    private func refusal(_ body: () throws(SolverError) -> Void) -> SolverError? {
        do { try body() } catch { return error }
        return nil
    }

    @Test("Rows added and removed give what a fresh problem gives, from the basis there was")
    func rows() throws {
        try withGLPK(.setCover(rows: 60, columns: 90, seed: 4)) { problem throws(SolverError) in
            let first = try problem.solveRelaxation()
            var rows = LinearProgram()
            rows.addRow(lower: 30, upper: .infinity, (0..<90).map { (column: $0, coefficient: 1) })
            rows.addRow(lower: -.infinity, upper: 80, (0..<45).map { (column: $0, coefficient: 1) })
            try problem.addRows(of: rows)
            let warm = try problem.solveRelaxation()
            let cold = try GLPKSolver().solveRelaxation(problem.program)
            #expect(problem.program.rowCount == 62)
            #expect(abs(warm.objective - cold.objective) < 1e-7)
            try problem.removeRows([60, 61])
            let last = try problem.solveRelaxation()
            #expect(problem.program == .setCover(rows: 60, columns: 90, seed: 4))
            #expect(abs(last.objective - first.objective) < 1e-7)
            #expect(throws: SolverError.self) { try problem.removeRows([3, 3]) }
            #expect(throws: SolverError.self) { try problem.removeRows([60]) }
            var wrong = LinearProgram()
            wrong.addRow(lower: 0, upper: 1, [(column: 90, coefficient: 1)])
            #expect(throws: SolverError.self) { try problem.addRows(of: wrong) }
        }
    }

    @Test("A relaxation without values is proved to have none, and one with values is not")
    func contradiction() throws {
        try withGLPK(.setCover(rows: 30, columns: 40, seed: 5)) { problem throws(SolverError) in
            _ = try problem.solveRelaxation()
            #expect(try !problem.isProvedInfeasible())
            for column in 0..<40 { try problem.setColumnBounds(column, lower: 0, upper: 0) }
            let none = try problem.solveRelaxation()
            #expect(none.status == .infeasible)
            #expect(try problem.isProvedInfeasible())
        }
    }
}
