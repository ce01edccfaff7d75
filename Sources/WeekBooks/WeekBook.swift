// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Workbooks

/// A week in a workbook: a sheet a table, named as the table's file, and `settings` for what `week.yaml` says.
///
///     let book = WeekBook(path)
///     let (week, diagnostics, inputs) = WeekReader.read(book.folder)
///     show(book.told(diagnostics))
///
/// Its tables are read as any other, so that whatever a CSV file may hold a sheet may hold.
public struct WeekBook: Sendable {
    /// The tables, to be read as those of a folder are.
    public let folder: InputFolder
    private let remarks: [Diagnostic]
    private let tables: [String: SheetTable]
    private let names: [String: String]
    private let settingsRows: [Int]
    private let canBeRead: Bool
    /// The files that are looked for in the workbook alone.
    private let own: [String]

    /// Whether a path is to be read as a workbook: it has a workbook's name, and is no folder.
    public static func isBook(_ path: FilePath) -> Bool { !path.isFolder && isName(of: path) }

    /// Whether a path is a workbook's by its name.
    public static func isName(of path: FilePath) -> Bool {
        path.name.description.lowercased().hasSuffix(".xlsx")
    }

    /// The workbook in a folder that has none of the tables of a week; nil: there is none, or more than one.
    public static func book(in folder: FilePath) -> FilePath? {
        let tables = TableSchema.week.filter { !$0.isOptional }.map(\.path)
        guard folder.isFolder, !tables.contains(where: { folder.appending(FilePath($0)).exists }) else {
            return nil
        }
        // Those that a spreadsheet has open have a name of their own beside them.
        let books = ((try? folder.names()) ?? []).filter { name in
            isName(of: name) && !"~.".contains(name.description.first ?? ".")
        }
        return books.count == 1 ? books.first.map { folder.appending($0) } : nil
    }

    /// Reads a workbook; whatever is wrong is among what `told` says. Where it has no sheet of settings, `week.yaml` beside
    /// it is read.
    ///
    /// - Parameter isInFolder: Whether tables that it lacks are looked for beside it, too.
    public init(_ path: FilePath, isInFolder: Bool = false) {
        let diagnostics = Diagnostics()
        let name = path.name.description
        let input = InputFile.load(name, in: path.parent, at: path, diagnostics)
        self.init(input?.bytes, name, path.parent, isInFolder: isInFolder, diagnostics)
    }

    /// Reads a workbook of known bytes.
    ///
    /// - Parameter folder: The folder that the framework's path begins in.
    public init(_ bytes: [UInt8], name: String, beside folder: FilePath) {
        self.init(bytes, name, folder, isInFolder: false, Diagnostics())
    }

    private init(
        _ bytes: [UInt8]?, _ file: String, _ parent: FilePath, isInFolder: Bool, _ diagnostics: Diagnostics
    ) {
        var workbook: Workbook?
        if let bytes {
            do throws(WorkbookError) {
                workbook = try WorkbookReader.read(bytes)
            } catch {
                diagnostics.add(
                    .error, at: Place(file: file), expected: "a workbook (.xlsx), or a folder",
                    message: error.description)
            }
        }
        canBeRead = workbook != nil
        var tables: [String: SheetTable] = [:]
        var names: [String: String] = [:]
        var settings = SettingsSheet.Document()
        var files: [(path: String, bytes: [UInt8])] = []
        var room = Self.mostText
        for sheet in workbook?.sheets ?? [] {
            guard let known = Self.path(ofSheet: sheet.name) else {
                Self.tell(ofOther: sheet, diagnostics)
                continue
            }
            guard names[known] == nil else {
                diagnostics.add(
                    .error, at: Place(file: sheet.name), expected: "one sheet of that name",
                    message: "the sheet '\(sheet.name)' is there twice")
                continue
            }
            names[known] = sheet.name
            Self.tell(of: sheet, diagnostics)
            if known == Self.settingsPath {
                settings = SettingsSheet.document(sheet, diagnostics)
                files.append((known, Array(settings.text.utf8)))
            } else {
                guard let table = SheetTable(sheet, room: min(room, InputFile.tableLimit)) else {
                    diagnostics.add(
                        .error, at: Place(file: sheet.name),
                        expected: "nothing far to the right of the table, or beneath it",
                        message:
                            "the sheet is larger than a table may be, \(InputFile.tableLimit >> 20) MiB as text or "
                            + "\(CSVTable.columnLimit) columns, or than there is room for beside the others"
                    )
                    continue
                }
                if workbook?.countsFrom1904 == true { Self.tellOfDays(in: sheet, known, diagnostics) }
                room -= table.text.count
                tables[known] = table
                files.append((known, table.text))
            }
        }
        let hasSettings = names[Self.settingsPath] != nil
        if let name = names[Self.settingsPath], isInFolder,
            parent.appending(FilePath(Self.settingsPath)).exists
        {
            diagnostics.add(
                .error, at: Place(file: name), expected: "one of the two",
                message:
                    "\(Self.settingsPath) lies beside the workbook, and its sheet '\(name)' says the same things"
            )
        }
        own = WeekReader.files.filter { file in
            names[file] != nil
                || !isInFolder && (hasSettings || file != Self.settingsPath || !parent.appending(file).exists)
        }
        folder = InputFolder(given: files, of: own, beside: parent)
        remarks = diagnostics.sorted
        (self.tables, self.names, settingsRows) = (tables, names, settings.rows)
    }

