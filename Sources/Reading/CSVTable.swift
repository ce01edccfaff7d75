// SPDX-License-Identifier: GPL-3.0-or-later

/// A table with a header row: cells by column name, each with its place.
///
///     let table = CSVTable.read(file, required: ["staff", "team"], optional: ["from"], diagnostics)
///     for row in table?.rows ?? [] {
///         let staff = table?.field("staff", of: row)
///     }
///
/// What is wrong with the table as a table is reported on the way in; what is wrong inside a cell is for the
/// reader of that table to say. A row that is too short keeps the cells it has.
public struct CSVTable: Sendable {
    /// The most rows that are read: a million.
    public static let rowLimit = 1_000_000

    /// What to do with columns that are not named in the contract.
    public enum OtherColumns: Sendable {
        /// Warn, with the nearest known name, and leave them out.
        case warn
        /// Leave them to the caller, who finds them in `others`.
        case keep
    }

    /// One row of cells.
    public struct Row: Sendable {
        /// The line on which the row starts, from 1.
        public let line: Int
        /// The cells in the order of the file.
        public let cells: [CSVCell]
    }

    /// The file, as a path from its folder.
    public let file: String
    /// The rows that hold anything, in file order.
    public let rows: [Row]
    /// The header cells that are none of the known columns, with their index; only with `OtherColumns.keep`.
    public let others: [(index: Int, header: CSVCell)]
    /// The lines of rows that have cells and nothing in them, as spreadsheets leave them; they are not in `rows`.
    public let emptyRows: [Int]
    /// Where the header row stands.
    public let headerLine: Int
    private let indices: [String: Int]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - input: The file; UTF-8, a byte-order mark is tolerated.
    ///   - required: Columns without which the table makes no sense.
    ///   - optional: Columns that may be left out.
    ///   - others: What to do with any other column.
    ///   - diagnostics: Takes every problem of the table's form.
    /// - Returns: Nil where there is no header row to go by.
    public static func read(
        _ input: InputFile, required: [String], optional: [String] = [], others: OtherColumns = .warn,
        _ diagnostics: Diagnostics
    ) -> CSVTable? {
        guard TextCheck.isText(input, diagnostics) else { return nil }
        return input.bytes.withUnsafeBufferPointer { bytes in
            var scanner = CSVScanner(bytes, file: input.path, diagnostics)
            guard let header = scanner.next() else {
                diagnostics.add(
                    .error, at: Place(file: input.path, line: 1),
                    expected: "a header row with the columns \(required.joined(separator: ", "))",
                    message: "the file is empty")
                return nil
            }
            let heading = CSVHeading.read(
                header, file: input.path, required: required, optional: optional, others: others, diagnostics)
            var rows: [Row] = []
            while let cells = scanner.next() {
                let row = Row(line: cells.first?.line ?? 0, cells: cells)
                if repeats(cells, header, file: input.path, diagnostics) { continue }
                guard rows.count < rowLimit else {
                    diagnostics.add(
                        .error, at: Place(file: input.path, line: row.line),
                        expected: "at most \(rowLimit) rows",
                        message: "the table has more than \(rowLimit) rows")
                    break
                }
                checkWidth(of: row, header: header, heading, file: input.path, diagnostics)
                rows.append(Row(line: row.line, cells: Array(cells.prefix(heading.width))))
            }
            return CSVTable(
                file: input.path, rows: rows, others: heading.others, emptyRows: scanner.emptyRows,
                headerLine: header.first?.line ?? 1, indices: heading.indices)
        }
    }

    /// The cells of a file's header row, which is all that is read of it; none where the file is no text.
    public static func header(of input: InputFile, _ diagnostics: Diagnostics) -> [CSVCell] {
        guard TextCheck.isText(input, diagnostics) else { return [] }
        return input.bytes.withUnsafeBufferPointer { bytes in
            var scanner = CSVScanner(bytes, file: input.path, diagnostics)
            return scanner.next() ?? []
        }
    }

    /// Whether the table has that column.
    public func has(_ column: String) -> Bool { indices[column] != nil }

    /// The cell of a row in a known column; nil where the table has no such column or the row is too short.
    public func field(_ column: String, of row: Row) -> Field? {
        guard let index = indices[column], index < row.cells.count else { return nil }
        return Field(row.cells[index], file: file, name: column)
    }

    /// The cell of a row in an optional column; nil where there is none or it is blank.
    public func given(_ column: String, of row: Row) -> Field? {
        field(column, of: row).flatMap { $0.isBlank ? nil : $0 }
    }

    /// The cell of a row at an index of `others`; nil where the row is too short.
    public func field(at index: Int, named name: String, of row: Row) -> Field? {
        guard index < row.cells.count else { return nil }
        return Field(row.cells[index], file: file, name: name)
    }

    /// The start of a row.
    public func place(of row: Row) -> Place { Place(file: file, line: row.line, column: 1) }

    /// Whether a row is the heading once more, as where one table was pasted beneath another: told once, and left out.
    private static func repeats(
        _ cells: [CSVCell], _ header: [CSVCell], file: String, _ diagnostics: Diagnostics
    ) -> Bool {
        guard let first = cells.first, first.text == header.first?.text, header.count > 1,
            cells.map(\.text) == header.map(\.text)
        else { return false }
        diagnostics.add(
            .warning, once: "heading\n" + file, at: Field(first, file: file, name: first.text),
            expected: "the heading once, in the first row",
            message: { met in
                "the heading stands here again and is left out" + met.others("row")
            })
        return true
    }

    private static func checkWidth(
        of row: Row, header: [CSVCell], _ heading: CSVHeading, file: String, _ diagnostics: Diagnostics
    ) {
        if row.cells.count < heading.width {
            diagnostics.add(
                .error, at: Place(file: file, line: row.line), found: "\(row.cells.count) cells",
                expected: "\(heading.width) cells, as in the header (a blank cell still needs its comma)",
                message: "the row has \(row.cells.count) cells where the header has \(heading.width)")
        } else if let extra = row.cells.dropFirst(heading.width).first(where: { !$0.text.isEmpty }) {
            diagnostics.add(
                .error, at: Place(file: file, line: extra.line, column: extra.column), found: extra.text,
                expected: "\(heading.width) cells, as in the header (a cell with a comma in it needs quotes)",
                message: "the row goes on after the header's last column with "
                    + "'\(Diagnostic.shortened(extra.text))'")
        }
    }
}
