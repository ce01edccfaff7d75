// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// A piece of a section: what only the page has, or a table that has a CSV too.
public enum Block: Sendable {
    /// What only the page has.
    case markup(Markup)
    /// A table laid out as all are.
    case table(Table)
    /// A table laid out in a way of its own; its CSV says the same, perhaps in other columns.
    case drawn(Table, Markup)

    /// A remark under a heading.
    public static func note(_ text: String) -> Block { .markup(Tag.p(.class("note")) { text }) }

    /// The piece as it stands on the page.
    ///
    /// - Parameter namesFiles: Whether a table names its CSV.
    public func markup(namesFiles: Bool) -> Markup {
        switch self {
        case .markup(let markup): markup
        case .table(let table):
            table.framed(
                table.markup, remarks: table.onPaper(namesFile: namesFiles), namesFile: namesFiles)
        case .drawn(let table, let markup): table.framed(markup, namesFile: namesFiles)
        }
    }

    /// Its table, where it has one.
    public var table: Table? {
        switch self {
        case .markup: nil
        case .table(let table), .drawn(let table, _): table
        }
    }
}
