// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Testing

@testable import GLPK

/// Columns that come while the problem keeps its basis.
@Suite struct ColumnTests {
    @Test("columns added one by one give the optimum of the whole programme")
    func columns() throws {
        let whole = LinearProgram.setCover(rows: 30, columns: 60, seed: 7)
        let best = try GLPKSolver().solveRelaxation(whole)
        let matrix = ColumnMatrix(whole)
        var program = LinearProgram()
        // What is missing costs so much that it is not missed where it need not be.
        for row in 0..<whole.rowCount {
            let column = program.addColumn(cost: 1e5, lower: 0, upper: 1e3, integer: false)
            program.addRow(lower: whole.rowLower[row], upper: whole.rowUpper[row], [(column, 1)])
        }
        var options = GLPKOptions()
        options.simplex = .primal
        let last = try withGLPK(program, options: options) { problem throws(SolverError) in
            var last = try problem.solveRelaxation().objective
            for column in 0..<whole.columnCount {
                let terms = matrix.terms(ofColumn: column).map {
                    (row: Int(matrix.row[$0]), coefficient: matrix.value[$0])
                }
                try problem.addColumns([
                    LinearProgram.Column(
                        cost: whole.cost[column], lower: whole.lower[column], upper: whole.upper[column],
                        terms: terms)
                ])
                let next = try problem.solveRelaxation()
                #expect(next.status == .optimal)
                #expect(next.objective <= last + 1e-6)
                last = next.objective
            }
            #expect(problem.program.columnCount == whole.rowCount + whole.columnCount)
            #expect(throws: SolverError.self) {
                try problem.addColumns([LinearProgram.Column(cost: 1, terms: [(row: 30, coefficient: 1)])])
            }
            #expect(throws: SolverError.self) {
                try problem.addColumns([
                    LinearProgram.Column(
                        cost: 1, terms: [(row: 2, coefficient: 1), (row: 2, coefficient: 1)])
                ])
            }
            return last
        }
        #expect(abs(last - best.objective) < 1e-6)
    }
}
