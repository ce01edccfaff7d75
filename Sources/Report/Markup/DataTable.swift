// SPDX-License-Identifier: GPL-3.0-or-later

/// A plain table: a caption, a header a column, and rows whose first cell is their header.
struct DataTable {
    /// A column's heading, and what it holds: words, sentences (which get more room) or numbers (set flush right).
    struct Column {
        let title: String
        let style: String

        static func text(_ title: String) -> Column { Column(title: title, style: "w") }
        static func prose(_ title: String) -> Column { Column(title: title, style: "w prose") }
        static func number(_ title: String) -> Column { Column(title: title, style: "n") }
    }

    let caption: String
    let columns: [Column]
    var rows: [[String]]
    /// A last row that sums up the others.
    var total: [String]?
    /// What stands there instead where there are no rows.
    var whenEmpty = "None."

    var markup: Markup {
        guard !rows.isEmpty else {
            return Tag.p(.class("none")) {
                Tag.strong { "\(caption): " }
                whenEmpty
            }
        }
        return Scroll.around(caption) {
            Tag.table {
                Tag.caption { caption }
                Tag.thead {
                    Tag.tr {
                        for column in columns {
                            Tag.th(.scope(.col), .class(column.style)) { column.title }
                        }
                    }
                }
                Tag.tbody { for row in rows { line(row) } }
                if let total { Tag.tfoot { line(total) } }
            }
        }
    }

    private func line(_ cells: [String]) -> Markup {
        Tag.tr {
            for (cell, column) in zip(cells.indices, columns) {
                let kind = Attribute.class(column.style)
                if cell == 0 {
                    Tag.th(.scope(.row), kind) { cells[cell] }
                } else {
                    Tag.td(kind) { cells[cell] }
                }
            }
        }
    }
}

/// A frame that scrolls sideways, by keyboard too, where a table is wider than the page.
enum Scroll {
    static func around(_ label: String, @MarkupBuilder content: () -> [Markup]) -> Markup {
        Tag.div(.class("scroll"), .role("region"), .label(label), .tabindex(0), content: content)
    }
}
