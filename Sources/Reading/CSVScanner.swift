// SPDX-License-Identifier: GPL-3.0-or-later

/// A cell of a table: its text without surrounding blanks, and where it starts.
public struct CSVCell: Sendable, Equatable {
    /// The text, quotes and surrounding blanks taken off.
    public let text: String
    /// The line on which the cell starts, from 1.
    public let line: Int
    /// The column at which the cell starts, from 1, in Unicode scalars.
    public let column: Int
}

/// Cuts bytes into the records and cells of RFC 4180.
///
/// A reader of its own, because a planner has to be shown the line and column of a bad cell, and the CSV
/// libraries at hand hand out cells without them. Lines end with LF, CRLF or CR; blank records and lines that
/// begin with `#` are skipped, but for the errors that spreadsheets write so, `#N/A`.
struct CSVScanner {
    /// The most cells of a record; what comes after is dropped and reported.
    static let cellLimit = 2000

    private let bytes: UnsafeBufferPointer<UInt8>
    private let file: String
    private let diagnostics: Diagnostics
    private let separator: UInt8
    /// How many bytes are behind.
    private(set) var at = 0
    private var line = 1
    private var column = 1
    /// Lines of the records skipped so far that have cells, all of them empty: `,,,`.
    private(set) var emptyRows: [Int] = []

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, file: String, _ diagnostics: Diagnostics,
        separator: UInt8 = UInt8(ascii: ",")
    ) {
        self.bytes = bytes
        self.file = file
        self.diagnostics = diagnostics
        self.separator = separator
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    /// The cells of the next record that is not blank; nil at the end of the file.
    ///
    /// - Parameter isHeading: Whether the heading is still to come.
    mutating func next(isHeading: Bool = false) -> [CSVCell]? {
        while let piece = piece(isHeading: isHeading) {
            if let cells = piece.cells { return cells }
        }
        return nil
    }

    /// The next record with its bytes, or a line that is skipped, without cells; nil at the end of the file.
    ///
    /// - Parameter isHeading: Whether the heading is still to come: a line that a spreadsheet has put quotes about is a
    ///   comment there all the same. In rows quotes say that it is none.
    mutating func piece(isHeading: Bool = false) -> (range: Range<Int>, cells: [CSVCell]?)? {
        guard at < bytes.count else { return nil }
        let start = at
        if bytes[at] == UInt8(ascii: "#"), !beginsSpreadsheetError {
            skipLine()
            return (start..<at, nil)
        }
        let record = readRecord()
        if isHeading, record.first?.text.hasPrefix("#") == true { return (start..<at, nil) }
        if record.contains(where: { !$0.text.isEmpty }) { return (start..<at, record) }
        if record.count > 1, let line = record.first?.line { emptyRows.append(line) }
        return (start..<at, nil)
    }

    /// Whether one of the errors stands here that spreadsheets write for a formula they cannot work out.
    private var beginsSpreadsheetError: Bool {
        let word = bytes[(at + 1)...].prefix(6)
        return ["N/A", "REF!", "NAME?", "VALUE!", "DIV/0!", "NUM!", "NULL!"].contains {
            word.starts(with: $0.utf8)
        }
    }

    /// Steps over a line, whatever stands in it.
    mutating func skipLine() {
        while at < bytes.count, !Self.isLineEnd(bytes[at]) { at += 1 }
        endLine()
    }

    private mutating func readRecord() -> [CSVCell] {
        var cells: [CSVCell] = []
        var dropped = false
        while true {
            let start = (line, column)
            let isQuoted = at < bytes.count && bytes[at] == UInt8(ascii: "\"")
            let text = isQuoted ? readQuoted() : readPlain()
            if cells.count < Self.cellLimit {
                cells.append(CSVCell(text: text, line: start.0, column: start.1))
            } else if !dropped, !text.isEmpty {
                dropped = true
                report(start, "the row has more than \(Self.cellLimit) cells", expected: "fewer cells")
            }
            guard at < bytes.count, bytes[at] == separator else { break }
            advance()
        }
        endLine()
        return cells
    }

    /// A cell without quotes, up to the separator or the end of the line.
    private mutating func readPlain() -> String {
        let start = at
        var quote: (Int, Int)?
        while at < bytes.count, bytes[at] != separator, !Self.isLineEnd(bytes[at]) {
            if bytes[at] == UInt8(ascii: "\"") { quote = quote ?? (line, column) }
            advance()
        }
        if let quote {
            report(
                quote, "a quote stands inside a cell that does not begin with one",
                expected: "the whole cell in quotes, and each quote inside it doubled")
        }
        return Self.text(UnsafeBufferPointer(rebasing: bytes[start..<at]))
    }

    /// A cell in quotes; what follows the closing quote up to the separator is reported and dropped.
    private mutating func readQuoted() -> String {
        let opening = (line, column)
        var content: [UInt8] = []
        advance()
        while true {
            guard at < bytes.count else {
                report(
                    opening, "the quote opened here is never closed",
                    expected: "a closing quote in the same cell")
                return Self.text(content)
            }
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                advance()
                guard at < bytes.count, bytes[at] == byte else { break }
                content.append(byte)
                advance()
            } else if Self.isLineEnd(byte) {
                content.append(UInt8(ascii: "\n"))
                endLine()
            } else {
                content.append(byte)
                advance()
            }
        }
        let after = (line, column)
        let rest = at
        while at < bytes.count, bytes[at] != separator, !Self.isLineEnd(bytes[at]) { advance() }
        if !Self.text(UnsafeBufferPointer(rebasing: bytes[rest..<at])).isEmpty {
            report(
                after, "text follows the closing quote of a cell",
                expected: "a comma or the end of the line after the closing quote")
        }
        return Self.text(content)
    }

    /// Steps over a byte; continuation bytes of UTF-8 do not count as columns.
    private mutating func advance() {
        at += 1
        if at >= bytes.count || bytes[at] & 0xC0 != 0x80 { column += 1 }
    }

    /// Steps over LF, CRLF or CR.
    private mutating func endLine() {
        guard at < bytes.count else { return }
        if bytes[at] == 13, at + 1 < bytes.count, bytes[at + 1] == 10 { at += 1 }
        at += 1
        line += 1
        column = 1
    }

    private func report(_ position: (Int, Int), _ message: String, expected: String) {
        let place = Place(file: file, line: position.0, column: position.1)
        diagnostics.add(.error, at: place, expected: expected, message: message)
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

    /// The text without blanks, tabs and no-break spaces around it.
    private static func text(_ bytes: some RandomAccessCollection<UInt8>) -> String {
        var slice = bytes[...]
        while let first = slice.first {
            if isBlank(first) {
                slice = slice.dropFirst()
            } else if slice.starts(with: [0xC2, 0xA0]) {
                slice = slice.dropFirst(2)
            } else {
                break
            }
        }
        while let last = slice.last {
            if isBlank(last) {
                slice = slice.dropLast()
            } else if slice.suffix(2).elementsEqual([0xC2, 0xA0]) {
                slice = slice.dropLast(2)
            } else {
                break
            }
        }
        return String(decoding: slice, as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 }
}
