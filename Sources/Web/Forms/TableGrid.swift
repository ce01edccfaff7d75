// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Wording

/// A table of a week as rows of cells that can be typed in: text in, text out, whatever is wrong in it.
struct TableGrid: Sendable, Equatable {
    /// Rows that are shown blank, to be filled in, under those that there are.
    static let spareRows = 5
    /// Its columns.
    let columns: [String]
    /// Its rows, each with a cell a column.
    let rows: [[String]]
    /// The line of the file on which each row stands; of rows that were typed, where they will stand.
    let lines: [Int]

    /// A table as its file has it; nil where it cannot be read as one. A file that is not there is a table without rows.
    init?(_ file: InputFile?, _ schema: TableSchema) {
        guard let file else {
            (columns, rows, lines) = (schema.columns.map(\.name), [], [])
            return
        }
        let diagnostics = Diagnostics()
        guard
            let table = CSVTable.read(
                file, required: schema.required, optional: schema.optional, others: .keep, diagnostics)
        else { return nil }
        let known = schema.columns.map(\.name).filter {
            schema.required.contains($0) || table.has($0) || table.rows.isEmpty
        }
        columns = known + table.others.map(\.header.text)
        rows = table.rows.map { row in
            known.map { table.field($0, of: row)?.text ?? "" }
                + table.others.map { row.cells.indices.contains($0.index) ? row.cells[$0.index].text : "" }
        }
        lines = table.rows.map(\.line)
    }

    /// A table as somebody typed it: `r0c0` and so on, and the columns' names in `c0` and so on. Rows without anything are
    /// left out.
    init?(_ form: Form) {
        guard let count = Int(form["rows"]), (0...CSVTable.rowLimit).contains(count),
            let width = Int(form["columns"]), (1...CSVTable.columnLimit).contains(width)
        else { return nil }
        columns = (0..<min(width, Form.mostFields)).map { form["c\($0)"] }
        let columns = columns
        rows = (0..<min(count, Form.mostFields / max(1, columns.count))).compactMap { row in
            let cells = columns.indices.map { form["r\(row)c\($0)"] }
            return cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } ? nil : cells
        }
        lines = rows.indices.map { $0 + 2 }
    }

    /// The table with a row put in, in place of those that are about the same.
    ///
    /// - Parameters:
    ///   - cells: What stands in it, by column; a column that the table lacks is added.
    ///   - key: The columns that say what a row is about.
    func putting(_ cells: [String: String], key: [String]) -> TableGrid {
        let new = cells.keys.filter { !columns.contains($0) }.sorted()
        let all = columns + new
        let others = rows.filter { row in
            !key.allSatisfy { name in
                (columns.firstIndex(of: name).map { row[$0] } ?? "") == (cells[name] ?? "")
            }
        }
        let longer = others.map { $0 + new.map { _ in "" } } + [all.map { cells[$0] ?? "" }]
        return TableGrid(columns: all, rows: longer, lines: longer.indices.map { $0 + 2 })
    }

    /// The table with another text in one column of the only row that has such cells; everything else stays as it is and
    /// where it is. Nil where no row has them, or several have.
    func setting(_ column: String, to text: String, where cells: [String: String]) -> TableGrid? {
        let all = columns.contains(column) ? columns : columns + [column]
        guard let place = all.firstIndex(of: column) else { return nil }
        let found = rows.indices.filter { row in
            cells.allSatisfy { name, text in
                columns.firstIndex(of: name).map { rows[row][$0] } == text
            }
        }
        guard found.count == 1 else { return nil }
        var longer = rows.map { $0 + Array(repeating: "", count: all.count - columns.count) }
        longer[found[0]][place] = text
        return TableGrid(columns: all, rows: longer, lines: longer.indices.map { $0 + 2 })
    }

    /// The cell of the first row that has such cells, by column.
    func cell(_ column: String, where cells: [String: String]) -> String? {
        guard let index = columns.firstIndex(of: column) else { return nil }
        return rows.first { row in
            cells.allSatisfy { name, text in
                (columns.firstIndex(of: name).map { row[$0] } ?? "") == text
            }
        }?[index]
    }

    /// The lines of a table's text that its reader passes over before the heading: what people wrote about it.
    static func remarks(of text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("#") }
            .map { $0 + "\n" }.joined()
    }

    /// Whether a table's text has commas between its cells, as it is written again.
    static func hasCommas(_ text: String) -> Bool {
        let heading = text.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") } ?? ""
        return heading.contains(",") || !heading.contains { ";\t|".contains($0) }
    }

    private init(columns: [String], rows: [[String]], lines: [Int]) {
        (self.columns, self.rows, self.lines) = (columns, rows, lines)
    }

    /// The table as its file.
    var csv: String { ([columns] + rows).map(CSVText.record).joined() }

    /// What is wrong with cells, by their number from the first one on, row by row.
    func marks(_ diagnostics: [Diagnostic]) -> [Int: [String]] {
        var marks: [Int: [String]] = [:]
        for one in diagnostics where one.severity == .error {
            guard let (row, column) = cell(of: one) else { continue }
            marks[row * columns.count + column, default: []].append(one.message)
        }
        return marks
    }

    /// Where a diagnostic of the table's file belongs; nil where it is about no cell.
    private func cell(of diagnostic: Diagnostic) -> (row: Int, column: Int)? {
        guard let line = diagnostic.line, let row = lines.lastIndex(where: { $0 <= line }),
            lines[row] == line,
            let field = diagnostic.field, let column = columns.firstIndex(of: field)
        else { return nil }
        return (row, column)
    }
}
