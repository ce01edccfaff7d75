// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows of a table as lines of plain text: columns as wide as their widest cell, two blanks before each.
public enum TextColumns {
    /// The lines, without line ends.
    ///
    /// - Parameters:
    ///   - rows: Cells, as many in each row; the headings first, where there are any.
    ///   - isNumber: Which columns are set to the right, by position.
    public static func lines(_ rows: [[String]], isNumber: (Int) -> Bool) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                line += "  " + (isNumber(column) ? blanks + cell : cell + blanks)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
