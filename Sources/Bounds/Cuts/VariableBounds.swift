// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Columns that a row keeps at no more than a multiple of a column of 0 and 1: contacts of somebody deployed, say.
struct VariableBounds {
    /// A row `a·y − b·x ≤ 0` as a bound of `y`: at most `most` times `x`.
    struct Bound {
        var row: Int
        /// The column of 0 and 1.
        var column: Int
        /// The row's coefficient of the column that is bounded.
        var coefficient: Double
        var most: Double
    }

    /// The bound of each column, of the first row that has one; nil for others. What bounds another has none, so that
    /// writing a column from its bound once is enough.
    private let bounds: [Bound?]

    init(_ program: LinearProgram) {
        var bounds = [Bound?](repeating: nil, count: program.columnCount)
        for row in 0..<program.rowCount where program.rowUpper[row] == 0 {
            let terms = program.terms(ofRow: row)
            guard terms.count == 2 else { continue }
            let isFirst = program.value[terms.lowerBound] > 0
            let (one, other) = isFirst ? (0, 1) : (1, 0)
            let (y, x) = (terms.lowerBound + one, terms.lowerBound + other)
            let (bounded, column) = (Int(program.columnIndex[y]), Int(program.columnIndex[x]))
            guard program.value[y] > 0, program.value[x] < 0, program.lower[bounded] == 0,
                program.isInteger[column], program.lower[column] == 0, program.upper[column] == 1,
                bounds[bounded] == nil
            else { continue }
            let most = -program.value[x] / program.value[y]
            // Whole, or what is left of the bound would not be whole for a whole column.
            guard !program.isInteger[bounded] || most == most.rounded() else { continue }
            bounds[bounded] = Bound(row: row, column: column, coefficient: program.value[y], most: most)
        }
        for bound in bounds.compactMap({ $0 }) { bounds[bound.column] = nil }
        self.bounds = bounds
    }

    subscript(column: Int) -> Bound? { bounds[column] }

    /// Every bounded column with its bound, by row.
    var all: [(column: Int, bound: Bound)] {
        bounds.indices.compactMap { column in bounds[column].map { (column, $0) } }
            .sorted { $0.bound.row < $1.bound.row }
    }
}
