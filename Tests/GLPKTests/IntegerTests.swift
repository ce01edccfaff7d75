// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import Synchronization
import Testing

struct IntegerTests {
    static let variants: [GLPKOptions] = {
        var plain = GLPKOptions()
        plain.presolve = false
        var cuts = plain
        (cuts.mirCuts, cuts.gomoryCuts, cuts.coverCuts, cuts.cliqueCuts) = (true, true, true, true)
        var other = GLPKOptions()
        (other.rounding, other.feasibilityPump, other.scaling) = (false, true, false)
        (other.branching, other.backtracking) = (.pseudocost, .depthFirst)
        var all = cuts
        all.presolve = true
        return [GLPKOptions(), plain, cuts, other, all]
    }()

    @Test("A knapsack has the optimum found by hand, and its bound is its objective", arguments: variants)
    func knapsack(options: GLPKOptions) throws {
        let result = try GLPKSolver(options: options).solveInteger(.knapsack)
        #expect(result.termination == .optimal)
        #expect(result.incumbent == [0, 1, 0, 1])
        #expect(result.objective == -90)
        #expect(result.bound == -90)
        #expect(result.relativeGap == 0)
    }

    @Test(
        "The work of a tree is told in iterations of the simplex method, that of the relaxation at its root included"
    )
    func iterations() throws {
        var plain = GLPKOptions()
        plain.presolve = false
        for options in [GLPKOptions(), plain] {
            #expect(try GLPKSolver(options: options).solveInteger(.knapsack).iterations > 0)
        }
        let root = try GLPKSolver(options: plain).solveRelaxation(.knapsack).iterations
        #expect(try GLPKSolver(options: plain).solveInteger(.knapsack).iterations >= root)
    }

    @Test("Whole numbers that cannot meet a row are infeasible", arguments: variants)
    func infeasible(options: GLPKOptions) throws {
        let result = try GLPKSolver(options: options).solveInteger(.parity)
        #expect(result.termination == .infeasible)
        #expect(result.incumbent == nil)
        #expect(result.bound == .infinity)
    }

    @Test("A relaxation without limit is unbounded", arguments: variants)
    func unbounded(options: GLPKOptions) throws {
        var program = LinearProgram()
        let x = program.addColumn(cost: -1, lower: 0, upper: .infinity, integer: true)
        let y = program.addColumn(cost: 0, lower: 0, upper: .infinity, integer: false)
        program.addRow(lower: -.infinity, upper: 1, [(x, 1), (y, -1)])
        let result = try GLPKSolver(options: options).solveInteger(program)
        #expect(result.termination == .unbounded)
        #expect(result.bound == -.infinity)
    }

    @Test("Programmes without rows, and without columns, are solved", arguments: variants)
    func degenerate(options: GLPKOptions) throws {
        var rowless = LinearProgram()
        rowless.addColumn(cost: -2, lower: 0, upper: 3, integer: true)
        let solver = GLPKSolver(options: options)
        #expect(try solver.solveInteger(rowless).objective == -6)
        #expect(try solver.solveInteger(LinearProgram()).objective == 0)
    }

    @Test("Hundreds of small random programmes have the optimum that enumeration finds", arguments: variants)
    func enumeration(options: GLPKOptions) throws {
        for seed in 0..<300 {
            let program = LinearProgram.random(seed: UInt64(seed))
            let result = try GLPKSolver(options: options).solveInteger(program)
            if let optimum = program.optimumByEnumeration() {
                #expect(result.termination == .optimal, "seed \(seed)")
                #expect(result.objective == optimum, "seed \(seed)")
                #expect(result.incumbent.map { program.largestViolation(of: $0) } == 0, "seed \(seed)")
            } else {
                #expect(result.termination == .infeasible, "seed \(seed)")
            }
        }
    }

