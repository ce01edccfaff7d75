// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Makes row duals that are nearly right prove more.
///
/// Each column with a reduced cost below 0 costs the bound its whole range, though a row may forbid that: contacts
/// of somebody not deployed, or deployments to two teams at once. Such rows' duals are moved until they say so.
public struct DualPolish: Sendable {
    /// A row of `VariableBounds`, the multiple being at most the column's own upper bound.
    private struct Tie: Sendable {
        var row: Int
        var column: Int
        var bounding: Int
        var coefficient: Double
        var most: Double
    }

    private let ties: [Tie]
    /// Rows of which at most one column, or exactly one, is 1.
    private let choices: [Int]

    /// For a programme's rows.
    public init(_ program: LinearProgram) {
        ties = VariableBounds(program).all.filter { column, bound in
            program.rowLower[bound.row] == -.infinity && bound.most <= program.upper[column]
        }.map { column, bound in
            Tie(
                row: bound.row, column: column, bounding: bound.column, coefficient: bound.coefficient,
                most: bound.most)
        }
        var isChosen = [Bool](repeating: false, count: program.columnCount)
        var choices: [Int] = []
        for row in 0..<program.rowCount where program.rowUpper[row] == 1 {
            let terms = program.terms(ofRow: row)
            let isChoice = terms.allSatisfy {
                let column = Int(program.columnIndex[$0])
                return program.value[$0] == 1 && program.isInteger[column] && program.lower[column] == 0
                    && program.upper[column] == 1 && !isChosen[column]
            }
            guard terms.count > 1, isChoice else { continue }
            for term in terms { isChosen[Int(program.columnIndex[term])] = true }
            choices.append(row)
        }
        self.choices = choices
    }

    /// The duals, moved; for a programme that begins with the rows this was made for.
    public func polished(_ duals: [Double], of program: LinearProgram) -> [Double] {
        // Those that would select a side there is not count as 0 in a bound.
        var duals = duals.indices.map { row in
            let side = duals[row] > 0 ? program.rowLower[row] : program.rowUpper[row]
            return side.isFinite ? duals[row] : 0
        }
        var reduced = program.reducedCosts(rowDuals: duals)
        for tie in ties where reduced[tie.column] < 0 {
            let short = reduced[tie.column]
            duals[tie.row] += short / tie.coefficient
            reduced[tie.column] = 0
            reduced[tie.bounding] += short * tie.most
        }
        for row in choices {
            let terms = program.terms(ofRow: row)
            var least = terms.reduce(Double.infinity) { min($0, reduced[Int(program.columnIndex[$1])]) }
            // At most one may be none at all, whose price is nothing; and the dual stays of one sign.
            if program.rowLower[row] != program.rowUpper[row] { least = min(least, -min(0, duals[row])) }
            duals[row] += least
            for term in terms { reduced[Int(program.columnIndex[term])] -= least }
        }
        return duals
    }
}
