// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// A feasible solution of the weekly model, with the activity of each row kept up as columns change.
struct Incumbent: Sendable {
    private(set) var values: [Double]
    private(set) var activity: [Double]
    private(set) var objective: Double

    init(_ values: [Double], of program: LinearProgram) {
        self.values = values
        activity = (0..<program.rowCount).map { program.activity(ofRow: $0, at: values) }
        objective = program.objective(of: values)
    }

    mutating func set(_ column: Int, to value: Double, _ program: LinearProgram, _ matrix: ColumnMatrix) {
        let change = value - values[column]
        guard change != 0 else { return }
        values[column] = value
        objective += change * program.cost[column]
        for term in matrix.terms(ofColumn: column) {
            activity[Int(matrix.row[term])] += change * matrix.value[term]
        }
    }

    /// The incumbent with other values in some columns, where all their rows then hold and it is cheaper; nil where not.
    func adopting(
        _ found: [Double], at columns: [Int], _ program: LinearProgram, _ matrix: ColumnMatrix,
        leastGain: Double
    ) -> Incumbent? {
        var next = self
        var changed: [Int] = []
        for (local, column) in columns.enumerated() where next.values[column] != found[local] {
            next.set(column, to: found[local], program, matrix)
            changed.append(column)
        }
        guard next.objective < objective - leastGain else { return nil }
        for column in changed {
            for term in matrix.terms(ofColumn: column) {
                let row = Int(matrix.row[term])
                let slack = 1e-6 * max(1, abs(next.activity[row]))
                guard next.activity[row] >= program.rowLower[row] - slack,
                    next.activity[row] <= program.rowUpper[row] + slack
                else { return nil }
            }
        }
        return next
    }

    /// Works the objective out anew, so that rounding does not add up over many changes.
    mutating func refresh(_ program: LinearProgram) {
        self = Incumbent(values, of: program)
    }
}
