// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Makes row duals that are nearly right prove more.
///
/// Each column with a reduced cost below 0 costs the bound its whole range, though a row may forbid that: contacts
/// of somebody not deployed, or deployments to two teams at once. Such rows' duals are moved until they say so.
struct DualPolish: Sendable {
    /// A row `y − most·x ≤ 0`, the multiple being `y`'s own upper bound.
    private struct Tie: Sendable {
        var row: Int32
        var column: Int32
        var deployment: Int32
        var most: Double
    }

    private let ties: [Tie]
    /// Rows of which at most one column, or exactly one, is 1.
    private let choices: [Int]

    init(_ program: LinearProgram) {
        var ties: [Tie] = []
        var choices: [Int] = []
        var isTied = [Bool](repeating: false, count: program.columnCount)
        var isChosen = isTied
        for row in 0..<program.rowCount {
            let terms = program.terms(ofRow: row)
            if terms.count == 2, program.rowUpper[row] == 0, program.rowLower[row] == -.infinity {
                let (one, other) = (terms.lowerBound, terms.lowerBound + 1)
                let (y, x) = program.value[one] == 1 ? (one, other) : (other, one)
                let (column, deployment) = (Int(program.columnIndex[y]), Int(program.columnIndex[x]))
                let most = -program.value[x]
                guard program.value[y] == 1, most > 0, !isTied[column],
                    most * program.upper[deployment] <= program.upper[column], program.lower[deployment] == 0,
                    program.lower[column] == 0
                else { continue }
                isTied[column] = true
                ties.append(
                    Tie(row: Int32(row), column: Int32(column), deployment: Int32(deployment), most: most))
            } else if terms.count > 1, program.rowUpper[row] == 1,
                terms.allSatisfy({
                    let column = Int(program.columnIndex[$0])
                    return program.value[$0] == 1 && program.isInteger[column] && program.lower[column] == 0
                        && program.upper[column] == 1 && !isChosen[column]
                })
            {
                for term in terms { isChosen[Int(program.columnIndex[term])] = true }
                choices.append(row)
            }
        }
        // A column that others are tied to is not moved on itself: once is enough.
        let deployments = Set(ties.map(\.deployment))
        self.ties = ties.filter { !deployments.contains($0.column) }
        self.choices = choices
    }

    /// The duals, moved; for a programme that begins with the rows this was made for.
    func polished(_ duals: [Double], of program: LinearProgram) -> [Double] {
        // Those that would select a side there is not count as 0 in a bound.
        var duals = duals.indices.map { row in
            let side = duals[row] > 0 ? program.rowLower[row] : program.rowUpper[row]
            return side.isFinite ? duals[row] : 0
        }
        var reduced = program.reducedCosts(rowDuals: duals)
        for tie in ties where reduced[Int(tie.column)] < 0 {
            let short = reduced[Int(tie.column)]
            duals[Int(tie.row)] += short
            reduced[Int(tie.column)] = 0
            reduced[Int(tie.deployment)] += short * tie.most
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
