// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

extension Table {
    /// The table as lines of plain text for a terminal, without line ends: its caption, the headings, and a line a
    /// row; words to the left, numbers to the right. Columns without a heading are for the CSV alone.
    public var lines: [String] {
        let shown = columns.indices.filter { !columns[$0].title.isEmpty }
        let body = (rows + (total.map { [$0] } ?? [])).map { row in
            shown.map { Self.plain(row[$0].shownText) }
        }
        guard !body.isEmpty else { return [caption, "  " + whenEmpty] }
        return [caption]
            + TextColumns.lines([shown.map { columns[$0].title }] + body) {
                columns[shown[$0]].kind == .number
            }
    }

    /// Text as a terminal shows it: nothing in it moves the cursor or turns the writing round, and blanks that do
    /// not break are plain ones.
    public static func plain(_ text: String) -> String {
        let blanks = "\u{A0}\n\t".unicodeScalars
        let scalars = Printable.text(text).unicodeScalars.map { blanks.contains($0) ? " " : $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}
