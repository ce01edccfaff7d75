// SPDX-License-Identifier: GPL-3.0-or-later

/// The rows of an export, cut down to the columns that may be read while it is read: no other cell gets any further, into
/// a value, a message or a file.
///
///     let read = ExportTable.read(file, [.duties], "duties", diagnostics)
///     for row in read?.table.rows ?? [] { row["StaffNumber"] }
///
/// A row whose cells may have slipped into each other's columns is an error and is not read at all: a cell of a column that
/// is not read might stand in one that is. So is one in which something like a National Insurance number stands.
public struct ExportTable: Sendable {
    /// A row.
    public struct Row: Sendable {
        /// Where it begins.
        public let place: Place
        let cells: [String: Field]
        /// Cells under days and sessions, in their order.
        public let days: [Field]

        /// The cell of a column; nil where there is none or it is blank.
        public subscript(_ column: String) -> Field? { cells[column] }
    }

    /// The file.
    public let file: String
    /// The rows that hold anything.
    public let rows: [Row]
    /// The columns that are there.
    public let columns: Set<String>
    /// Headings of days and sessions, in order.
    public let days: [Field]
    /// Headings left unread on purpose, in order.
    public let leftOut: [String]
    /// Headings that are not known, in order; what stands under them is not read.
    public let unknown: [String]
    /// Rows that were refused.
    public let refused: Int

    /// Reads an export, as the first of some that it has the columns of; nil, with an error, where it is none of them.
    ///
    /// - Parameters:
    ///   - title: What they are together, for messages.
    ///   - isOneSheet: Whether it is one of a workbook's sheets, which may be about something else: then one that is none of
    ///     them is passed over, with a warning where it is like one, else with a notice.
    public static func read(
        _ input: InputFile, _ schemas: [ExportSchema], _ title: String, isOneSheet: Bool = false,
        _ diagnostics: Diagnostics
    ) -> (schema: ExportSchema, table: ExportTable)? {
        guard let text = TableText.read(input, readsHabits: true, showsExample: false, diagnostics) else {
            return nil
        }
        return text.bytes.withUnsafeBufferPointer { bytes in
            var near: MissingHeadings?
            for schema in schemas {
                var sample = ExportReader(bytes, input.path, schema, Diagnostics())
                let (heading, found) = sample.heading(encoding: text.encoding)
                if let heading, isOneSheet, schema.hasDays, heading.days.isEmpty { continue }
                guard heading == nil else {
                    var reader = ExportReader(bytes, input.path, schema, diagnostics)
                    return reader.heading(encoding: text.encoding).heading.map { (schema, reader.table($0)) }
                }
                let missing = MissingHeadings(schema, in: found)
                if missing.likeness > near?.likeness ?? 0 { near = missing }
            }
            // One column, such as who is meant, is in many sheets that are about something else.
            if let near, near.found > 1 || !isOneSheet {
                near.tell(at: input.path, isOneSheet: isOneSheet, diagnostics)
            } else {
                MissingHeadings.tell(of: schemas, title, at: input.path, isOneSheet: isOneSheet, diagnostics)
            }
            return nil
        }
    }
}

