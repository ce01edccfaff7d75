// SPDX-License-Identifier: GPL-3.0-or-later

extension ReportTable {
    /// The table as lines of plain text for a terminal, without line ends: its caption, the headings, and a line a
    /// row; words to the left, numbers to the right. Columns without a heading are for the CSV alone.
    public var lines: [String] {
        let shown = columns.indices.filter { !columns[$0].title.isEmpty }
        let body = (rows + (total.map { [$0] } ?? [])).map { row in
            shown.map { Self.plain(row[$0].shownText) }
        }
        guard !body.isEmpty else { return [caption, "  " + whenEmpty] }
        let lines = [shown.map { columns[$0].title }] + body
        let widths = shown.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return [caption]
            + lines.map { cells in
                let padded = cells.indices.map { column in
                    let blank = String(repeating: " ", count: widths[column] - cells[column].count)
                    return columns[shown[column]].kind == .number
                        ? blank + cells[column] : cells[column] + blank
                }
                var line = "  " + padded.joined(separator: "  ")
                while line.last == " " { line.removeLast() }
                return line
            }
    }

    /// Text as a terminal shows it: nothing in it moves the cursor or turns the writing round, and blanks that do
    /// not break are plain ones.
    public static func plain(_ text: String) -> String {
        let blanks = "\u{A0}\n\t".unicodeScalars
        let scalars = Escaped.visible(text).unicodeScalars.map { blanks.contains($0) ? " " : $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}
