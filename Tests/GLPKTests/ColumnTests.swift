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
            for row in [30, -1] {
                #expect(
                    throws: SolverError.invalidProgram(.rowOutOfRange(column: 91, row: row, rowCount: 30))
                ) {
                    try problem.addColumns([
                        LinearProgram.Column(cost: 1, terms: [(row: 0, coefficient: 1)]),
                        LinearProgram.Column(cost: 1, terms: [(row: row, coefficient: 1)]),
                    ])
                }
            }
            #expect(problem.program.columnCount == whole.rowCount + whole.columnCount)
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

    @Test("a column that is of no use leaves the basis optimal, and one that is takes few steps from there")
    func basis() throws {
        let program = LinearProgram.setCover(rows: 60, columns: 120, seed: 3)
        var options = GLPKOptions()
        options.simplex = .primal
        try withGLPK(program, options: options) { problem throws(SolverError) in
            let first = try problem.solveRelaxation()
            #expect(first.iterations > 20)
            let row = program.rowLower.indices.first { first.rowDuals[$0] > 1e-6 } ?? 0
            let dear = LinearProgram.Column(
                cost: 2 * first.rowDuals[row] + 1, terms: [(row: row, coefficient: 1)])
            try problem.addColumns([dear, dear])
            let second = try problem.solveRelaxation()
            #expect(second.iterations == 0)
            #expect(second.objective == first.objective)
            let cheap = LinearProgram.Column(
                cost: first.rowDuals[row] / 2, terms: [(row: row, coefficient: 1)])
            try problem.addColumns([cheap])
            let third = try problem.solveRelaxation()
            #expect((1...first.iterations / 2).contains(third.iterations))
            #expect(third.objective < first.objective)
        }
    }
}
