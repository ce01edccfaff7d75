// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

extension Table {
    /// The table laid out as all are, or what stands in its place where it has no rows.
    public var markup: Markup {
        guard !rows.isEmpty else {
            return Tag.p(.class("none")) {
                Tag.strong { "\(caption): " }
                whenEmpty
            }
        }
        return plainTable
    }

    /// A frame by whose name the table is found, and below the content the way to the CSV.
    ///
    /// - Parameter remarks: What stands below the content, too.
    public func framed(_ content: Markup, remarks: [Markup] = [], namesFile: Bool) -> Markup {
        Tag.div(.class("table"), .id("table-\(name)")) {
            content
            remarks
            if namesFile {
                Tag.p(.class("file")) { Tag.a(.href(path)) { path } }
            }
        }
    }

    /// Columns that fit on A4 at the size that tables are printed in; tables with more are printed smaller.
    private static let mostOnPaper = 9

    /// Rows that paper has of a long table where a page is brief; the stylesheet counts them, too.
    static let rowsOnPaper = 10

    /// What paper says of a long table, where a page is brief; screens do not show it.
    func onPaper(namesFile: Bool) -> [Markup] {
        guard rows.count > Self.rowsOnPaper else { return [] }
        let place = namesFile ? "on the page and in \(path)" : "on the page"
        return [
            Tag.p(.class("paper note")) {
                "The first \(Show.count(Self.rowsOnPaper)) of \(Show.count(rows.count)) rows; all of them are \(place)."
            }
        ]
    }

    private var plainTable: Markup {
        let table = Tag.table(.class(columns.count > Self.mostOnPaper ? "many" : "few")) {
            Scroll.caption(caption)
            Tag.thead {
                Tag.tr {
                    for column in columns { Tag.th(.scope(.col), .class(column.style)) { column.title } }
                }
            }
            Tag.tbody { for row in rows { line(row) } }
            if let total { Tag.tfoot { line(total) } }
        }
        return Scroll.around(caption) { table }
    }

    private func line(_ cells: [Cell]) -> Markup {
        Tag.tr {
            for (position, (cell, column)) in zip(cells, columns).enumerated() {
                if position == 0 {
                    Tag.th([.scope(.row), .class(column.style)] + cell.attributes) { cell.content }
                } else {
                    Tag.td([.class(column.style)] + cell.attributes) { cell.content }
                }
            }
        }
    }
}

extension Table.Column {
    /// The class of its cells.
    fileprivate var style: String {
        switch kind {
        case .text: "w"
        case .prose: "w prose"
        case .number: "n"
        }
    }
}

extension Table.Cell {
    fileprivate var attributes: [Attribute] {
        guard case .text(let words) = self else { return [] }
        return [words.anchor.map { .id($0) }, words.title.map { .title($0) }].compactMap(\.self)
    }

    fileprivate var content: [Markup] {
        if case .text(let words) = self, let link = words.link {
            return [Tag.a(.href(link)) { Self.breakable(words.text) }]
        }
        return Self.breakable(shownText)
    }

    /// Text that may be broken within a word that is longer than any cell is wide.
    private static func breakable(_ text: String) -> [Markup] {
        var pieces: [Markup] = []
        var piece = ""
        var run = 0
        for character in text {
            if run == longestRun {
                pieces += [.text(piece), Tag.wbr()]
                piece = ""
                run = 0
            }
            piece.append(character)
            run = character.isWhitespace || character == "-" ? 0 : run + 1
        }
        return pieces + [.text(piece)]
    }

    /// Characters without a blank or a hyphen after which a word may be broken: more than most words have.
    private static let longestRun = 18
}

/// A frame that scrolls sideways, by keyboard too, where a table is wider than the page.
public enum Scroll {
    /// The frame around content, with a label for those who cannot see it.
    public static func around(_ label: String, @MarkupBuilder content: () -> [Markup]) -> Markup {
        Tag.div(.class("scroll"), .role("region"), .label(label), .tabindex(0), content: content)
    }

    /// A caption that stays in sight while the table is scrolled under it.
    public static func caption(_ text: String) -> Markup { Tag.caption { Tag.span { text } } }
}
