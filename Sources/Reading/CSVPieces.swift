// SPDX-License-Identifier: GPL-3.0-or-later

/// A table's file cut into its records and what lies between them, so that some records can be changed and all else
/// stays as it was to the byte.
public struct CSVPieces: Sendable {
    /// A record, or what is skipped: a comment, a blank line, the byte-order mark.
    public struct Piece: Sendable {
        /// The bytes, with the end of the line.
        public let bytes: ArraySlice<UInt8>
        /// The cells; nil: no record.
        public let cells: [String]?
    }

    /// All of them, in order; together they are the file, or its text where it is no UTF-8.
    public let pieces: [Piece]
    /// Where the heading stands in `pieces`; nil: the file has none.
    public let heading: Int?
    /// Whether the file is saved as it should be, so that records may be put beside those it has.
    public let isPlain: Bool

    /// The pieces of a file that is a table with these columns.
    public init(_ input: InputFile, required: [String], optional: [String] = [], hasSessions: Bool = false) {
        var pieces: [Piece] = []
        let text = TableText.read(input, readsHabits: true, Diagnostics())
        let bytes = text?.bytes ?? input.bytes
        var dialect = CSVDialect()
        var titles = 0
        var heading: Int?
        bytes.withUnsafeBufferPointer { buffer in
            dialect = CSVDialect.told(
                by: buffer, required: required, known: required + optional, hasSessions: hasSessions)
            var scanner = CSVScanner(buffer, file: input.path, Diagnostics(), separator: dialect.separator)
            if text?.encoding == nil, input.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
                pieces.append(Piece(bytes: input.bytes[0..<3], cells: nil))
            }
            if dialect.hasSeparatorLine {
                scanner.skipLine()
                pieces.append(Piece(bytes: bytes[0..<scanner.at], cells: nil))
            }
            while let piece = scanner.piece(isHeading: heading == nil) {
                // What stands above the heading is no record.
                let isTitle = piece.cells != nil && heading == nil && titles < dialect.titles
                if isTitle { titles += 1 }
                if piece.cells != nil, !isTitle, heading == nil { heading = pieces.count }
                pieces.append(
                    Piece(bytes: bytes[piece.range], cells: isTitle ? nil : piece.cells?.map(\.text)))
            }
        }
        (self.pieces, self.heading) = (pieces, heading)
        let hasTotals = pieces.contains { piece in
            piece.cells.map { cells in
                CSVTotals.isTotals(cells.map { CSVCell(text: $0, line: 1, column: 1) })
            } ?? false
        }
        isPlain = dialect == CSVDialect() && text?.encoding == nil && !hasTotals
    }

    /// The place of each known column in the heading, as a reader of the table finds it.
    public func columns(_ known: [String]) -> [String: Int] {
        guard let heading, let cells = pieces[heading].cells else { return [:] }
        let header = cells.map { CSVCell(text: $0, line: 1, column: 1) }
        return CSVHeading.read(
            header, file: "", required: [], optional: known, others: .keep, Diagnostics()
        ).indices
    }
}
