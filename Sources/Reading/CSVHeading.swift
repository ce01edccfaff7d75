// SPDX-License-Identifier: GPL-3.0-or-later

/// What a header row says: which column stands where.
struct CSVHeading {
    /// The index of each known column.
    var indices: [String: Int] = [:]
    /// Header cells that are none of the known columns.
    var others: [(index: Int, header: CSVCell)] = []
    /// Columns up to the last that has a name.
    var width = 0
    /// Header cells with nothing in them, left of one that has a name.
    private var nameless: [(index: Int, header: CSVCell)] = []
    /// Known columns that are there again.
    private var repeated: [(name: String, index: Int, header: CSVCell)] = []

    /// Finds the known columns; reports those that are missing or unknown.
    static func read(
        _ header: [CSVCell], file: String, required: [String], optional: [String],
        others: CSVTable.OtherColumns, _ diagnostics: Diagnostics
    ) -> CSVHeading {
        let known = required + optional
        var heading = CSVHeading()
        for (index, cell) in header.enumerated() {
            let place = Place(file: file, line: cell.line, column: cell.column)
            guard !cell.text.isEmpty else {
                heading.nameless.append((index, cell))
                continue
            }
            heading.width = index + 1
            guard let column = knownColumn(cell.text, known) else {
                if others != .warn {
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
                let shown = Diagnostic.shortened(cell.text)
                diagnostics.add(
                    .notice, once: "heading capitals\n" + file,
                    at: Field(cell, file: file, name: column, Writing()), expected: column,
                    message: { met in
                        let more = met.count - 1
                        return "column '\(shown)' is read as '\(column)'"
                            + (more == 0
                                ? ""
                                : "; \(more) more heading\(more == 1 ? " is" : "s are") read in that way")
                    })
            }
            if heading.indices[column] == nil {
                heading.indices[column] = index
            } else {
                heading.repeated.append((column, index, cell))
            }
        }
        heading.nameless.removeAll { $0.index >= heading.width }
        heading.reportMissing(required, header, file: file, diagnostics)
        return heading
    }

    /// The column meant: the name as it is, or apart from capitals and with blanks or hyphens for `_`.
    static func knownColumn(_ text: String, _ known: [String]) -> String? {
        if known.contains(text) { return text }
        let plain = String(
            LookAlikes.plainMarks(text).trimmedBlanks.lowercased()
                .map { $0 == " " || $0 == "-" || $0 == "\n" ? "_" : $0 })
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

    /// Advice for a file that a spreadsheet saved with another separator, where that is not read.
    private func otherSeparator(_ header: [CSVCell]) -> String {
        guard header.count == 1, let only = header.first?.text else { return "" }
        if only.contains(";") {
            return "; the cells seem to be separated by semicolons: save them with commas"
        }
        if only.contains("\t") { return "; the cells seem to be separated by tabs: save them with commas" }
        return ""
    }

    /// Tells of columns without a name that hold something, and of known ones that are there again.
    ///
    /// One that is there again says nothing else where it is blank or has the same cells; then it is left out, with a
    /// notice, and otherwise it is an error.
    mutating func tellOddColumns(_ rows: [CSVTable.Row], file: String, _ diagnostics: Diagnostics) {
        func text(_ index: Int, _ row: CSVTable.Row) -> String {
            row.cells.indices.contains(index) ? row.cells[index].text : ""
        }
        for (index, cell) in nameless where rows.contains(where: { !text(index, $0).isEmpty }) {
            diagnostics.add(
                .warning, at: Place(file: file, line: cell.line, column: cell.column),
                expected: "a name for the column", message: "a column without a name is left out")
        }
        for (name, index, cell) in repeated {
            let place = Place(file: file, line: cell.line, column: cell.column)
            let first = indices[name] ?? index
            let isSame =
                !rows.isEmpty
                && rows.allSatisfy {
                    let again = text(index, $0)
                    return again.isEmpty || again == text(first, $0)
                }
            let isFirstBlank = !rows.isEmpty && rows.allSatisfy { text(first, $0).isEmpty }
            guard isSame || isFirstBlank else {
                diagnostics.add(
                    .error, at: place, field: name, found: cell.text, expected: "each column once",
                    message: "column '\(name)' is there twice")
                continue
            }
            if isFirstBlank { indices[name] = index }
            diagnostics.add(
                .notice, at: place, field: name, found: cell.text, expected: "each column once",
                message: "column '\(name)' is there twice, and only one of the two says anything")
        }
    }
}
