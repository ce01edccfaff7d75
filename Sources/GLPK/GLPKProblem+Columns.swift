// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

// Columns are made as they are needed, while the problem keeps its basis.
extension GLPKProblem {
    /// Adds columns after those there are; the basis is kept, and values that met rows and bounds still do where the new ones may
    /// be 0, so that the primal method goes on from it.
    public mutating func addColumns(_ columns: [LinearProgram.Column]) throws(SolverError) {
        guard !columns.isEmpty else { return }
        var extended = program
        do {
            try extended.append(columns: columns)
            try extended.validate()
        } catch { throw .invalidProgram(error) }
        guard let count = Int32(exactly: columns.count), Int32(exactly: extended.columnCount) != nil else {
            throw .invalidOption("The programme is too large for GLPK; add fewer columns.")
        }
        var start = [0]
        for column in columns { start.append(start[start.count - 1] + column.terms.count) }
        try Door.check(
            cglpk_add_columns(
                handle, count, columns.map(\.cost), columns.map(\.lower), columns.map(\.upper),
                columns.map(\.isInteger), start, columns.flatMap { $0.terms.map { Int32($0.row) } },
                columns.flatMap { $0.terms.map(\.coefficient) }))
        program = extended
    }
}
