// SPDX-License-Identifier: GPL-3.0-or-later

/// A table in words, as a file keeps it for whoever shows it: all that people read, and nothing to reckon with.
public struct ShownTable: Sendable, Equatable, Codable {
    /// What it is about.
    public let caption: String
    /// Its headings.
    public let columns: [String]
    /// Its rows, the first cell of which says what each is about.
    public let rows: [[String]]

    /// A table in words.
    public init(_ table: Table) {
        caption = table.caption
        columns = table.columns.map(\.title)
        rows = table.rows.map { $0.map(\.shownText) }
    }
}
