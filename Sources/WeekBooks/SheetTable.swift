// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workbooks

/// A sheet as the text of a table, and where each place in that text stands in the sheet.
struct SheetTable {
    /// The table: a record a row, cells from the sheet's first column to the last that is used. Rows that hold nothing are
    /// empty lines, so that a line has the number of its row, below cells of several lines aside.
    let text: [UInt8]
    /// The tab's name.
    private let name: String
    /// The row of each record, and the line that the record begins in.
    private let records: [(row: Int, line: Int)]
    /// The records, by position.
    private let cells: [[String]]

    /// - Returns: Nil where it would be larger as text than a table may be.
    init?(_ sheet: Sheet) {
        name = sheet.name
        let width = (sheet.rows.flatMap(\.cells).map(\.column).max() ?? -1) + 1
        var text = ""
        var line = 1
        var (records, all): ([(row: Int, line: Int)], [[String]]) = ([], [])
        for row in sheet.rows {
            let missing = row.number - (records.last?.row ?? 0) - 1
            let size = row.cells.reduce(width + missing) { $0 + $1.value.written.utf8.count }
            guard text.utf8.count + size <= InputFile.tableLimit else { return nil }
            text += String(repeating: "\n", count: missing)
            line += missing
            var cells = [String](repeating: "", count: width)
            for cell in row.cells { cells[cell.column] = cell.value.written }
            // Comments of the empty tables are rows of one cell.
            let isComment = cells.first?.hasPrefix("#") == true && cells.dropFirst().allSatisfy(\.isEmpty)
            let record =
                isComment
                ? String((cells.first ?? "").map { $0.isNewline ? " " : $0 })
                : cells.map(Self.quoted).joined(separator: ",")
            records.append((row.number, line))
            all.append(cells)
            text += record + "\n"
            line += 1 + record.utf8.count { $0 == 10 }
        }
        (self.text, self.records, cells) = (Array(text.utf8), records, all)
    }

    /// A cell as a table of text holds it.
    static func quoted(_ text: String) -> String {
        // A cell that begins with # would be a comment.
        let isOdd = text.utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
        guard isOdd || text.hasPrefix("#") else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Where a place in the text stands in the sheet.
    func place(line: Int?, column: Int?) -> (row: Int?, column: Int?, cell: String?) {
        guard let line, let index = records.lastIndex(where: { $0.line <= line }) else {
            return (nil, nil, nil)
        }
        let row = records[index].row
        guard let column else { return (row, nil, "A\(row)") }
        let position = position(of: index, line: line - records[index].line, column: column)
        return (row, position + 1, Sheet.columnName(position) + String(row))
    }

    /// The cell of a record in which a character of one of its lines stands.
    private func position(of index: Int, line: Int, column: Int) -> Int {
        var (lineNow, columnNow) = (0, 1)
        for (position, cell) in cells[index].enumerated() {
            for scalar in Self.quoted(cell).unicodeScalars {
                if scalar == "\n" { (lineNow, columnNow) = (lineNow + 1, 0) }
                if lineNow == line, columnNow >= column { return position }
                columnNow += 1
            }
            // The comma, or the end of the record.
            if lineNow == line, columnNow >= column { return position }
            columnNow += 1
        }
        return max(0, cells[index].count - 1)
    }
}
