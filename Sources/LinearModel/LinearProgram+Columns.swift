// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// A column with its terms.
    public struct Column: Sendable {
        /// What one unit of it adds to the objective.
        public var cost: Double
        /// The least value.
        public var lower: Double
        /// The greatest value.
        public var upper: Double
        /// Whether it takes whole values only.
        public var isInteger: Bool
        /// Its terms, each row once.
        public var terms: [(row: Int, coefficient: Double)]

        /// A column; from 0 to 1 where nothing else is said.
        public init(
            cost: Double, lower: Double = 0, upper: Double = 1, isInteger: Bool = false,
            terms: [(row: Int, coefficient: Double)]
        ) {
            self.cost = cost
            self.lower = lower
            self.upper = upper
            self.isInteger = isInteger
            self.terms = terms
        }
    }

    /// Adds columns to the rows there are. Terms of rows that do not exist are refused by `validate()`, as columns beyond the
    /// last.
    public mutating func append(columns: [Column]) {
        var added = [[(column: Int32, value: Double)]](repeating: [], count: rowCount)
        for column in columns {
            let index = addColumn(
                cost: column.cost, lower: column.lower, upper: column.upper, integer: column.isInteger)
            for term in column.terms {
                guard added.indices.contains(term.row) else {
                    // A row beyond the last: the place is kept as a cost that no solver takes.
                    setCost(ofColumn: index, to: .nan)
                    continue
                }
                added[term.row].append((Int32(clamping: index), term.coefficient))
            }
        }
        var (start, index, values) = ([0], [Int32](), [Double]())
        index.reserveCapacity(columnIndex.count)
        values.reserveCapacity(value.count)
        for row in 0..<rowCount {
            index += columnIndex[terms(ofRow: row)]
            values += value[terms(ofRow: row)]
            for term in added[row] {
                index.append(term.column)
                values.append(term.value)
            }
            start.append(index.count)
        }
        (rowStart, columnIndex, value) = (start, index, values)
    }
}
