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

    /// Adds columns to the rows there are; none of them where a term is of a row that does not exist.
    ///
    /// - Throws: `LinearProgramError.rowOutOfRange` for the first such term.
    public mutating func append(columns: [Column]) throws(LinearProgramError) {
        var counts = [Int](repeating: 0, count: rowCount)
        for (place, column) in columns.enumerated() {
            for term in column.terms {
                guard counts.indices.contains(term.row) else {
                    throw .rowOutOfRange(column: columnCount + place, row: term.row, rowCount: rowCount)
                }
                counts[term.row] += 1
            }
        }
        var added = counts.map { count in
            var terms: [(column: Int32, value: Double)] = []
            terms.reserveCapacity(count)
            return terms
        }
        for column in columns {
            let index = addColumn(
                cost: column.cost, lower: column.lower, upper: column.upper, integer: column.isInteger)
            for term in column.terms {
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