    /// What is to be said: of the workbook first, then of its tables, with the cells that they stand in.
    public func told(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        // Of a workbook that cannot be read there is no more to be said.
        canBeRead ? remarks + diagnostics.map(placed) : remarks
    }

    /// Whether something keeps the workbook from being used.
    public var hasErrors: Bool { remarks.contains { $0.severity == .error } }

    private func placed(_ diagnostic: Diagnostic) -> Diagnostic {
        guard own.contains(diagnostic.file) else { return diagnostic.saying(words(diagnostic.message)) }
        let name = names[diagnostic.file] ?? Self.sheetNames[diagnostic.file] ?? diagnostic.file
        var (row, column, cell): (Int?, Int?, String?) = (nil, nil, nil)
        if let table = tables[diagnostic.file] {
            (row, column, cell) = table.place(line: diagnostic.line, column: diagnostic.column)
        } else if let line = diagnostic.line, settingsRows.indices.contains(line - 1) {
            row = settingsRows[line - 1]
            cell = row.map { "B\($0)" }
        }
        let place = Place(file: name, line: row, column: column, cell: cell)
        let table = tables[diagnostic.file]
        return Diagnostic(
            diagnostic.severity, at: place, field: diagnostic.field, found: diagnostic.found,
            expected: diagnostic.expected.map(words),
            message: table?.rows(in: words(diagnostic.message)) ?? words(diagnostic.message))
    }

    private func words(_ sentence: String) -> String { Self.words(sentence) { own.contains($0) } }

    /// A sentence in which tables are called by their sheets, as whoever keeps a week in a workbook knows them.
    ///
    /// - Parameter isSheet: Whether a file of a week is a sheet of the workbook.
    public static func words(_ sentence: String, of isSheet: (String) -> Bool = { _ in true }) -> String {
        WeekReader.files.filter(isSheet).reduce(sentence) { text, path in
            guard text.contains(path) else { return text }
            return Quotation.outside(text) { replacing(path, in: $0) }
        }
    }

    /// A text in which a file's name is that of its sheet, where it stands by itself: `old-demand.csv` is another file.
    private static func replacing(_ path: String, in text: Substring) -> String {
        var (done, rest) = ("", text)
        while let range = rest.firstRange(of: path) {
            let before = rest[..<range.lowerBound].last ?? text[..<range.lowerBound].last
            let after = rest[range.upperBound...]
            let isPart = { (mark: Character) in mark.isLetter || mark.isNumber || "-_~/\\".contains(mark) }
            // A full stop ends a sentence, unless a name goes on behind it.
            let goesOn =
                after.first.map(isPart) == true
                || after.first == "." && after.dropFirst().first.map(isPart) == true
            let isWhole = before.map { !isPart($0) && $0 != "." } ?? true && !goesOn
            done += rest[..<range.lowerBound]
            done += isWhole ? "the sheet \(sheetNames[path] ?? path)" : path
            rest = after
        }
        return done + rest
    }

    // MARK: Sheets

    /// The most that all sheets may have as text together, in bytes.
    private static let mostText = 2 * InputFile.tableLimit

