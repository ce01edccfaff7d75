// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workbooks

/// Another program's export that was saved as a workbook: each sheet as a table, and what is said of it at its cells.
public struct ExportBook: Sendable {
    /// A sheet as a table, called by the file and the tab.
    public let tables: [InputFile]
    private let places: [String: SheetTable]

    /// Reads a workbook; nil, with an error, where it cannot be read.
    public init?(_ input: InputFile, _ diagnostics: Diagnostics) {
        let workbook: Workbook
        do throws(WorkbookError) {
            workbook = try WorkbookReader.read(input.bytes)
        } catch {
            diagnostics.add(
                .error, at: Place(file: input.path), expected: "a workbook (.xlsx) or a CSV file",
                message: error.description)
            return nil
        }
        var (tables, places): ([InputFile], [String: SheetTable]) = ([], [:])
        for sheet in workbook.sheets where !sheet.rows.isEmpty {
            let name = "\(input.path) \(sheet.name)"
            guard let table = SheetTable(sheet), places[name] == nil else {
                diagnostics.add(
                    .error, at: Place(file: name),
                    expected: "sheets of different names, none larger than a table",
                    message: "the sheet cannot be read")
                continue
            }
            if let first = sheet.formulasWithoutValue.first {
                diagnostics.add(
                    .error, at: Place(file: name, cell: first),
                    expected: "what comes of the formula: open the workbook in a spreadsheet, and save it",
                    message: "the formula's value is not in the workbook")
            }
            places[name] = table
            tables.append(InputFile(path: name, bytes: table.text))
        }
        (self.tables, self.places) = (tables, places)
    }

    /// What was said of the tables, at the cells of their sheets.
    public func told(_ diagnostic: Diagnostic) -> Diagnostic {
        guard let table = places[diagnostic.file] else { return diagnostic }
        let (row, column, cell) = table.place(line: diagnostic.line, column: diagnostic.column)
        return Diagnostic(
            diagnostic.severity, at: Place(file: diagnostic.file, line: row, column: column, cell: cell),
            field: diagnostic.field, found: diagnostic.found, expected: diagnostic.expected,
            message: table.rows(in: diagnostic.message))
    }
}
