// SPDX-License-Identifier: GPL-3.0-or-later

/// What is left of a programme once some of its columns have their values.
public struct FixedProgram: Sendable, Equatable {
    /// The programme of the other columns. Rows that cannot bind are left out of it.
    public let program: LinearProgram
    /// Which columns of the whole programme its columns are, ascending.
    public let columns: [Int]
    /// What the columns that have their values add to the objective.
    public let constant: Double
    private let values: [Double]

    init(_ program: LinearProgram, columns: [Int], constant: Double, values: [Double]) {
        self.program = program
        self.columns = columns
        self.constant = constant
        self.values = values
    }

    /// The values of all columns of the whole programme, from those of the columns that were left.
    public func restoring(_ left: [Double]) -> [Double] {
        var all = values
        for (column, value) in zip(columns, left) { all[column] = value }
        return all
    }
}

extension LinearProgram {
    /// Below this a row that has no column left counts as kept.
    private static let tolerance = 1e-6

    /// This programme with some columns fixed at their values, and without them: bounds of rows are shifted by what
    /// these columns add to them.
    ///
    /// A row that the bounds of its columns keep by themselves is left out. One that its fixed columns alone break
    /// stays, without a term, so that the programme stays infeasible.
    ///
    /// - Parameters:
    ///   - values: A value for each column; those of columns that are not fixed do not matter.
    ///   - isFixed: Whether a column has its value, for each.
    public func fixing(_ values: [Double], where isFixed: [Bool]) -> FixedProgram {
        var left = LinearProgram()
        var columns: [Int] = []
        var local = [Int](repeating: -1, count: columnCount)
        var constant = 0.0
        for column in 0..<columnCount {
            if isFixed[column] {
                constant += cost[column] * values[column]
            } else {
                local[column] = columns.count
                columns.append(column)
                left.addColumn(
                    cost: cost[column], lower: lower[column], upper: upper[column],
                    integer: isInteger[column])
            }
        }
        for row in 0..<rowCount {
            addRest(ofRow: row, values, local, to: &left)
        }
        return FixedProgram(left, columns: columns, constant: constant, values: values)
    }

    private func addRest(ofRow row: Int, _ values: [Double], _ local: [Int], to left: inout LinearProgram) {
        var terms: [(column: Int, coefficient: Double)] = []
        var (fixed, least, most) = (0.0, 0.0, 0.0)
        for term in self.terms(ofRow: row) where value[term] != 0 {
            let column = Int(columnIndex[term])
            guard local[column] >= 0 else {
                fixed += value[term] * values[column]
                continue
            }
            terms.append((local[column], value[term]))
            let ends = (value[term] * lower[column], value[term] * upper[column])
            least += min(ends.0, ends.1)
            most += max(ends.0, ends.1)
        }
        let (from, to) = (Self.tidy(rowLower[row] - fixed), Self.tidy(rowUpper[row] - fixed))
        if least >= from - Self.tolerance, most <= to + Self.tolerance { return }
        left.addRow(lower: from, upper: to, terms)
    }

    /// Rounds off what adding and taking away left of a number with few decimals.
    private static func tidy(_ value: Double) -> Double {
        let rounded = (value * 1e6).rounded() / 1e6
        return abs(rounded - value) < 1e-8 ? rounded : value
    }
}
