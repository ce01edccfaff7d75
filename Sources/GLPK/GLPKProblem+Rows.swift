// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

// Cutting planes come and go while the problem keeps its basis.
extension GLPKProblem {
    /// Adds all rows of another programme over the same columns below those there are; the basis is kept, so that
    /// the dual method goes on from it. Only the rows of `rows` are read.
    public mutating func addRows(of rows: LinearProgram) throws(SolverError) {
        guard rows.rowCount > 0 else { return }
        var extended = program
        extended.append(rowsOf: rows)
        do { try extended.validate() } catch { throw .invalidProgram(error) }
        guard let count = Int32(exactly: rows.rowCount), Int32(exactly: extended.rowCount) != nil else {
            throw .invalidOption("The programme is too large for GLPK; add fewer rows.")
        }
        try Door.check(
            cglpk_add_rows(
                handle, count, rows.rowLower, rows.rowUpper, rows.rowStart, rows.columnIndex, rows.value))
        program = extended
    }

    /// Removes rows, ascending and each given once; those below move up. The basis is kept if none of them is at a
    /// bound in it, else the next solve starts from the slacks.
    public mutating func removeRows(_ rows: [Int]) throws(SolverError) {
        guard !rows.isEmpty else { return }
        for (position, row) in rows.enumerated() {
            let isAscending = position == 0 || rows[position - 1] < row
            guard isAscending, row >= 0, row < program.rowCount else {
                throw .invalidOption("The row \(row) is out of order or not one of \(program.rowCount).")
            }
        }
        try Door.check(cglpk_delete_rows(handle, Int32(rows.count), rows.map { Int32($0) }))
        program.remove(rows: rows)
    }
}
