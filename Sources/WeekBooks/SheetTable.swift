// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workbooks

/// A sheet as the text of a table, and where each place in that text stands in the sheet.
struct SheetTable {
    /// The table: a record a row, cells from the sheet's first column to the last that is used. Rows that hold nothing are
    /// empty lines, so that a line has the number of its row, below cells of several lines aside.
    let text: [UInt8]
    /// The row of each record, and the line that the record begins in.
    private let records: [(row: Int, line: Int)]
    /// Of each record the cells that hold something.
    private let cells: [[(column: Int, text: String)]]

    /// - Parameter room: The most bytes that it may have as text.
    /// - Returns: Nil where it would be larger, or wider, than a table may be.
    init?(_ sheet: Sheet, room: Int = InputFile.tableLimit) {
        let width = (sheet.rows.lazy.flatMap(\.cells).map(\.column).max() ?? -1) + 1
        guard width <= CSVTable.columnLimit else { return nil }
        var text = ""
        var line = 1
        var (records, all): ([(row: Int, line: Int)], [[(column: Int, text: String)]]) = ([], [])
        for row in sheet.rows {
            let missing = row.number - (records.last?.row ?? 0) - 1
            let size = row.cells.reduce(width + missing) { $0 + $1.value.written.utf8.count }
            guard missing >= 0, text.utf8.count + size <= room else { return nil }
            text += String(repeating: "\n", count: missing)
            line += missing
            var cells = [String](repeating: "", count: width)
            let written = row.cells.map { (column: $0.column, text: $0.value.written) }
            for cell in written { cells[cell.column] = cell.text }
            // Comments of the empty tables are rows of one cell.
            let isComment = cells.first?.hasPrefix("#") == true && cells.dropFirst().allSatisfy(\.isEmpty)
            let record =
                isComment
                ? String((cells.first ?? "").map { $0.isNewline ? " " : $0 })
                : cells.map(Self.quoted).joined(separator: ",")
            records.append((row.number, line))
            all.append(written)
            text += record + "\n"
            line += 1 + Self.lineEnds(in: record)
        }
        (self.text, self.records, cells) = (Array(text.utf8), records, all)
    }

    /// Ends of lines as the reader of tables counts them: LF, CR, and both as one.
    private static func lineEnds(in record: String) -> Int {
        var (count, before): (Int, UInt8) = (0, 0)
        for byte in record.utf8 {
            if byte == 13 || byte == 10 && before != 13 { count += 1 }
            before = byte
        }
        return count
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

    /// A sentence in which lines of the text are rows of the sheet.
    func rows(in sentence: String) -> String {
        Quotation.outside(sentence) { text in
            String(
                text.replacing(/\bline ([0-9]{1,7})\b(?![.\-_][A-Za-z0-9])/) { match in
                    let row = Int(match.output.1).flatMap { place(line: $0, column: nil).row }
                    return row.map { "row \($0)" } ?? String(match.output.0)
                })
        }
    }

    /// The cell of a record in which a character of one of its lines stands.
    private func position(of index: Int, line: Int, column: Int) -> Int {
        var (lineNow, columnNow, position) = (0, 1, 0)
        for cell in cells[index] {
            // A comma for each cell before it that holds nothing.
            let gap = cell.column - position
            if lineNow == line, columnNow + gap > column, gap > 0 {
                return position + max(0, column - columnNow)
            }
            (columnNow, position) = (columnNow + gap, cell.column)
            var before: Unicode.Scalar?
            for scalar in Self.quoted(cell.text).unicodeScalars {
                // As the reader of tables counts: LF, CR, and both as one.
                let ends = scalar == "\r" || scalar == "\n" && before != "\r"
                if ends { (lineNow, columnNow) = (lineNow + 1, 0) }
                if scalar == "\n", before == "\r" { columnNow = 0 }
                if lineNow == line, columnNow >= column { return position }
                columnNow += 1
                before = scalar
            }
            // The comma, or the end of the record.
            if lineNow == line, columnNow >= column { return position }
            columnNow += 1
            position += 1
        }
        return lineNow == line ? position + max(0, column - columnNow) : max(0, position - 1)
    }
}
