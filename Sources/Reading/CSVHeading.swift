// SPDX-License-Identifier: GPL-3.0-or-later

/// What a header row says: which column stands where.
struct CSVHeading {
    /// The index of each known column.
    var indices: [String: Int] = [:]
    /// Header cells that are none of the known columns.
    var others: [(index: Int, header: CSVCell)] = []
    /// Columns up to the last that has a name.
    var width = 0

    /// Finds the known columns; reports those that are missing, twice there or unknown.
    static func read(
        _ header: [CSVCell], file: String, required: [String], optional: [String],
        others: CSVTable.OtherColumns, _ diagnostics: Diagnostics
    ) -> CSVHeading {
        let known = required + optional
        var heading = CSVHeading()
        var nameless: [(index: Int, header: CSVCell)] = []
        for (index, cell) in header.enumerated() {
            let place = Place(file: file, line: cell.line, column: cell.column)
            guard !cell.text.isEmpty else {
                nameless.append((index, cell))
                continue
            }
            heading.width = index + 1
            guard let column = knownColumn(cell.text, known) else {
                if others == .keep {
                    heading.others.append((index, cell))
                } else {
                    let nearest = nearestName(to: cell.text, in: known)
                    diagnostics.add(
                        .warning, at: place, field: cell.text, found: cell.text,
                        expected: nearest ?? "one of \(known.joined(separator: ", "))",
                        message: "column '\(Diagnostic.shortened(cell.text))' is not known and is left out"
                            + didYouMean(nearest))
                }
                continue
            }
            if column != cell.text {
                diagnostics.add(
                    .notice, at: place, field: column, found: cell.text, expected: column,
                    message: "column '\(Diagnostic.shortened(cell.text))' is read as '\(column)'")
            }
            if heading.indices[column] == nil {
                heading.indices[column] = index
            } else {
                diagnostics.add(
                    .error, at: place, field: column, found: cell.text, expected: "each column once",
                    message: "column '\(column)' is there twice")
            }
        }
        for (index, cell) in nameless where index < heading.width {
            diagnostics.add(
                .warning, at: Place(file: file, line: cell.line, column: cell.column),
                expected: "a name for the column", message: "a column without a name is left out")
        }
        heading.reportMissing(required, header, file: file, diagnostics)
        return heading
    }

    /// The column meant: the name as it is, or apart from capitals and with blanks or hyphens for `_`.
    private static func knownColumn(_ text: String, _ known: [String]) -> String? {
        if known.contains(text) { return text }
        let plain = String(text.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
        return known.contains(plain) ? plain : nil
    }

    private func reportMissing(
        _ required: [String], _ header: [CSVCell], file: String, _ diagnostics: Diagnostics
    ) {
        let missing = required.filter { indices[$0] == nil }
        let line = header.first?.line ?? 1
        for column in missing {
            diagnostics.add(
                .error, at: Place(file: file, line: line), field: column,
                expected: "a column '\(column)' in the header row",
                message: "column '\(column)' is missing" + otherSeparator(header))
        }
    }

    /// Advice for a file that a spreadsheet saved with another separator.
    private func otherSeparator(_ header: [CSVCell]) -> String {
        guard header.count == 1, let only = header.first?.text else { return "" }
        if only.contains(";") {
            return "; the cells seem to be separated by semicolons: save them with commas"
        }
        if only.contains("\t") { return "; the cells seem to be separated by tabs: save them with commas" }
        return ""
    }
}
