// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording

/// What is typed into a row of `calls.csv` when somebody was rung.
public struct CallTyping: Sendable, Equatable {
    /// What was said; nil: nobody answered, or what was typed is taken back.
    public var answer: CallAnswer?
    /// When; blank: what was typed is taken back.
    public var answeredAt: String
    /// What else there is to say.
    public var note: String

    /// What is typed.
    public init(answer: CallAnswer?, answeredAt: String, note: String) {
        (self.answer, self.answeredAt, self.note) = (answer, answeredAt, note)
    }

    /// A list with this typed into a row; all else stays as it was to the byte.
    ///
    /// - Parameter row: The row's place among the rows of the list.
    /// - Returns: Nil where the list has no such row, or not the columns to type into.
    public func put(into input: InputFile, row: Int) -> [UInt8]? {
        let file = CSVPieces(input, required: CallList.columns)
        let columns = file.columns(CallList.columns)
        guard file.isPlain, let heading = file.heading, row >= 0,
            let place = file.pieces.indices.filter({ $0 > heading && file.pieces[$0].cells != nil })
                .dropFirst(row).first,
            var cells = file.pieces[place].cells
        else { return nil }
        for (column, text) in [
            ("answer", answer?.rawValue ?? ""), ("answered_at", CSVText.harmless(answeredAt)),
            ("note", CSVText.harmless(note)),
        ] {
            guard let index = columns[column], cells.indices.contains(index) else { return nil }
            cells[index] = text
        }
        var bytes: [UInt8] = []
        for (index, piece) in file.pieces.enumerated() {
            bytes += index == place ? Array(CSVText.record(cells).utf8)[...] : piece.bytes
        }
        return bytes
    }
}