    static let settingsPath = "week.yaml"

    /// The name of the sheet of each file that a week may have.
    static let sheetNames: [String: String] = Dictionary(
        uniqueKeysWithValues: WeekReader.files.map { path in
            let stem = path.split(separator: ".").first.map(String.init) ?? path
            return (path, path == settingsPath ? SettingsSheet.name : stem.replacing("/", with: " "))
        })

    /// The file that a sheet stands for; nil: none. Capitals, blanks, hyphens and underscores make no difference.
    static func path(ofSheet name: String) -> String? {
        WeekReader.files.first { folded(sheetNames[$0] ?? "") == folded(name) }
    }

    private static func folded(_ name: String) -> String {
        String(name.lowercased().filter { !" _-".contains($0) })
    }

    private static func tell(ofOther sheet: Sheet, _ diagnostics: Diagnostics) {
        guard !sheet.rows.isEmpty, folded(sheet.name) != ColumnChoices.sheet else { return }
        let known = WeekReader.files.compactMap { sheetNames[$0] }
        diagnostics.add(
            .notice, at: Place(file: sheet.name), found: sheet.name,
            expected: nearestName(to: sheet.name, in: known),
            message: "the sheet '\(sheet.name)' is no table of a week and is not read"
                + didYouMean(nearestName(to: sheet.name, in: known)))
    }

    private static func tell(of sheet: Sheet, _ diagnostics: Diagnostics) {
        if sheet.isHidden {
            diagnostics.add(
                .notice, at: Place(file: sheet.name), expected: "a sheet that is seen",
                message: "the sheet is hidden and is read all the same")
        }
        if let first = sheet.hiddenRows.first {
            let others = sheet.hiddenRows.count - 1
            diagnostics.add(
                .notice, at: Place(file: sheet.name, line: first, cell: "A\(first)"),
                expected: "rows that are seen",
                message: "the row is hidden and is read all the same"
                    + (others == 0 ? "" : "; so \(others == 1 ? "is 1 more" : "are \(others) more")"))
        }
        if let first = sheet.hiddenColumns.first {
            let others = sheet.hiddenColumns.count - 1
            diagnostics.add(
                .notice, at: Place(file: sheet.name, cell: Sheet.columnName(first) + "1"),
                expected: "columns that are seen",
                message: "the column is hidden and is read all the same"
                    + (others == 0 ? "" : "; so \(others == 1 ? "is 1 more" : "are \(others) more")"))
        }
        if let first = sheet.formulasWithoutValue.first {
            diagnostics.add(
                .error, at: Place(file: sheet.name, cell: first),
                expected: "what comes of the formula: open the workbook in a spreadsheet, and save it",
                message: "the formula's value is not in the workbook")
        }
    }

    /// Tells of numbers where days are meant, in a workbook whose days are counted from 1904: which day they are cannot be said,
    /// since nothing shows whether they came out of another workbook.
    private static func tellOfDays(in sheet: Sheet, _ path: String, _ diagnostics: Diagnostics) {
        let days = TableSchema.week.first { $0.path == path }?.columns.filter { $0.kind == .day }.map(\.name)
        guard let days, !days.isEmpty else { return }
        var columns: Set<Int> = []
        for row in sheet.rows {
            for cell in row.cells {
                if case .text(let text) = cell.value, days.contains(folded(text, to: days)) {
                    columns.insert(cell.column)
                } else if case .number = cell.value, columns.contains(cell.column) {
                    diagnostics.add(
                        .error,
                        at: Place(file: sheet.name, cell: Sheet.columnName(cell.column) + "\(row.number)"),
                        expected: "the column in a format that shows days",
                        message:
                            "a number stands where a day is meant, in a workbook that counts days from 1904: which day is it?"
                    )
                    return
                }
            }
        }
    }

    /// The one of some headings that a text is, whatever its capitals and blanks; else the text.
    private static func folded(_ text: String, to headings: [String]) -> String {
        headings.first { folded($0) == folded(text) } ?? text
    }
}

extension Diagnostic {
    /// The same with other words.
    fileprivate func saying(_ words: String) -> Diagnostic {
        Diagnostic(
            severity, at: Place(file: file, line: line, column: column, cell: cell), field: field,
            found: found,
            expected: expected, message: words)
    }
}
