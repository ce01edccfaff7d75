// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import SeededRandom
import Testing

struct RelaxationTests {
    @Test("A small linear programme has the optimum and the duals found by hand")
    func optimum() throws {
        let result = try GLPKSolver().solveRelaxation(.cover)
        #expect(result.status == .optimal)
        #expect(abs(result.objective - 24) < 1e-9)
        #expect(zip(result.columnValues, [3, 3]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(result.rowDuals, [7, -2]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(result.reducedCosts.allSatisfy { abs($0) < 1e-9 })
        #expect(abs(LinearProgram.cover.dualBound(rowDuals: result.rowDuals) - 24) < 1e-9)
    }

    @Test("The primal method finds what the dual method finds")
    func primal() throws {
        var options = GLPKOptions()
        options.simplex = .primal
        options.scaling = false
        let program = LinearProgram.setCover(rows: 40, columns: 60, seed: 3)
        let primal = try GLPKSolver(options: options).solveRelaxation(program)
        let dual = try GLPKSolver().solveRelaxation(program)
        #expect(primal.status == .optimal)
        #expect(abs(primal.objective - dual.objective) < 1e-7)
    }

    @Test("Rows that contradict each other are infeasible", arguments: [GLPKOptions.Simplex.dual, .primal])
    func infeasible(simplex: GLPKOptions.Simplex) throws {
        var program = LinearProgram.cover
        program.setBounds(ofRow: 0, lower: 20, upper: .infinity)
        var options = GLPKOptions()
        options.simplex = simplex
        #expect(try GLPKSolver(options: options).solveRelaxation(program).status == .infeasible)
    }

    @Test("A cost that falls without limit is unbounded", arguments: [GLPKOptions.Simplex.dual, .primal])
    func unbounded(simplex: GLPKOptions.Simplex) throws {
        var program = LinearProgram()
        let x = program.addColumn(cost: -1, lower: 0, upper: .infinity, integer: false)
        let y = program.addColumn(cost: 0, lower: 0, upper: .infinity, integer: false)
        program.addRow(lower: -.infinity, upper: 1, [(x, 1), (y, -1)])
        var options = GLPKOptions()
        options.simplex = simplex
        #expect(try GLPKSolver(options: options).solveRelaxation(program).status == .unbounded)
    }

    @Test("An empty programme is optimal at nothing")
    func empty() throws {
        let result = try GLPKSolver().solveRelaxation(LinearProgram())
        #expect(result.status == .optimal)
        #expect(result.objective == 0)
        #expect(result.columnValues.isEmpty)
    }

    @Test("An iteration limit ends a relaxation, and its duals still prove a bound")
    func iterationLimit() throws {
        let program = LinearProgram.setCover(rows: 60, columns: 90, seed: 5)
        let full = try GLPKSolver().solveRelaxation(program)
        for iterations in [0, 1, 10] {
            let cut = try GLPKSolver().solveRelaxation(program, limits: SolveLimits(iterations: iterations))
            #expect(cut.status == .limit)
            #expect(cut.iterations <= iterations)
            #expect(program.dualBound(rowDuals: cut.rowDuals) <= full.objective + 1e-9)
        }
    }

    @Test("A flag raised before the start, or no time at all, ends a relaxation at once")
    func cancelled() throws {
        let cancellation = Cancellation()
        cancellation.cancel()
        let cancelled = try GLPKSolver().solveRelaxation(.cover, limits: .none, cancellation: cancellation)
        #expect(cancelled.status == .cancelled)
        #expect(try GLPKSolver().solveRelaxation(.cover, limits: SolveLimits(seconds: 0)).status == .limit)
    }

    @Test("A relaxation of more iterations than a slice holds is solved in several")
    func slices() throws {
        // An assignment of 80 to 80 at random costs.
        var random = SeededRandom(seed: 8)
        var program = LinearProgram()
        let side = 80
        for _ in 0..<(side * side) {
            program.addColumn(
                cost: Double(random.within(1...1_000)), lower: 0, upper: 1, integer: false)
        }
        for i in 0..<side {
            program.addRow(lower: 1, upper: 1, (0..<side).map { (column: i * side + $0, coefficient: 1) })
            program.addRow(lower: 1, upper: 1, (0..<side).map { (column: $0 * side + i, coefficient: 1) })
        }
        var options = GLPKOptions()
        options.simplex = .primal
        let primal = try GLPKSolver(options: options).solveRelaxation(program)
        let dual = try GLPKSolver().solveRelaxation(program)
        #expect(primal.status == .optimal)
        #expect(primal.iterations > 500)
        #expect(abs(primal.objective - dual.objective) < 1e-6)
        #expect(abs(program.dualBound(rowDuals: dual.rowDuals) - dual.objective) < 1e-6)
    }
}
