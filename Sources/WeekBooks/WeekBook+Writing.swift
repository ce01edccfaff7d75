// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Wording
import Workbooks
import Workforce

/// A week's files as a workbook.
extension WeekBook {
    /// Rows below the last that lists are offered in, so that a table can grow.
    private static let spareRows = 500
    /// The widest that a column is made, in characters.
    private static let widest = 40

    /// The bytes of a workbook that says what a week's files say; comments go.
    ///
    /// - Parameters:
    ///   - files: The files, by their paths from the week's folder; those that are no tables of a week are left out.
    ///   - framework: The framework's path from the folder that the workbook goes to; nil: as `week.yaml` has it.
    ///   - lists: The framework, whose roles, competencies and activities are offered and listed; nil: they are not.
    /// - Returns: Nil where a file cannot be read.
    /// - Throws: What keeps it from being written.
    public static func bytes(
        of files: [(name: String, bytes: [UInt8])], framework: String?, lists: Framework? = nil,
        _ diagnostics: Diagnostics
    ) throws(WorkbookError) -> [UInt8]? {
        guard let sheets = sheets(of: files, framework: framework, lists: lists, diagnostics) else {
            return nil
        }
        return try WorkbookWriter.bytes(of: sheets)
    }

    /// The sheets of it.
    static func sheets(
        of files: [(name: String, bytes: [UInt8])], framework: String?, lists: Framework?,
        _ diagnostics: Diagnostics
    ) -> [WrittenSheet]? {
        let given = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
        var sheets: [WrittenSheet] = []
        var marks = RotaMarks()
        if let bytes = given[settingsPath] {
            guard let root = YAMLDocument.read(InputFile(path: settingsPath, bytes: bytes), diagnostics)
            else {
                return nil
            }
            marks = RotaMarks(ofSettings: root)
            let rows = SettingsSheet.rows(of: root)
            sheets.append(
                settings(
                    rows.map {
                        ($0.key, $0.key == SettingsSheet.framework ? framework ?? $0.value : $0.value)
                    }))
        }
        let tables = TableSchema.week.compactMap { schema -> (table: CSVTable, schema: TableSchema)? in
            given[schema.path].flatMap {
                CSVTable.read(InputFile(path: schema.path, bytes: $0), schema, diagnostics)
            }.map { ($0, schema) }
        }
        let choices = ColumnChoices(
            lists,
            lastRows: Dictionary(tables.map { ($1.path, $0.rows.count + spareRows) }) { first, _ in first })
        sheets += tables.map { sheet($0, $1, marks, choices) }
        if let lists = choices.lists { sheets.append(lists) }
        return diagnostics.hasErrors ? nil : sheets
    }

    /// The tables of a week as they are read: without comments, columns of one's own, titles and totals.
    ///
    /// - Parameter files: The files, by their paths from the week's folder; what is no table stays as it is.
    /// - Returns: Nil where one cannot be read.
    public static func plain(
        _ files: [(name: String, bytes: [UInt8])], _ diagnostics: Diagnostics
    ) -> [(name: String, bytes: [UInt8])]? {
        let plain = files.map { file -> (name: String, bytes: [UInt8]) in
            guard let schema = TableSchema.week.first(where: { $0.path == file.name }),
                let table = CSVTable.read(
                    InputFile(path: file.name, bytes: file.bytes), schema, diagnostics)
            else { return file }
            var text = CSVText.record(table.columns.map(\.name))
            for row in table.rows {
                text += CSVText.record(
                    table.columns.map { $0.index < row.cells.count ? row.cells[$0.index].text : "" })
            }
            return (file.name, Array(text.utf8))
        }
        return diagnostics.hasErrors ? nil : plain
    }

    /// What the sheet `settings` says as `week.yaml`, with the framework's path from another folder.
    public static func settings(_ yaml: [UInt8], framework: String) -> [UInt8] {
        Array(SettingsSheet.replacing(framework: framework, in: String(decoding: yaml, as: UTF8.self)).utf8)
    }

    private static func settings(_ rows: [(key: String, value: String)]) -> WrittenSheet {
        let heading = SettingsSheet.headings.map {
            WrittenSheet.Cell(.text($0), look: WrittenSheet.Look(isHeading: true))
        }
        return WrittenSheet(
            name: SettingsSheet.name,
            rows: [heading] + rows.map { [WrittenSheet.Cell(.text($0.key)), cell($0.value)] },
            frozen: (1, 0), widths: [36, 44])
    }