    @Test(
        "A node limit ends a search with a bound that holds, and always at the same point",
        arguments: variants)
    func nodeLimit(options: GLPKOptions) throws {
        let program = LinearProgram.setCover(rows: 60, columns: 60, seed: 11)
        let solver = GLPKSolver(options: options)
        let optimum = try #require(try solver.solveInteger(program).objective)
        for nodes in [0, 1, 3] {
            let result = try solver.solveInteger(program, limits: SolveLimits(nodes: nodes))
            if result.termination == .optimal { continue }
            #expect(result.termination == .limit)
            #expect(result.nodes == nodes)
            #expect(result.bound <= optimum + 1e-9)
            #expect(result.objective ?? .infinity >= optimum)
            #expect(try solver.solveInteger(program, limits: SolveLimits(nodes: nodes)) == result)
        }
        // Cuts alone solve this one.
        if options.mirCuts { return }
        let hard = try solver.solveInteger(.jeroslow(25), limits: SolveLimits(nodes: 50))
        #expect(hard.termination == .limit)
        #expect(hard.nodes == 50)
        #expect(hard.bound <= 1)
    }

    @Test("A gap asked for ends a search early, within that gap by the bound given", arguments: variants)
    func gap(options: GLPKOptions) throws {
        let program = LinearProgram.setCover(rows: 60, columns: 60, seed: 11)
        let solver = GLPKSolver(options: options)
        let optimum = try #require(try solver.solveInteger(program).objective)
        let result = try solver.solveInteger(program, limits: SolveLimits(relativeGap: 0.5))
        #expect(result.termination == .gap)
        #expect(try #require(result.relativeGap) <= 0.5)
        #expect(result.bound <= optimum)
        #expect(try #require(result.objective) >= optimum)
    }

    @Test(
        "A cutoff above the optimum keeps it; one below leaves nothing, and is the bound", arguments: variants
    )
    func cutoff(options: GLPKOptions) throws {
        #expect(try GLPKSolver(options: options, cutoff: -80).solveInteger(.knapsack).objective == -90)
        let none = try GLPKSolver(options: options, cutoff: -91).solveInteger(.knapsack)
        #expect(none.termination == .infeasible)
        #expect(none.bound == -91)
        #expect(throws: SolverError.self) { try GLPKSolver(cutoff: .nan).solveInteger(.knapsack) }
    }

    @Test("No time at all ends a search without an answer, and not as optimal")
    func noTime() throws {
        let result = try GLPKSolver().solveInteger(.knapsack, limits: SolveLimits(seconds: 0))
        #expect(result.termination == .limit)
        #expect(result.incumbent == nil)
        #expect(result.bound == -.infinity)
    }

    @Test("A flag raised by another thread ends a search that would go on for hours", arguments: variants)
    func cancellation(options: GLPKOptions) throws {
        let cancellation = Cancellation()
        let begun = Atomic<Bool>(false)
        let result = try onOwnThread { () throws(SolverError) in
            try GLPKSolver(options: options)
                .solveInteger(.jeroslow(61), limits: .none, cancellation: cancellation) { progress in
                    // Raised from a second thread, once the tree has begun.
                    guard !begun.exchange(true, ordering: .relaxed) else { return }
                    onOwnThread { cancellation.cancel() }
                }
        }
        #expect(result.termination == .cancelled)
        #expect(result.bound <= 1)
    }

    @Test("Progress tells bounds that rise and objectives that fall")
    func progress() throws {
        let told = Mutex<[SolveProgress]>([])
        let program = LinearProgram.setCover(rows: 60, columns: 60, seed: 11)
        let result = try GLPKSolver()
            .solveInteger(program, limits: .none, cancellation: nil) { progress in
                told.withLock { $0.append(progress) }
            }
        let all = told.withLock { $0 }
        #expect(!all.isEmpty)
        for (before, after) in zip(all, all.dropFirst()) {
            #expect(before.bound <= after.bound)
            #expect(after.objective ?? .infinity <= before.objective ?? .infinity)
            #expect(before.nodes <= after.nodes)
        }
        #expect(all.allSatisfy { $0.bound <= (result.objective ?? -.infinity) + 1e-9 })
    }
}
