// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// A table of a plan: its file, its columns, and a row both ways.
protocol PlanTable {
    associatedtype Row
    /// The file's name.
    static var file: String { get }
    /// The columns, in the order of the contract.
    static var columns: [String] { get }
    /// Those of them that plans of earlier versions lack.
    static var laterColumns: [String] { get }
    /// Columns behind them whose cells follow from the other cells of all rows.
    static var derivedColumns: [String] { get }
    /// Those whose cells are numbers.
    static var numbers: [String] { get }
    /// The cells of a row, one a column.
    static func cells(of row: Row, _ sessions: SessionNames) throws(PlanFolderError) -> [String]
    /// The cells of the derived columns, row by row.
    static func derivedCells(of rows: [Row]) -> [[String]]
    /// The row that cells say; nil, with errors reported, where they say none.
    static func row(from cells: PlanCells) -> Row?
}

extension PlanTable {
    static var laterColumns: [String] { [] }
    static var derivedColumns: [String] { [] }
    static func derivedCells(of rows: [Row]) -> [[String]] { rows.map { _ in [] } }

    /// The table as text.
    static func text(of rows: [Row], _ sessions: SessionNames) throws(PlanFolderError) -> String {
        var text = CSVText.record(columns + derivedColumns)
        for (row, derived) in zip(rows, derivedCells(of: rows)) {
            text += CSVText.record(try cells(of: row, sessions) + derived)
        }
        return text
    }

    /// What of the table says something by itself, as text.
    static func decided(of rows: [Row], _ sessions: SessionNames) throws(PlanFolderError) -> String {
        var text = CSVText.record(columns)
        for row in rows { text += CSVText.record(try cells(of: row, sessions)) }
        return text
    }

    /// The rows of a file.
    ///
    /// - Parameter isStrict: Whether what only people and spreadsheets write is an error: rows of empty cells, words in
    ///   other capitals, semicolons for commas, numbers such as `1,234.50`.
    static func rows(
        in input: InputFile, _ sessions: SessionNames, isStrict: Bool, _ diagnostics: Diagnostics
    ) -> [Row]? {
        let required = columns.filter { !laterColumns.contains($0) }
        let table = CSVTable.read(
            input, required: required, optional: laterColumns + derivedColumns, isExact: isStrict, diagnostics
        )
        guard let table else { return nil }
        for line in isStrict ? table.emptyRows : [] {
            diagnostics.add(
                .error, at: Place(file: table.file, line: line),
                expected: "rows that say something, and no others", message: "the row has empty cells alone")
        }
        let cells = table.rows.map { cells in
            PlanCells(
                table: table, cells: cells, sessions: sessions, isStrict: isStrict, diagnostics: diagnostics)
        }
        let rows = cells.compactMap { row(from: $0) }
        if rows.count == cells.count { tellUnlike(cells, rows, diagnostics) }
        return rows
    }

    /// Tells once of derived cells that say something else than the others come to: nothing goes by them.
    private static func tellUnlike(_ cells: [PlanCells], _ rows: [Row], _ diagnostics: Diagnostics) {
        for (cells, derived) in zip(cells, derivedCells(of: rows)) {
            for (column, right) in zip(derivedColumns, derived) where cells.says(column, otherThan: right) {
                return cells.warn(of: column, right: right)
            }
        }
    }
}

/// The cells of one row, read by column. Each reading that fails reports why and gives nil.
struct PlanCells {
    let table: CSVTable
    let cells: CSVTable.Row
    let sessions: SessionNames
    /// Whether words in other capitals are errors.
    var isStrict = false
    let diagnostics: Diagnostics

    /// Where a count or a number of minutes stops making sense.
    private static let most = 1_000_000_000

    /// Whether the table has the column.
    func has(_ column: String) -> Bool { field(column) != nil }

    /// Whether a column is there and holds another number, as numbers of its table are read; a blank says nothing.
    func says(_ column: String, otherThan right: String) -> Bool {
        guard let field = field(column), !field.isBlank else { return false }
        return field.decimal(in: 0...1e12, unit: "pounds", Diagnostics()) != Double(right)
    }

    /// Tells that the cell of a derived column is not what it should be.
    func warn(of column: String, right: String) {
        guard let field = field(column) else { return }
        field.warning(
            "\(column) \(field.shown) is not what the other cells come to; nothing goes by it",
            expected: right, diagnostics)
    }

    func identifier(_ column: String) -> String? { field(column)?.identifier(diagnostics) }

    /// A supervision group: an identifier, or `*` for all teams.
    func group(_ column: String) -> String? {
        guard let field = field(column) else { return nil }
        return field.text == "*" ? field.text : field.identifier(diagnostics)
    }

    /// An identifier or nothing: nil inside where the cell is blank.
    func identifierOrBlank(_ column: String) -> String?? {
        guard let field = field(column) else { return nil }
        if field.isBlank { return .some(nil) }
        return field.identifier(diagnostics).map { .some($0) }
    }

    func session(_ column: String) -> Int? { field(column).flatMap { sessions.index(of: $0, diagnostics) } }

    func whole(_ column: String, _ unit: String) -> Int? {
        field(column)?.wholeNumber(in: 0...Self.most, unit: unit, diagnostics)
    }

    func decimal(_ column: String, _ unit: String) -> Double? {
        field(column)?.decimal(in: 0...Double(Self.most), unit: unit, diagnostics)
    }

    func word<Word: RawRepresentable & CaseIterable>(_ column: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let field = field(column), let word = field.word(type, diagnostics) else { return nil }
        guard !isStrict || field.text == word.rawValue else {
            field.error(
                "\(column) '\(Diagnostic.shortened(field.text))' is in other capitals than plans have",
                expected: word.rawValue, diagnostics)
            return nil
        }
        return word
    }

    /// Free text, as `CSVText.harmless` wrote it.
    func text(_ column: String) -> String? { field(column).map { CSVText.original($0.text) } }

    private func field(_ column: String) -> Field? { table.field(column, of: cells) }
}
