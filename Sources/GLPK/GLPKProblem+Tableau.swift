// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

extension GLPKProblem {
    /// For each of these columns that is basic after the last relaxation: by how much each row at a bound takes part
    /// in its value. The sums of rows so weighted are the rows of the simplex tableau, of which cuts are made.
    ///
    /// The weights are right to rounding only; a cut has to be worked out anew from the rows themselves.
    public mutating func tableauRows(
        of columns: [Int]
    ) throws(SolverError) -> [(column: Int, weights: [(row: Int, weight: Double)])] {
        var weights = [Double](repeating: 0, count: program.rowCount)
        var rows: [(column: Int, weights: [(row: Int, weight: Double)])] = []
        for column in columns where column >= 0 && column < program.columnCount {
            guard try Door.check(cglpk_read_multipliers(handle, Int32(column), &weights)) == 0 else {
                continue
            }
            rows.append(
                (column, weights.indices.filter { weights[$0] != 0 }.map { (row: $0, weight: weights[$0]) }))
        }
        return rows
    }
}
