// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// Makes room, so that building a programme of known size does not copy.
    public mutating func reserve(columns: Int, rows: Int, nonzeros: Int) {
        cost.reserveCapacity(columns)
        lower.reserveCapacity(columns)
        upper.reserveCapacity(columns)
        isInteger.reserveCapacity(columns)
        rowLower.reserveCapacity(rows)
        rowUpper.reserveCapacity(rows)
        rowStart.reserveCapacity(rows + 1)
        columnIndex.reserveCapacity(nonzeros)
        value.reserveCapacity(nonzeros)
    }

    /// Adds a column and returns its index.
    @discardableResult
    public mutating func addColumn(cost: Double, lower: Double, upper: Double, integer: Bool) -> Int {
        self.cost.append(cost)
        self.lower.append(lower)
        self.upper.append(upper)
        isInteger.append(integer)
        return columnCount - 1
    }

    /// Adds a row with its terms and returns its index. A column may occur once in a row.
    @discardableResult
    public mutating func addRow(
        lower: Double, upper: Double, _ terms: some Sequence<(column: Int, coefficient: Double)>
    ) -> Int {
        let row = beginRow(lower: lower, upper: upper)
        for (column, coefficient) in terms {
            addTerm(column: column, coefficient: coefficient)
        }
        return row
    }

    /// Starts a row without terms and returns its index; `addTerm` adds to the row begun last.
    @discardableResult
    public mutating func beginRow(lower: Double, upper: Double) -> Int {
        rowLower.append(lower)
        rowUpper.append(upper)
        rowStart.append(columnIndex.count)
        return rowCount - 1
    }

    /// Adds a term to the row begun last. Columns out of range or given twice are refused by `validate()`.
    public mutating func addTerm(column: Int, coefficient: Double) {
        // Clamped, an index too large for Int32 stays out of range and is refused with the others.
        columnIndex.append(Int32(clamping: column))
        value.append(coefficient)
        rowStart[rowStart.count - 1] += 1
    }

    /// Replaces the cost of a column.
    public mutating func setCost(ofColumn column: Int, to cost: Double) {
        self.cost[column] = cost
    }

    /// Replaces the bounds of a column.
    public mutating func setBounds(ofColumn column: Int, lower: Double, upper: Double) {
        self.lower[column] = lower
        self.upper[column] = upper
    }

    /// Replaces the bounds of a row.
    public mutating func setBounds(ofRow row: Int, lower: Double, upper: Double) {
        rowLower[row] = lower
        rowUpper[row] = upper
    }

    /// Says whether a column takes whole values only.
    public mutating func setInteger(_ integer: Bool, column: Int) {
        isInteger[column] = integer
    }
}
