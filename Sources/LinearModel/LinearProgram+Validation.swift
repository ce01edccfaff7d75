// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// Refuses what no solver can be given: GLPK would accept NaN silently and abort on a column given twice.
    ///
    /// Takes time and memory linear in the size of the programme.
    public func validate() throws(LinearProgramError) {
        for column in 0..<columnCount {
            try validateColumn(column)
        }
        guard rowStart[0] == 0 else { throw .termBeforeFirstRow }
        var lastRowOfColumn = [Int](repeating: -1, count: columnCount)
        for row in 0..<rowCount {
            try Self.validateBounds(rowLower[row], rowUpper[row], of: .row(row))
            for term in terms(ofRow: row) {
                let column = Int(columnIndex[term])
                guard column >= 0, column < columnCount else {
                    throw .columnOutOfRange(row: row, column: column, columnCount: columnCount)
                }
                guard value[term].isFinite else {
                    throw .coefficientNotFinite(row: row, column: column, value: value[term])
                }
                guard lastRowOfColumn[column] != row else {
                    throw .duplicateColumn(row: row, column: column)
                }
                lastRowOfColumn[column] = row
            }
        }
    }

    private func validateColumn(_ column: Int) throws(LinearProgramError) {
        guard cost[column].isFinite else { throw .costNotFinite(column: column, value: cost[column]) }
        try Self.validateBounds(lower[column], upper[column], of: .column(column))
        guard isInteger[column] else { return }
        for bound in [lower[column], upper[column]] where bound.isFinite && bound != bound.rounded() {
            throw .fractionalBound(column: column, bound: bound)
        }
    }

    /// Bounds as every solver wants them: numbers, in order, and leaving room for a finite value.
    public static func validateBounds(
        _ lower: Double, _ upper: Double, of place: LinearProgramError.Place
    ) throws(LinearProgramError) {
        guard !lower.isNaN, !upper.isNaN else { throw .boundNotANumber(place) }
        guard lower <= upper, lower < .infinity, upper > -.infinity else {
            throw .emptyBounds(place, lower: lower, upper: upper)
        }
    }
}
