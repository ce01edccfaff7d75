// SPDX-License-Identifier: GPL-3.0-or-later

import CXlsxWriter
import Foundation

/// Writes Excel workbooks. Text stays text, whatever it looks like; the same sheets give the same bytes.
public enum WorkbookWriter {
    /// The bytes of a workbook.
    ///
    /// - Throws: What a sheet may not be, or that there is no room for the file while it is made.
    public static func bytes(of sheets: [WrittenSheet]) throws(WorkbookError) -> [UInt8] {
        try check(sheets)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "skillmix-\(ProcessInfo.processInfo.globallyUniqueString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appendingPathComponent("workbook.xlsx")
            try write(sheets, to: file.path, folder: folder.path)
            return Array(try Data(contentsOf: file))
        } catch let error as WorkbookError {
            throw error
        } catch {
            throw WorkbookError("the workbook could not be made: \(error.localizedDescription)")
        }
    }

    private static func check(_ sheets: [WrittenSheet]) throws(WorkbookError) {
        guard !sheets.isEmpty else { throw WorkbookError("a workbook needs a sheet") }
        var names: Set<String> = []
        for sheet in sheets {
            guard (1...31).contains(sheet.name.count),
                !sheet.name.contains(where: { "[]:*?/\\".contains($0) }),
                names.insert(sheet.name.lowercased()).inserted
            else { throw WorkbookError("no sheet can be called '\(sheet.name)' beside the others") }
            guard sheet.rows.count <= WorkbookLimits.rows,
                sheet.rows.allSatisfy({ $0.count <= WorkbookLimits.columns })
            else { throw WorkbookError("the sheet '\(sheet.name)' is larger than a workbook's can be") }
        }
    }

    private static func write(_ sheets: [WrittenSheet], to path: String, folder: String) throws(WorkbookError)
    {
        let book: UnsafeMutablePointer<lxw_workbook>? = folder.withCString { temporary in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: temporary)
            return workbook_new_opt(path, &options)
        }
        guard let book else { throw WorkbookError("the workbook could not be made") }
        // When it was made is left out, so that the same sheets give the same bytes.
        var properties = lxw_doc_properties()
        properties.created = 1_577_836_800
        var problem = workbook_set_properties(book, &properties)
        var looks = Looks(book)
        for sheet in sheets {
            guard let page = workbook_add_worksheet(book, sheet.name) else {
                problem = max(problem, LXW_ERROR_MEMORY_MALLOC_FAILED)
                continue
            }
            problem = max(problem, write(sheet, page, &looks))
        }
        problem = max(problem, workbook_close(book))
        guard problem == LXW_NO_ERROR else {
            throw WorkbookError(
                "the workbook could not be made: \(lxw_strerror(problem).map { String(cString: $0) } ?? "no reason given")"
            )
        }
    }

    private static func max(_ one: lxw_error, _ other: lxw_error) -> lxw_error {
        one == LXW_NO_ERROR ? other : one
    }

    private static func write(
        _ sheet: WrittenSheet, _ page: UnsafeMutablePointer<lxw_worksheet>, _ looks: inout Looks
    ) -> lxw_error {
        var problem = LXW_NO_ERROR
        for (column, width) in sheet.widths.enumerated() {
            let last = column == sheet.widths.count - 1 ? WorkbookLimits.columns - 1 : column
            problem = max(
                problem, worksheet_set_column(page, lxw_col_t(column), lxw_col_t(last), width, nil))
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                problem = max(problem, write(cell, page, lxw_row_t(row), lxw_col_t(column), &looks))
            }
        }
        if sheet.frozen.rows > 0 || sheet.frozen.columns > 0 {
            worksheet_freeze_panes(page, lxw_row_t(sheet.frozen.rows), lxw_col_t(sheet.frozen.columns))
        }
        let width = sheet.rows.map(\.count).max() ?? 0
        let body = sheet.rows.count - sheet.footers
        if sheet.filters, sheet.frozen.rows > 0, body > sheet.frozen.rows, width > 0 {
            problem = max(
                problem,
                worksheet_autofilter(
                    page, lxw_row_t(sheet.frozen.rows - 1), 0, lxw_row_t(body - 1),
                    lxw_col_t(width - 1)))
        }
        for choice in sheet.choices { problem = max(problem, offer(choice, page)) }
        return problem
    }

    private static func write(
        _ cell: WrittenSheet.Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
        _ column: lxw_col_t, _ looks: inout Looks
    ) -> lxw_error {
        let look = looks.format(cell.look, cell.value)
        let problem: lxw_error
        switch cell.value {
        case .none: problem = look == nil ? LXW_NO_ERROR : worksheet_write_blank(page, row, column, look)
        case .text(let text), .failure(let text):
            problem =
                text.isEmpty
                ? worksheet_write_blank(page, row, column, look)
                : worksheet_write_string(page, row, column, SharedStrings.escaped(text), look)
        case .number(let number): problem = worksheet_write_number(page, row, column, number, look)
        case .boolean(let value): problem = worksheet_write_boolean(page, row, column, value ? 1 : 0, look)
        case .moment(let moment):
            problem =
                moment.serial.map { worksheet_write_number(page, row, column, $0, look) }
                ?? worksheet_write_string(page, row, column, moment.written, look)
        }
        guard let note = cell.note else { return problem }
        return max(problem, worksheet_write_comment(page, row, column, note))
    }

    /// Offers a list; what is longer than a sheet holds is not offered.
    private static func offer(
        _ choice: WrittenSheet.Choice, _ page: UnsafeMutablePointer<lxw_worksheet>
    ) -> lxw_error {
        var validation = lxw_data_validation()
        validation.show_error = UInt8(
            choice.isOpen ? LXW_VALIDATION_OFF.rawValue : LXW_VALIDATION_ON.rawValue)
        func offer() -> lxw_error {
            worksheet_data_validation_range(
                page, lxw_row_t(choice.rows.lowerBound), lxw_col_t(choice.columns.lowerBound),
                lxw_row_t(choice.rows.upperBound), lxw_col_t(choice.columns.upperBound), &validation)
        }
        switch choice.values {
        case .words(let words):
            guard !words.isEmpty, words.allSatisfy({ !$0.contains(",") }),
                words.joined(separator: ",").count <= 255
            else { return LXW_NO_ERROR }
            var texts = words.map { strdup($0) as UnsafeMutablePointer<CChar>? } + [nil]
            defer { for text in texts { free(text) } }
            return texts.withUnsafeMutableBufferPointer { list in
                validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
                validation.value_list = list.baseAddress
                return offer()
            }
        case .cells(let sheet, let column, let rows):
            let name = Sheet.columnName(column)
            let quoted = sheet.replacing("'", with: "''")
            let formula = strdup(
                "='\(quoted)'!$\(name)$\(rows.lowerBound + 1):$\(name)$\(rows.upperBound + 1)")
            defer { free(formula) }
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.value_formula = formula
            return offer()
        }
    }

    /// The formats of a workbook, each made once.
    private struct Looks {
        private struct Key: Hashable {
            let look: WrittenSheet.Look
            let moment: Int
        }

        private let book: UnsafeMutablePointer<lxw_workbook>
        private var formats: [Key: UnsafeMutablePointer<lxw_format>] = [:]

        init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

        /// The format of a look; nil: the sheet's own.
        mutating func format(
            _ look: WrittenSheet.Look, _ value: CellValue?
        ) -> UnsafeMutablePointer<lxw_format>? {
            var moment = 0
            if case .moment(let value) = value {
                moment = value.day == nil ? 1 : value.minutes == nil ? 2 : 3
            }
            guard look != WrittenSheet.Look() || moment != 0 else { return nil }
            let key = Key(look: look, moment: moment)
            if let known = formats[key] { return known }
            guard let format = workbook_add_format(book) else { return nil }
            if look.isHeading {
                format_set_bold(format)
                format_set_text_wrap(format)
                format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            }
            if let colour = look.colour { format_set_bg_color(format, colour) }
            switch look.format {
            case .plain: break
            case .pounds: format_set_num_format(format, "£#,##0.00")
            case .share: format_set_num_format(format, "0.0%")
            case .text: format_set_num_format(format, "@")
            }
            if moment != 0 {
                format_set_num_format(format, ["", "[hh]:mm", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"][moment])
            }
            formats[key] = format
            return format
        }
    }
}
