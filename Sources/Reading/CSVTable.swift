// SPDX-License-Identifier: GPL-3.0-or-later

/// A table with a header row: cells by column name, each with its place.
///
///     let table = CSVTable.read(file, required: ["staff", "team"], optional: ["from"], diagnostics)
///     for row in table?.rows ?? [] {
///         let staff = table?.field("staff", of: row)
///     }
///
/// It is read as people and spreadsheets save it: its text (`TableText`), then its form (`CSVDialect`), then its rows, and
/// whatever was unusual in these is told in one notice. What is wrong with the table as a table is reported on the way
/// in; what a cell says is for the reader of that table to read, as a `Field` that knows how its column is written. A row
/// that is too short keeps the cells it has.
public struct CSVTable: Sendable {
    /// The most rows that are read: a million.
    public static let rowLimit = 1_000_000
    /// The most columns that are read.
    public static let columnLimit = CSVScanner.cellLimit

    /// What to do with columns that are not named in the contract.
    public enum OtherColumns: Sendable {
        /// Warn, with the nearest known name, and leave them out.
        case warn
        /// Leave them to the caller, who finds them in `others`.
        case keep
        /// Leave them to the caller, as sessions, whose days may stand in a row of their own.
        case sessions
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
    /// The header cells that are none of the known columns, with their index; not with `OtherColumns.warn`.
    public let others: [(index: Int, header: CSVCell)]
    /// The lines of rows that have cells and nothing in them, as spreadsheets leave them; they are not in `rows`.
    public let emptyRows: [Int]
    /// Where the header row stands.
    public let headerLine: Int
    private let indices: [String: Int]
    /// How the cells of a column are written that says nothing else.
    private let writing: Writing
    /// The order of day and month in columns that show one; of those of `others` under a blank name.
    private let dayOrders: [String: DayOrder]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - input: The file.
    ///   - required: Columns without which the table makes no sense.
    ///   - optional: Columns that may be left out.
    ///   - others: What to do with any other column.
    ///   - isExact: Whether nothing is read but what programs write: UTF-8 with commas, and plain numbers.
    ///   - diagnostics: Takes every problem of the table's form.
    /// - Returns: Nil where there is no header row to go by.
    public static func read(
        _ input: InputFile, required: [String], optional: [String] = [], others: OtherColumns = .warn,
        isExact: Bool = false, _ diagnostics: Diagnostics
    ) -> CSVTable? {
        guard let text = TableText.read(input, readsHabits: !isExact, diagnostics) else { return nil }
        return text.bytes.withUnsafeBufferPointer { bytes in
            let dialect =
                isExact
                ? CSVDialect()
                : CSVDialect.told(
                    by: bytes, required: required, known: required + optional,
                    hasSessions: others == .sessions)
            var scanner = CSVScanner(bytes, file: input.path, diagnostics, separator: dialect.separator)
            var form = CSVForm(dialect, encoding: text.encoding)
            guard let header = form.heading(&scanner, readsHabits: !isExact) else {
                diagnostics.add(
                    .error, at: Place(file: input.path, line: 1),
                    expected: "a header row with the columns \(required.joined(separator: ", "))",
                    message: "the file is empty")
                return nil
            }
            var heading = CSVHeading.read(
                header.cells, file: input.path, required: required, optional: optional, others: others,
                diagnostics)
            var rows: [Row] = []
            while let cells = scanner.next() {
                let row = Row(line: cells.first?.line ?? 0, cells: cells)
                if repeats(cells, header.row, file: input.path, diagnostics) { continue }
                if !isExact, CSVTotals.isTotals(cells) {
                    form.totals.append(row.line)
                    continue
                }
                guard rows.count < rowLimit else {
                    diagnostics.add(
                        .error, at: Place(file: input.path, line: row.line),
                        expected: "at most \(rowLimit) rows",
                        message: "the table has more than \(rowLimit) rows")
                    break
                }
                checkWidth(of: row, heading, file: input.path, diagnostics)
                rows.append(Row(line: row.line, cells: Array(cells.prefix(heading.width))))
            }
            heading.tellOddColumns(rows, file: input.path, diagnostics)
            form.tell(file: input.path, headerLine: header.cells.first?.line ?? 1, diagnostics)
            return CSVTable(
                file: input.path, rows: rows, others: heading.others, emptyRows: scanner.emptyRows,
                headerLine: header.cells.first?.line ?? 1, indices: heading.indices,
                writing: writing(of: rows, dialect, isExact: isExact),
                dayOrders: isExact ? [:] : dayOrders(rows, heading))
        }
    }

