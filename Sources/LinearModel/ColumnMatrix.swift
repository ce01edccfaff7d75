// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// The nonzeros of a programme by column, beside the programme's own by row.
struct ColumnMatrix: Sendable {
    let start: [Int]
    let row: [Int32]
    let value: [Double]

    init(_ program: LinearProgram) {
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

    func terms(ofColumn column: Int) -> Range<Int> { start[column]..<start[column + 1] }
}
