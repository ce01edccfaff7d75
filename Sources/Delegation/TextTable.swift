// SPDX-License-Identifier: GPL-3.0-or-later

/// A table in plain text: columns as wide as their widest cell, two blanks between them.
struct TextTable {
    private let rows: [[String]]
    private let numbers: Set<Int>

    /// - Parameter numbers: Columns that are set to the right.
    init(_ header: [String], numbers: Set<Int>, _ rows: [[String]]) {
        self.rows = [header] + rows
        self.numbers = numbers
    }

    var text: String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = " "
            for (column, cell) in row.enumerated() {
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                line += " " + (numbers.contains(column) ? blanks + cell : cell + blanks) + " "
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
