// SPDX-License-Identifier: GPL-3.0-or-later

/// What was unusual in the form of a table that is read all the same, to be told in one notice.
struct CSVForm {
    private let dialect: CSVDialect
    private let encoding: String?
    /// The records above the heading that were left out, by the lines they begin on, and what the first says.
    private var titles: [Int] = []
    private var title = ""
    /// The lines of a heading of two rows.
    private var headingLines: [Int] = []
    /// The lines of rows that add up columns, which are left out.
    var totals: [Int] = []

    init(_ dialect: CSVDialect, encoding: String?) {
        (self.dialect, self.encoding) = (dialect, encoding)
    }

    /// The cells of the heading, its two rows as one, and the row by which it is known if it comes again. The scanner then
    /// stands before the first row.
    mutating func heading(
        _ scanner: inout CSVScanner, readsHabits: Bool
    ) -> (cells: [CSVCell], row: [CSVCell])? {
        if dialect.hasSeparatorLine { scanner.skipLine() }
        for _ in 0..<dialect.titles {
            guard let cells = scanner.next(isHeading: true) else { return nil }
            titles.append(cells[0].line)
            if title.isEmpty { title = cells.first { !$0.text.isEmpty }?.text ?? "" }
        }
        guard let first = scanner.next(isHeading: readsHabits) else { return nil }
        guard dialect.dayRow != .none, let second = scanner.next(isHeading: true) else {
            return (first, first)
        }
        headingLines = [first[0].line, second[0].line]
        return (CSVDialect.joined(first, second), second)
    }

    /// Tells of all of it at once.
    ///
    /// - Parameter showsTitle: Whether what stands above the heading may be shown.
    func tell(file: String, headerLine: Int, showsTitle: Bool = true, _ diagnostics: Diagnostics) {
        var read: [String] = []
        var left: [String] = []
        var better: [String] = []
        if let encoding {
            read.append("the file is \(encoding)")
            better.append("UTF-8")
        }
        if let separator = dialect.separatorInWords {
            read.append("\(separator) stand between its cells")
            better.append("commas between cells")
        }
        if !headingLines.isEmpty {
            read.append("its heading has two rows, lines \(headingLines[0]) and \(headingLines[1])")
            better.append("one heading row")
        }
        if dialect.hasSeparatorLine { left.append("line 1, which names the separator") }
        if let first = titles.first {
            let lines = titles.count > 1 ? "lines \(first) to \(titles[titles.count - 1])" : "line \(first)"
            left.append(
                "\(lines) above the heading" + (showsTitle ? ", '\(Diagnostic.shortened(title))'" : ""))
        }
        if !left.isEmpty { better.append("the heading first") }
        if let first = totals.first {
            left.append(
                "the totals in line \(first)" + (totals.count > 1 ? " and \(totals.count - 1) more" : ""))
            better.append("no row of totals")
        }
        guard !read.isEmpty || !left.isEmpty else { return }
        if !left.isEmpty { read.append("left out: " + left.joined(separator: ", and ")) }
        diagnostics.add(
            .notice,
            at: Place(file: file, line: better == ["no row of totals"] ? totals[0] : headerLine),
            expected: better.joined(separator: ", "),
            message: "the table is read as it was saved: " + read.joined(separator: "; "))
    }
}
