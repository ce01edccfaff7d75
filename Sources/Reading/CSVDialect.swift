// SPDX-License-Identifier: GPL-3.0-or-later

/// How a table was saved: what stands between its cells, and what stands above its heading.
///
/// It is told by the heading: of the first rows, cut at each of the marks that spreadsheets put between cells, the one
/// with most of the table's columns.
struct CSVDialect: Equatable {
    /// Where the days of a rota's heading stand, if not with their parts of the day.
    enum DayRow { case none, aboveHeading, inHeading }

    /// What stands between cells.
    var separator = UInt8(ascii: ",")
    /// Whether the first line names the separator, `sep=;`.
    var hasSeparatorLine = false
    /// Records above the heading that are no part of the table.
    var titles = 0
    /// Whether the heading has two rows, and in which of them the days stand.
    var dayRow = DayRow.none

    private static let separators = Array(",;\t|".utf8)
    /// How much of a table is looked at: its first bytes, and the first records in them.
    private static let (openingBytes, openingRows) = (1 << 16, 12)

    /// The dialect of a text.
    ///
    /// - Parameters:
    ///   - required: The columns without which it is no such table.
    ///   - known: All of its columns.
    ///   - hasSessions: Whether its other columns are sessions.
    ///   - column: The column that a heading names, where it is told otherwise than in tables of a week.
    static func told(
        by bytes: UnsafeBufferPointer<UInt8>, required: [String], known: [String], hasSessions: Bool,
        column: ((String) -> String?)? = nil
    ) -> CSVDialect {
        let column = column ?? { CSVHeading.knownColumn($0, known) }
        var dialect = CSVDialect()
        let named = separatorLine(bytes)
        dialect.hasSeparatorLine = named != nil
        if let named { dialect.separator = named }
        let opening = UnsafeBufferPointer(rebasing: bytes.prefix(openingBytes))
        var best = (isComplete: false, count: 1, line: 0, cells: 0)
        for separator in separators {
            var scanner = CSVScanner(opening, file: "", Diagnostics(), separator: separator)
            if dialect.hasSeparatorLine { scanner.skipLine() }
            var rows: [[CSVCell]] = []
            while rows.count < openingRows, let cells = scanner.next(isHeading: true) { rows.append(cells) }
            for (row, cells) in rows.enumerated() {
                let found = Set(cells.compactMap { column($0.text) })
                let isComplete = required.allSatisfy(found.contains)
                let count = found.count + (hasSessions ? cells.count { Field.isSession($0.text) } : 0)
                // Cut at a mark that it does not have, a heading in quotes ends behind its first cell.
                let isCutBetter =
                    count == best.count && cells[0].line == best.line && cells.count > best.cells
                guard
                    isComplete && !best.isComplete
                        || isComplete == best.isComplete && (count > best.count || isCutBetter)
                else { continue }
                best = (isComplete, count, cells[0].line, cells.count)
                dialect.separator = separator
                (dialect.titles, dialect.dayRow) = (row, .none)
                if hasSessions { dialect.findDayRow(rows, heading: row) }
            }
        }
        return dialect
    }

    /// The separator that a first line names for a spreadsheet, `sep=;`, in quotes or not; nil: there is no such line.
    private static func separatorLine(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
        var line = bytes.prefix(40).prefix { $0 != 10 && $0 != 13 }
        if line.first == UInt8(ascii: "\"") { line = line.dropFirst() }
        guard String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
        let rest = line.dropFirst(4)
        guard let separator = rest.first, separators.contains(separator),
            rest.allSatisfy({ separators.contains($0) || $0 == UInt8(ascii: "\"") })
        else { return nil }
        return separator
    }

    // MARK: Two heading rows

    /// Finds whether the heading's sessions are in two rows, the days in the upper one, as in merged cells.
    private mutating func findDayRow(_ rows: [[CSVCell]], heading: Int) {
        let others = rows[heading].filter { !$0.text.isEmpty }.dropFirst()
        guard !others.isEmpty, !others.contains(where: { Field.isSession($0.text) }) else { return }
        if heading > 0, Self.isDayRow(rows[heading - 1]) {
            dayRow = .aboveHeading
            titles -= 1
        } else if Self.isDayRow(rows[heading]), heading + 1 < rows.count, rows[heading + 1][0].text.isEmpty {
            dayRow = .inHeading
        }
    }

    private static func isDayRow(_ cells: [CSVCell]) -> Bool {
        let days = cells.dropFirst().filter { !$0.text.isEmpty }
        return !days.isEmpty && days.allSatisfy { DayReading($0.text) != nil || YearlessDay($0.text) != nil }
    }

    /// The heading of two rows as one: each part of a day with the day above it, or the last one to the left.
    static func joined(_ days: [CSVCell], _ parts: [CSVCell]) -> [CSVCell] {
        var day = ""
        return (0..<max(days.count, parts.count)).map { index in
            let upper = days.indices.contains(index) ? days[index] : nil
            let lower = parts.indices.contains(index) ? parts[index] : nil
            let isDay = upper.map { DayReading($0.text) != nil || YearlessDay($0.text) != nil } ?? false
            if isDay { day = upper?.text ?? "" }
            guard let cell = lower ?? upper else { return CSVCell(text: "", line: 1, column: 1) }
            guard let part = lower?.text, !part.isEmpty else {
                return isDay ? CSVCell(text: "", line: cell.line, column: cell.column) : upper ?? cell
            }
            // Columns before the first day are those of the table itself.
            return day.isEmpty ? cell : CSVCell(text: day + " " + part, line: cell.line, column: cell.column)
        }
    }

    /// The separator in words; nil: the comma, as it should be.
    var separatorInWords: String? {
        switch separator {
        case UInt8(ascii: ";"): "semicolons"
        case UInt8(ascii: "\t"): "tabs"
        case UInt8(ascii: "|"): "bars"
        case _: nil
        }
    }
}
