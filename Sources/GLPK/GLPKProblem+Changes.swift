// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

// Each change is refused as `LinearProgram.validate()` would refuse it, before GLPK sees it.
extension GLPKProblem {
    /// Replaces the bounds of a column; the basis is kept.
    public mutating func setColumnBounds(_ column: Int, lower: Double, upper: Double) throws(SolverError) {
        let index = try Self.index(column, below: program.columnCount, "column")
        do { try LinearProgram.validateBounds(lower, upper, of: .column(column)) } catch {
            throw .invalidProgram(error)
        }
        if program.isInteger[column] {
            for bound in [lower, upper] where bound.isFinite && bound != bound.rounded() {
                throw .invalidProgram(.fractionalBound(column: column, bound: bound))
            }
        }
        try Door.check(cglpk_set_column_bounds(handle, index, lower, upper))
        program.setBounds(ofColumn: column, lower: lower, upper: upper)
    }

    /// Replaces the bounds of a row; the basis is kept.
    public mutating func setRowBounds(_ row: Int, lower: Double, upper: Double) throws(SolverError) {
        let index = try Self.index(row, below: program.rowCount, "row")
        do { try LinearProgram.validateBounds(lower, upper, of: .row(row)) } catch {
            throw .invalidProgram(error)
        }
        try Door.check(cglpk_set_row_bounds(handle, index, lower, upper))
        program.setBounds(ofRow: row, lower: lower, upper: upper)
    }

    /// Replaces the cost of a column; the basis is kept.
    public mutating func setCost(_ column: Int, to cost: Double) throws(SolverError) {
        let index = try Self.index(column, below: program.columnCount, "column")
        guard cost.isFinite else { throw .invalidProgram(.costNotFinite(column: column, value: cost)) }
        try Door.check(cglpk_set_cost(handle, index, cost))
        program.setCost(ofColumn: column, to: cost)
    }

    private static func index(_ index: Int, below count: Int, _ kind: String) throws(SolverError) -> Int32 {
        guard index >= 0, index < count, let narrow = Int32(exactly: index) else {
            throw .invalidOption("There is no \(kind) \(index); there are \(count).")
        }
        return narrow
    }
}
