// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// A sum of rows, each with what it has left, so that it is an equation. Made once, used for one sum after the other.
struct Aggregate {
    /// What a row has left, in the sum.
    struct Slack {
        var row: Int
        var coefficient: Double
        /// How much it is now.
        var amount: Double
        var isWhole: Bool
    }

    private(set) var rows: [Int] = []
    private(set) var terms: [(column: Int, coefficient: Double)] = []
    private(set) var slacks: [Slack] = []
    private(set) var right = 0.0
    /// Where in `terms` each column is; −1: nowhere.
    private var place: [Int32]

    init(columns: Int) { place = [Int32](repeating: -1, count: columns) }

    /// Empties it for another sum.
    mutating func clear() {
        for term in terms { place[term.column] = -1 }
        terms.removeAll(keepingCapacity: true)
        slacks.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        right = 0
    }

    mutating func add(
        _ row: Int, times factor: Double, _ program: LinearProgram, _ activity: Double, isWhole: Bool
    ) {
        rows.append(row)
        for term in program.terms(ofRow: row) {
            let column = Int(program.columnIndex[term])
            let added = factor * program.value[term]
            let index = Int(place[column])
            if index < 0 {
                place[column] = Int32(terms.count)
                terms.append((column, added))
            } else {
                let sum = terms[index].coefficient + added
                // What was to go is gone, whatever rounding left of it: too little to be a coefficient.
                terms[index].coefficient = abs(sum) < 1e-11 * abs(added) ? 0 : sum
            }
        }
        let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
        right += factor * (upper.isFinite ? upper : lower)
        guard lower != upper else { return }
        slacks.append(
            Slack(
                row: row, coefficient: upper.isFinite ? factor : -factor,
                amount: max(0, upper.isFinite ? upper - activity : activity - lower), isWhole: isWhole))
    }
}