/// Reads one export.
private struct ExportReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let file: String
    private let schema: ExportSchema
    private let diagnostics: Diagnostics
    private let dialect: CSVDialect
    private var scanner: CSVScanner
    private var form: CSVForm

    /// What the heading says.
    struct Heading {
        var cells: [CSVCell] = []
        var row: [CSVCell] = []
        var indices: [(column: String, index: Int)] = []
        var days: [(index: Int, cell: CSVCell)] = []
        var leftOut: [String] = []
        var unknown: [String] = []
    }

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ file: String, _ schema: ExportSchema,
        _ diagnostics: Diagnostics
    ) {
        (self.bytes, self.file, self.schema, self.diagnostics) = (bytes, file, schema, diagnostics)
        dialect = CSVDialect.told(
            by: bytes, required: schema.required, known: [], hasSessions: schema.hasDays,
            column: schema.column(of:))
        scanner = CSVScanner(bytes, file: file, diagnostics, separator: dialect.separator)
        form = CSVForm(dialect, encoding: nil)
    }

    /// The heading, nil where it lacks a column that is required; and the cells that are most like one.
    mutating func heading(encoding: String?) -> (heading: Heading?, cells: [CSVCell]) {
        form = CSVForm(dialect, encoding: encoding)
        guard let (cells, row) = form.heading(&scanner, readsHabits: true) else { return (nil, []) }
        var heading = Heading(cells: cells, row: row)
        var found: [String: [Int]] = [:]
        for (index, cell) in cells.enumerated() where !cell.text.isEmpty {
            if schema.isPrivate(cell.text) {
                heading.leftOut.append(cell.text)
            } else if let column = schema.column(of: cell.text) {
                found[column, default: []].append(index)
            } else if schema.hasDays, WrittenDay.isOne(cell.text) {
                heading.days.append((index, cell))
            } else {
                heading.unknown.append(cell.text)
            }
        }
        guard schema.required.allSatisfy({ found[$0] != nil }) else { return (nil, cells) }
        for column in schema.columns {
            guard let places = found[column.name], let first = places.first else { continue }
            // Of `EmployeeType` and `EmployeeTypeName` the latter has the words.
            let named = places.first { cells[$0].text.lowercased().hasSuffix("name") }
            let exact = places.first {
                ExportSchema.folded(cells[$0].text) == ExportSchema.folded(column.name)
            }
            heading.indices.append((column.name, named ?? exact ?? first))
            for other in places where other != (named ?? exact ?? first) {
                diagnostics.add(
                    .warning, at: Place(file: file, line: cells[other].line, column: cells[other].column),
                    field: column.name, expected: "each column once",
                    message: "the column \(column.name) is there more than once; only one is read")
            }
        }
        return (heading, cells)
    }

    mutating func table(_ heading: Heading) -> ExportTable {
        var read: [(line: Int, cells: [CSVCell])] = []
        var refused = 0
        let texts = heading.row.map(\.text)
        while true {
            let errors = diagnostics.errorCount
            guard let cells = scanner.next() else { break }
            guard diagnostics.errorCount == errors else {
                refused += 1
                continue
            }
            if cells.map(\.text) == texts { continue }
            if CSVTotals.isTotals(cells) {
                form.totals.append(cells[0].line)
                continue
            }
            guard read.count < CSVTable.rowLimit else {
                diagnostics.add(
                    .error, at: Place(file: file, line: cells[0].line),
                    expected: "at most \(CSVTable.rowLimit) rows",
                    message: "the table has more than \(CSVTable.rowLimit) rows")
                break
            }
            read.append((cells[0].line, cells))
        }
        let width = heading.cells.count
        let whole = read.filter { row in
            guard row.cells.count != width else { return true }
            refused += 1
            diagnostics.add(
                .error, at: Place(file: file, line: row.line), expected: "\(width) cells, as in the heading",
                message:
                    "the row has \(row.cells.count) cells where the heading has \(width): its cells may stand in each "
                    + "other's columns, and it is not read")
            return false
        }
        let writings = writings(whole.map { CSVTable.Row(line: $0.line, cells: $0.cells) }, heading)
        var rows: [ExportTable.Row] = []
        for (line, cells) in whole {
            guard let row = row(line, cells, heading, writings) else {
                refused += 1
                continue
            }
            rows.append(row)
        }
        form.tell(
            file: file, headerLine: heading.cells.first?.line ?? 1, showsTitle: false, diagnostics)
        // A heading that no row fits may have run together with one: then it is not shown either.
        let fits = !whole.isEmpty
        return ExportTable(
            file: file, rows: rows, columns: Set(heading.indices.map(\.column)),
            days: fits ? heading.days.map { Field($0.cell, file: file, name: "heading", Writing()) } : [],
            leftOut: fits ? heading.leftOut : [], unknown: fits ? heading.unknown : [], refused: refused)
    }

    /// How the cells of each column are written that is read.
    private func writings(_ rows: [CSVTable.Row], _ heading: Heading) -> [String: Writing] {
        var writing = Writing()
        writing.readsHabits = true
        if dialect.separator == UInt8(ascii: ";") { writing.decimalMark = .shown(by: rows) }
        var writings: [String: Writing] = [:]
        for (column, index) in heading.indices {
            writing.dayOrder = DayOrder.shown(by: rows.lazy.map { $0.cells[index].text })
            writings[column] = writing
        }
        return writings
    }

    /// A row cut down to what is read; nil, with an error, where it may hold what must not be.
    private func row(
        _ line: Int, _ cells: [CSVCell], _ heading: Heading, _ writings: [String: Writing]
    ) -> ExportTable.Row? {
        var found: [String: Field] = [:]
        for (column, index) in heading.indices where !cells[index].text.isEmpty {
            let cell = cells[index]
            guard !Self.isInsuranceNumber(cell.text) else {
                diagnostics.add(
                    .error, at: Place(file: file, line: line, column: cell.column), field: column,
                    expected: "the export as it came, with each cell in its own column",
                    message:
                        "what stands under \(column) looks like a National Insurance number, and the row is not read"
                )
                return nil
            }
            found[column] = Field(cell, file: file, name: column, writings[column] ?? Writing())
        }
        let days = heading.days.map { Field(cells[$0.index], file: file, name: $0.cell.text, Writing()) }
        guard !found.isEmpty || days.contains(where: { !$0.isBlank }) else { return nil }
        return ExportTable.Row(
            place: Place(file: file, line: line, column: 1), cells: found, days: days)
    }

    /// Whether a text has the form of a National Insurance number, blanks aside.
    private static func isInsuranceNumber(_ text: String) -> Bool {
        let plain = Array(text.uppercased().utf8.filter { $0 != 32 && $0 != 45 })
        guard plain.count == 9 else { return false }
        let isLetter: (UInt8) -> Bool = { (65...90).contains($0) }
        return plain[..<2].allSatisfy(isLetter) && plain[2..<8].allSatisfy { (48...57).contains($0) }
            && (65...68).contains(plain[8])
    }
}
