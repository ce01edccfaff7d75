// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Rotations
import Wording
import Workforce

/// A table of a rotation plan: its file, its columns, and a row both ways.
protocol RotationPlanTable {
    associatedtype Row
    /// The file's name.
    static var file: String { get }
    /// The columns, in the order of the contract.
    static var columns: [String] { get }
    /// The cells of a row, one a column.
    static func cells(of row: Row) throws(PlanFolderError) -> [String]
    /// The row that cells say; nil, with errors reported, where they say none.
    static func row(from cells: RotationCells) -> Row?
}

extension RotationPlanTable {
    /// The table as text.
    static func text(of rows: [Row]) throws(PlanFolderError) -> String {
        var text = CSVText.record(columns)
        for row in rows { text += CSVText.record(try cells(of: row)) }
        return text
    }

    /// The rows of a file.
    ///
    /// - Parameter isStrict: Whether what only people and spreadsheets write is an error.
    static func rows(in input: InputFile, isStrict: Bool, _ diagnostics: Diagnostics) -> [Row]? {
        let table = CSVTable.read(input, required: columns, isExact: isStrict, diagnostics)
        guard let table else { return nil }
        for line in isStrict ? table.emptyRows : [] {
            diagnostics.add(
                .error, at: Place(file: table.file, line: line),
                expected: "rows that say something, and no others", message: "the row has empty cells alone")
        }
        return table.rows.compactMap {
            row(from: RotationCells(table: table, cells: $0, diagnostics: diagnostics))
        }
    }

    /// Whole-time equivalents as files have them.
    static func wte(_ value: Double) throws(PlanFolderError) -> String {
        try PlanNumber.text(value, atLeast: 0, atMost: 6)
    }
}

/// The cells of one row, read by column. Each reading that fails reports why and gives nil.
struct RotationCells {
    let table: CSVTable
    let cells: CSVTable.Row
    let diagnostics: Diagnostics

    func identifier(_ column: String) -> String? { field(column)?.identifier(diagnostics) }

    /// An identifier or nothing: nil inside where the cell is blank.
    func identifierOrBlank(_ column: String) -> String?? {
        guard let field = field(column) else { return nil }
        if field.isBlank { return .some(nil) }
        return field.identifier(diagnostics).map { .some($0) }
    }

    func day(_ column: String) -> CalendarDay? { field(column)?.day(diagnostics) }

    /// The number of a period, whether or not the rotation has one of that number.
    func period() -> Int? { whole("period", "period") }

    func whole(_ column: String, _ unit: String) -> Int? {
        field(column)?.wholeNumber(in: 0...1_000_000, unit: unit, diagnostics)
    }

    func wte(_ column: String) -> Double? {
        field(column)?.decimal(in: 0...1_000_000, unit: "whole-time equivalents", diagnostics)
    }

    /// Whole-time equivalents or nothing: nil inside where the cell is blank.
    func wteOrBlank(_ column: String) -> Double?? {
        guard let field = field(column) else { return nil }
        return field.isBlank ? .some(nil) : wte(column).map { .some($0) }
    }

    func word<Word: RawRepresentable & CaseIterable>(_ column: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        field(column)?.word(type, diagnostics)
    }

    private func field(_ column: String) -> Field? { table.field(column, of: cells) }
}
