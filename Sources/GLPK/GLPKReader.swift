// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

/// Reads programmes back from files, as GLPK understands them; the check of what `GLPKWriter` wrote.
enum GLPKReader {
    /// The programme in a file. Names are not kept; free rows may be missing where the format has none.
    static func read(_ path: String, format: GLPKWriter.Format) throws(SolverError) -> LinearProgram {
        var loaded: OpaquePointer?
        guard try Door.check(cglpk_read(format.code, path, &loaded)) == 0, let handle = loaded else {
            throw .file(path: path, message: Door.lastLine)
        }
        defer { cglpk_free(handle) }
        var size = cglpk_size()
        try Door.check(cglpk_measure(handle, &size))
        guard !size.maximise, size.constant == 0 else {
            throw .file(path: path, message: "It maximises or has a constant term; neither is read.")
        }
        var program = LinearProgram()
        program.reserve(columns: Int(size.columns), rows: Int(size.rows), nonzeros: Int(size.terms))
        for column in 0..<size.columns {
            var (cost, lower, upper, integer) = (0.0, 0.0, 0.0, false)
            try Door.check(cglpk_read_column(handle, column, &cost, &lower, &upper, &integer))
            program.addColumn(cost: cost, lower: lower, upper: upper, integer: integer)
        }
        var columns = [Int32](repeating: 0, count: Int(size.columns) + 1)
        var values = [Double](repeating: 0, count: Int(size.columns) + 1)
        for row in 0..<size.rows {
            var (lower, upper, length) = (0.0, 0.0, Int32(0))
            try Door.check(cglpk_read_row(handle, row, &lower, &upper, &length, &columns, &values))
            program.beginRow(lower: lower, upper: upper)
            for term in 0..<Int(length) {
                program.addTerm(column: Int(columns[term + 1]) - 1, coefficient: values[term + 1])
            }
        }
        return program
    }
}
