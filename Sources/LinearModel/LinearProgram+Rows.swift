// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// Adds the rows of another programme over the same columns below these.
    public mutating func append(rowsOf other: LinearProgram) {
        let start = columnIndex.count
        rowLower += other.rowLower
        rowUpper += other.rowUpper
        rowStart += other.rowStart.dropFirst().map { $0 + start }
        columnIndex += other.columnIndex
        value += other.value
    }

    /// Removes the rows with these indices, ascending; rows below move up.
    public mutating func remove(rows: [Int]) {
        guard let first = rows.first else { return }
        var next = 0
        var row = first
        var term = rowStart[first]
        for old in first..<rowCount {
            if next < rows.count, rows[next] == old {
                next += 1
                continue
            }
            let terms = rowStart[old]..<rowStart[old + 1]
            rowLower[row] = rowLower[old]
            rowUpper[row] = rowUpper[old]
            for source in terms {
                columnIndex[term] = columnIndex[source]
                value[term] = value[source]
                term += 1
            }
            // Safe in place: the write lies at or before what is still to be read.
            rowStart[row] = term - terms.count
            row += 1
        }
        rowStart[row] = term
        rowLower.removeSubrange(row...)
        rowUpper.removeSubrange(row...)
        rowStart.removeSubrange((row + 1)...)
        columnIndex.removeSubrange(term...)
        value.removeSubrange(term...)
    }
}