    private static func sheet(
        _ table: CSVTable, _ schema: TableSchema, _ marks: RotaMarks, _ offered: ColumnChoices
    ) -> WrittenSheet {
        let columns = table.columns
        let known = Dictionary(schema.columns.map { ($0.name, $0) }) { first, _ in first }
        let heading = columns.map { column in
            WrittenSheet.Cell(
                .text(column.name), look: WrittenSheet.Look(isHeading: true),
                note: known[column.name]?.meaning)
        }
        func text(_ row: CSVTable.Row, _ index: Int) -> String {
            index < row.cells.count ? row.cells[index].text : ""
        }
        // What cannot be read as what its column is was told when the week was read, and stays as it stands.
        let told = Diagnostics()
        let rows = table.rows.map { row in
            columns.map { column -> WrittenSheet.Cell in
                let text = text(row, column.index)
                guard let kind = known[column.name]?.kind else { return mark(text, marks) }
                let field = table.field(column.name, of: row)
                guard let field, !field.isBlank else { return WrittenSheet.Cell() }
                switch kind {
                case .text: return words(text)
                case .number:
                    let isShare = text.contains("%")
                    let number = field.decimal(
                        in: -mostNumber...mostNumber, unit: "", isShare: isShare, told)
                    return number.map { WrittenSheet.Cell(.number($0)) } ?? words(text)
                case .day:
                    let day = field.day(told)
                    return day.map { WrittenSheet.Cell(.moment(Moment(day: $0))) } ?? words(text)
                }
            }
        }
        let widths = columns.map { column in
            let texts = [column.name] + table.rows.prefix(200).map { text($0, column.index) }
            return Double(min(widest, max(6, (texts.map(\.count).max() ?? 0) + 2)))
        }
        var choices = columns.enumerated().compactMap { offered.choice($1.name, of: schema, at: $0) }
        if schema.hasSessions, columns.count > 1 {
            choices.append(
                WrittenSheet.Choice(
                    columns: 1...(columns.count - 1), rows: 1...(rows.count + spareRows),
                    .words(RotaMark.Duty.allCases.map(\.rawValue).filter { !$0.isEmpty })))
        }
        return WrittenSheet(
            name: sheetNames[schema.path] ?? schema.path, rows: [heading] + rows, frozen: (1, 1),
            filters: true,
            widths: widths, choices: choices)
    }

    /// Where numbers stop being told apart by their digits.
    private static let mostNumber = 1e15

    /// Words, and identifiers that keep their zeros.
    private static func words(_ text: String) -> WrittenSheet.Cell {
        text.isEmpty
            ? WrittenSheet.Cell() : WrittenSheet.Cell(.text(text), look: WrittenSheet.Look(format: .text))
    }

    /// A mark of a rota, coloured by what it means.
    private static func mark(_ text: String, _ marks: RotaMarks) -> WrittenSheet.Cell {
        guard !text.isEmpty else { return WrittenSheet.Cell() }
        let head = text.prefix { $0 != "@" && $0 != "/" }
        let duty = marks.duty(text) ?? marks.duty(head.filter { !$0.isWhitespace })
        return WrittenSheet.Cell(.text(text), look: WrittenSheet.Look(colour: duty.flatMap(colour)))
    }

    private static func colour(of duty: RotaMark.Duty) -> UInt32? {
        switch duty {
        case .rostered: 0xC6E0B4
        case .available: 0xBDD7EE
        case .callable: 0xDDEBF7
        case .leave: 0xFFE699
        case .sick: 0xF8CBAD
        case .training: 0xE4DFEC
        case .off: nil
        }
    }

    /// A text as the number, day or time that it is, where that is written the same again; else as text.
    private static func cell(_ text: String) -> WrittenSheet.Cell {
        guard !text.isEmpty else { return WrittenSheet.Cell() }
        if let day = CalendarDay(iso: text) { return WrittenSheet.Cell(.moment(Moment(day: day))) }
        // Not where the number would be written otherwise: `7.10` may be a version.
        if isDecimal(text), let number = Double(text), CellValue.number(number).written == text {
            return WrittenSheet.Cell(.number(number))
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
            $0.count == 2 ? Int($0) : nil
        }
        if parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        {
            return WrittenSheet.Cell(.moment(Moment(minutes: hour * 60 + minute)))
        }
        return WrittenSheet.Cell(.text(text))
    }

    /// Whether a text is a number of at most 15 digits, without a zero or a sign before it that a number would lose.
    private static func isDecimal(_ text: String) -> Bool {
        let digits = text.utf8.count { (48...57).contains($0) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard digits > 0, digits <= 15, parts.count <= 2, text.utf8.count == digits + parts.count - 1,
            parts.allSatisfy({ !$0.isEmpty })
        else { return false }
        return parts[0].count == 1 || parts[0].first != "0"
    }
}