    /// The cells of a file's header row, as `read` finds it, which is all that is read of it; none where the file is no
    /// text.
    public static func header(
        of input: InputFile, _ schema: TableSchema, _ diagnostics: Diagnostics
    ) -> [CSVCell] {
        guard let text = TableText.read(input, readsHabits: true, diagnostics) else { return [] }
        return text.bytes.withUnsafeBufferPointer { bytes in
            let dialect = CSVDialect.told(
                by: bytes, required: schema.required, known: schema.required + schema.optional,
                hasSessions: schema.hasSessions)
            var scanner = CSVScanner(bytes, file: input.path, diagnostics, separator: dialect.separator)
            var form = CSVForm(dialect, encoding: nil)
            return form.heading(&scanner, readsHabits: true)?.cells ?? []
        }
    }

    /// The columns that are read, from the left, with what their headings say.
    public var columns: [(index: Int, name: String)] {
        (indices.map { (index: $0.value, name: $0.key) }
            + others.map { (index: $0.index, name: $0.header.text) })
            .sorted { $0.index < $1.index }
    }

    /// Whether the table has that column.
    public func has(_ column: String) -> Bool { indices[column] != nil }

    /// The cell of a row in a known column; nil where the table has no such column or the row is too short.
    public func field(_ column: String, of row: Row) -> Field? {
        guard let index = indices[column], index < row.cells.count else { return nil }
        return Field(row.cells[index], file: file, name: column, writing(of: column))
    }

    /// The cell of a row in an optional column; nil where there is none or it is blank.
    public func given(_ column: String, of row: Row) -> Field? {
        field(column, of: row).flatMap { $0.isBlank ? nil : $0 }
    }

    /// The cell of a row at an index of `others`; nil where the row is too short.
    public func field(at index: Int, named name: String, of row: Row) -> Field? {
        guard index < row.cells.count else { return nil }
        return Field(row.cells[index], file: file, name: name, writing)
    }

    /// A header cell of `others`, to be read as what its column stands for.
    public func heading(_ header: CSVCell, named name: String) -> Field {
        Field(header, file: file, name: name, writing(of: ""))
    }

    /// The start of a row.
    public func place(of row: Row) -> Place { Place(file: file, line: row.line, column: 1) }

    private func writing(of column: String) -> Writing {
        guard let order = dayOrders[column] else { return writing }
        var writing = writing
        writing.dayOrder = order
        return writing
    }

    private static func writing(of rows: [Row], _ dialect: CSVDialect, isExact: Bool) -> Writing {
        var writing = Writing()
        writing.readsHabits = !isExact
        if dialect.separator == UInt8(ascii: ";") { writing.decimalMark = .shown(by: rows) }
        return writing
    }

    private static func dayOrders(_ rows: [Row], _ heading: CSVHeading) -> [String: DayOrder] {
        var orders = heading.indices.mapValues { index in
            DayOrder.shown(by: rows.lazy.map { $0.cells.indices.contains(index) ? $0.cells[index].text : "" })
        }
        orders[""] = DayOrder.shown(by: heading.others.map(\.header.text))
        return orders.filter { $0.value != .dayFirst }
    }

    /// Whether a row is the heading once more, as where one table was pasted beneath another: told once, and left out.
    private static func repeats(
        _ cells: [CSVCell], _ header: [CSVCell], file: String, _ diagnostics: Diagnostics
    ) -> Bool {
        guard let first = cells.first, first.text == header.first?.text, header.count > 1,
            cells.map(\.text) == header.map(\.text)
        else { return false }
        diagnostics.add(
            .warning, once: "heading\n" + file, at: Field(first, file: file, name: first.text, Writing()),
            expected: "the heading once, in the first row",
            message: { met in
                "the heading stands here again and is left out" + met.others("row")
            })
        return true
    }

    private static func checkWidth(
        of row: Row, _ heading: CSVHeading, file: String, _ diagnostics: Diagnostics
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
