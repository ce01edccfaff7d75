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

    /// All of them, in order; together they are the file.
    public let pieces: [Piece]
    /// Where the heading stands in `pieces`; nil: the file has none.
    public let heading: Int?

    /// The pieces of a file.
    public init(_ input: InputFile) {
        var pieces: [Piece] = []
        let bytes = input.bytes
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = CSVScanner(buffer, file: input.path, Diagnostics())
            if buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
                pieces.append(Piece(bytes: bytes[0..<3], cells: nil))
            }
            while let piece = scanner.piece() {
                pieces.append(Piece(bytes: bytes[piece.range], cells: piece.cells?.map(\.text)))
            }
        }
        self.pieces = pieces
        heading = pieces.firstIndex { $0.cells != nil }
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
