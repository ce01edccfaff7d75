// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Mixed-integer rounding cuts: a row is divided so that its whole columns' coefficients can be rounded, and what
/// rounding takes is made up for by the columns that need not be whole.
///
/// Marchand and Wolsey, "Aggregation and mixed integer rounding to solve MIPs", Operations Research 2001.
public struct RoundingCuts {
    private let program: LinearProgram
    private let variableBounds: VariableBounds
    private let matrix: ColumnMatrix
    /// Whether what a row has left is whole in every plan.
    private let isWholeRow: [Bool]

    /// How deep a cut has to be, as a distance from the relaxation's values.
    static let leastDepth = 5e-3
    /// Rows that one sum is made of at most.
    static let mostRows = 5
    /// How far a right-hand side's fraction stays from 0 and 1, so that rounding errors in it do no harm.
    static let leastFraction = 5e-3

    /// For the rows of a programme as it is now.
    public init(_ program: LinearProgram) {
        self.program = program
        matrix = ColumnMatrix(program)
        isWholeRow = (0..<program.rowCount).map { row in
            let side = program.rowUpper[row].isFinite ? program.rowUpper[row] : program.rowLower[row]
            return side == side.rounded()
                && program.terms(ofRow: row).allSatisfy {
                    program.isInteger[Int(program.columnIndex[$0])]
                        && program.value[$0] == program.value[$0].rounded()
                }
        }
        variableBounds = VariableBounds(program)
    }

    /// The best cut of each row, or of it and a few that share its columns, that the values break.
    ///
    /// - Parameter variant: Which of the columns that could go from a row goes first; another finds other cuts.
    public func cuts(at values: [Double], variant: Int = 0) -> [Cut] {
        var rounding = Rounding(program, variableBounds, values)
        let activity = (0..<program.rowCount).map { program.activity(ofRow: $0, at: values) }
        var cuts: [Cut] = []
        var aggregate = Aggregate(columns: program.columnCount)
        for row in 0..<program.rowCount {
            let room = min(program.rowUpper[row] - activity[row], activity[row] - program.rowLower[row])
            guard room < 0.5 else { continue }
            guard
                program.terms(ofRow: row).contains(where: {
                    isFractional(Int(program.columnIndex[$0]), values)
                })
            else { continue }
            aggregate.clear()
            var next: (row: Int, factor: Double)? = (row, 1)
            for _ in 0..<Self.mostRows {
                guard let (row, factor) = next else { break }
                aggregate.add(row, times: factor, program, activity[row], isWhole: isWholeRow[row])
                if let cut = rounding.cut(aggregate, times: 1) ?? rounding.cut(aggregate, times: -1) {
                    cuts.append(cut)
                    break
                }
                next = nextRow(
                    aggregate, rounding, activity, skipping: aggregate.rows.count == 1 ? variant : 0)
            }
        }
        return cuts
    }

    /// Cuts of weighted sums of rows, such as those of a simplex tableau (Gomory's mixed-integer cuts).
    public func cuts(of sums: [[(row: Int, weight: Double)]], at values: [Double]) -> [Cut] {
        var rounding = Rounding(program, variableBounds, values)
        let activity = (0..<program.rowCount).map { program.activity(ofRow: $0, at: values) }
        var cuts: [Cut] = []
        var aggregate = Aggregate(columns: program.columnCount)
        for sum in sums where sum.count <= Self.mostWeighted {
            aggregate.clear()
            let largest = sum.reduce(0) { max($0, abs($1.weight)) }
            for (row, weight) in sum where abs(weight) > 1e-9 * largest {
                aggregate.add(row, times: weight, program, activity[row], isWhole: isWholeRow[row])
            }
            for sign in [1.0, -1] {
                if let cut = rounding.cut(aggregate, times: sign), cut.columns.count <= Self.mostColumns {
                    cuts.append(cut)
                }
            }
        }
        return cuts
    }

    /// The deepest cuts of weighted sums of rows, at most so many, the deepest first.
    public func deepestCuts(
        of sums: [[(row: Int, weight: Double)]], at values: [Double], atMost most: Int
    ) -> [Cut] {
        let cuts = cuts(of: sums, at: values).map { (cut: $0, depth: $0.depth(at: values)) }
        let order = cuts.indices.sorted {
            cuts[$0].depth != cuts[$1].depth ? cuts[$0].depth > cuts[$1].depth : $0 < $1
        }
        return order.prefix(most).map { cuts[$0].cut }
    }

    /// Rows of a weighted sum at most, and columns of a cut of one: long rows slow the simplex method down.
    static let mostWeighted = 300
    static let mostColumns = 250

    /// A row, and how often, by which the column goes that is furthest from its bounds.
    private func nextRow(
        _ aggregate: Aggregate, _ rounding: Rounding, _ activity: [Double], skipping skipped: Int
    ) -> (row: Int, factor: Double)? {
        let open = aggregate.terms.filter { $0.coefficient != 0 }.map {
            (column: $0.column, coefficient: $0.coefficient, room: rounding.room($0.column))
        }
        .filter { $0.room > 1e-4 }.sorted { $0.room > $1.room }
        for column in open.dropFirst(open.count > skipped ? skipped : 0) {
            var best: (row: Int, factor: Double, score: Double)?
            for term in matrix.terms(ofColumn: column.column) {
                let row = Int(matrix.row[term])
                guard !aggregate.rows.contains(row) else { continue }
                let left = min(program.rowUpper[row] - activity[row], activity[row] - program.rowLower[row])
                let score = left + 1e-3 * Double(program.terms(ofRow: row).count)
                if left < 0.1, score < best?.score ?? .infinity {
                    best = (row, -column.coefficient / matrix.value[term], score)
                }
            }
            if let best { return (best.row, best.factor) }
        }
        return nil
    }

    private func isFractional(_ column: Int, _ values: [Double]) -> Bool {
        program.isInteger[column] && abs(values[column] - values[column].rounded()) > 1e-5
    }
}
