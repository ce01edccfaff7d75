// SPDX-License-Identifier: GPL-3.0-or-later

/// The nonzeros of a programme by column, beside the programme's own by row.
public struct ColumnMatrix: Sendable {
    private let start: [Int]
    /// The row of each nonzero.
    public let row: [Int32]
    /// Its value.
    public let value: [Double]

    /// The matrix of that programme as it is now.
    public init(_ program: LinearProgram) {
        var start = [Int](repeating: 0, count: program.columnCount + 1)
        for column in program.columnIndex { start[Int(column) + 1] += 1 }
        for column in 0..<program.columnCount { start[column + 1] += start[column] }
        var next = start
        var row = [Int32](repeating: 0, count: program.nonzeroCount)
        var value = [Double](repeating: 0, count: program.nonzeroCount)
        for r in 0..<program.rowCount {
            for term in program.terms(ofRow: r) {
                let column = Int(program.columnIndex[term])
                row[next[column]] = Int32(r)
                value[next[column]] = program.value[term]
                next[column] += 1
            }
        }
        self.start = start
        self.row = row
        self.value = value
    }

    /// Where the nonzeros of a column are, in `row` and `value`, by ascending row.
    public func terms(ofColumn column: Int) -> Range<Int> { start[column]..<start[column + 1] }
}
