// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import Testing

struct RefusalTests {
    /// A knapsack made wrong in one place, and what is said of it.
    struct Fault: Sendable, CustomTestStringConvertible {
        var error: LinearProgramError
        var message: String
        var program = LinearProgram.knapsack

        var testDescription: String { message }

        init(_ error: LinearProgramError, _ message: String, _ change: (inout LinearProgram) -> Void) {
            self.error = error
            self.message = message
            change(&program)
        }
    }

    static let faults: [Fault] = [
        Fault(.costNotFinite(column: 2, value: .infinity), "The cost of column 2 is inf") {
            $0.setCost(ofColumn: 2, to: .infinity)
        },
        Fault(
            .coefficientNotFinite(row: 1, column: 3, value: -.infinity),
            "coefficient of column 3 in row 1 is -inf"
        ) {
            $0.beginRow(lower: 0, upper: 1)
            $0.addTerm(column: 3, coefficient: -.infinity)
        },
        Fault(.boundNotANumber(.column(1)), "A bound of column 1 is not a number") {
            $0.setBounds(ofColumn: 1, lower: .nan, upper: 1)
        },
        Fault(.boundNotANumber(.row(0)), "A bound of row 0 is not a number") {
            $0.setBounds(ofRow: 0, lower: 0, upper: .nan)
        },
        Fault(.emptyBounds(.row(0), lower: 2, upper: 1), "row 0 leave no value: from 2.0 to 1.0") {
            $0.setBounds(ofRow: 0, lower: 2, upper: 1)
        },
        Fault(.emptyBounds(.column(0), lower: .infinity, upper: .infinity), "column 0 leave no value") {
            $0.setBounds(ofColumn: 0, lower: .infinity, upper: .infinity)
        },
        Fault(.fractionalBound(column: 3, bound: 1.5), "column 3 has the bound 1.5") {
            $0.setBounds(ofColumn: 3, lower: 0, upper: 1.5)
        },
        Fault(.columnOutOfRange(row: 1, column: 4, columnCount: 4), "column 4, but there are 4 columns") {
            $0.beginRow(lower: 0, upper: 1)
            $0.addTerm(column: 4, coefficient: 1)
        },
        Fault(.columnOutOfRange(row: 1, column: -1, columnCount: 4), "column -1, but there are 4 columns") {
            $0.beginRow(lower: 0, upper: 1)
            $0.addTerm(column: -1, coefficient: 1)
        },
        Fault(.duplicateColumn(row: 1, column: 2), "Row 1 has two terms in column 2") {
            $0.beginRow(lower: 0, upper: 1)
            for column in [2, 1, 2] { $0.addTerm(column: column, coefficient: 1) }
        },
        Fault(.termBeforeFirstRow, "before the first row") {
            $0 = LinearProgram()
            let column = $0.addColumn(cost: 1, lower: 0, upper: 1, integer: false)
            $0.addTerm(column: column, coefficient: 1)
        },
    ]

    @Test("What GLPK would swallow or die of is refused with the place", arguments: faults)
    func refused(fault: Fault) {
        let solver = GLPKSolver()
        #expect(throws: SolverError.invalidProgram(fault.error)) { try solver.solveInteger(fault.program) }
        #expect(throws: SolverError.invalidProgram(fault.error)) { try solver.solveRelaxation(fault.program) }
        #expect(fault.error.description.contains(fault.message), "\(fault.error)")
    }

    @Test("A cost that is not a number is refused")
    func notANumber() {
        var program = LinearProgram.knapsack
        program.setCost(ofColumn: 1, to: .nan)
        // NaN is not equal to itself, so that the text is looked at.
        let error = #expect(throws: SolverError.self) { try GLPKSolver().solveInteger(program) }
        #expect(error?.description == "The cost of column 1 is nan; give a finite cost.")
    }

    @Test(
        "Limits below nothing, or not a number, are refused",
        arguments: [
            SolveLimits(seconds: -1), SolveLimits(seconds: .nan), SolveLimits(nodes: -1),
            SolveLimits(iterations: -1), SolveLimits(relativeGap: -0.1), SolveLimits(relativeGap: .nan),
        ])
    func limits(limits: SolveLimits) {
        #expect(throws: SolverError.self) { try GLPKSolver().solveInteger(.knapsack, limits: limits) }
        #expect(throws: SolverError.self) { try GLPKSolver().solveRelaxation(.knapsack, limits: limits) }
    }

    @Test("A time limit longer than any clock counts is no limit")
    func endless() throws {
        let result = try GLPKSolver().solveInteger(.knapsack, limits: SolveLimits(seconds: .infinity))
        #expect(result.termination == .optimal)
    }
}
