// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import SeededRandom

/// A programme with rows and columns scaled so that one step length suits all, its matrix kept by row and by column.
///
/// Ruiz, "A scaling algorithm to equilibrate both rows and columns norms in matrices", 2001, then Pock and
/// Chambolle, "Diagonal preconditioning for first order primal-dual algorithms in convex optimization", ICCV 2011;
/// as in Applegate et al., "Practical large-scale linear programming using primal-dual hybrid gradient", 2021.
struct ScaledProgram {
    /// What a scaled row dual or column value is times, to be one of the programme.
    let rowScale: [Double]
    let columnScale: [Double]
    let cost: [Double]
    let lower: [Double]
    let upper: [Double]
    let rowLower: [Double]
    let rowUpper: [Double]
    /// The scaled matrix.
    let byRow: SparseLines
    let byColumn: SparseLines
    /// The step length: the reciprocal of the scaled matrix's norm, with a margin.
    private(set) var step: Double

    init(_ program: LinearProgram) {
        let (rows, columns) = Self.scales(program)
        rowScale = rows
        columnScale = columns
        cost = program.cost.indices.map { program.cost[$0] * columns[$0] }
        lower = program.lower.indices.map { program.lower[$0] / columns[$0] }
        upper = program.upper.indices.map { program.upper[$0] / columns[$0] }
        rowLower = program.rowLower.indices.map { program.rowLower[$0] * rows[$0] }
        rowUpper = program.rowUpper.indices.map { program.rowUpper[$0] * rows[$0] }
        var values = program.value
        for row in 0..<program.rowCount {
            for term in program.terms(ofRow: row) {
                values[term] *= rows[row] * columns[Int(program.columnIndex[term])]
            }
        }
        byRow = SparseLines(
            start: program.rowStart.map { Int32($0) }, index: program.columnIndex, value: values)
        byColumn = byRow.transposed(count: program.columnCount)
        step = 0
        step = 0.98 / max(1e-9, norm())
    }

    private static func scales(_ program: LinearProgram) -> (rows: [Double], columns: [Double]) {
        var rows = [Double](repeating: 1, count: program.rowCount)
        var columns = [Double](repeating: 1, count: program.columnCount)
        func round(_ size: (inout Double, Double) -> Void) {
            var rowSize = [Double](repeating: 0, count: rows.count)
            var columnSize = [Double](repeating: 0, count: columns.count)
            for row in rows.indices {
                for term in program.terms(ofRow: row) {
                    let column = Int(program.columnIndex[term])
                    let value = abs(program.value[term]) * rows[row] * columns[column]
                    size(&rowSize[row], value)
                    size(&columnSize[column], value)
                }
            }
            for row in rows.indices where rowSize[row] > 0 { rows[row] /= rowSize[row].squareRoot() }
            for column in columns.indices where columnSize[column] > 0 {
                columns[column] /= columnSize[column].squareRoot()
            }
        }
        for _ in 0..<10 { round { $0 = max($0, $1) } }
        round { $0 += $1 }
        return (rows, columns)
    }

    /// The matrix's norm, from below, by the power method.
    private func norm() -> Double {
        var random = SeededRandom(seed: 1)
        var vector = cost.map { _ in 0.5 + Double(random.below(1_000)) / 1_000 }
        var norm = 0.0
        for _ in 0..<30 {
            let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard length > 0 else { return norm }
            for column in vector.indices { vector[column] /= length }
            let activity = (0..<rowLower.count).map { byRow.product($0, vector.span) }
            let size = activity.reduce(0) { $0 + $1 * $1 }
            vector = (0..<vector.count).map { byColumn.product($0, activity.span) }
            norm = size.squareRoot()
        }
        return norm
    }
}
