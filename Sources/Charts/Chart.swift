// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables

/// A picture of figures with the table that says the same.
///
/// A chart is a value made of exact figures: its picture and its table are worked out from these alone, so that
/// the one cannot say something else than the other. Who cannot see the picture, or wants to go on reckoning,
/// has the table and its CSV.
public protocol Chart: Sendable {
    /// The figures, exact; its name and caption are the chart's.
    var table: Table { get }
    /// The drawing, an SVG without anything from outside; nil where there is nothing to draw.
    var drawing: Drawing? { get }
}

extension Chart {
    /// The picture, and below it, to be opened, its table; a piece of a section.
    public var block: Block {
        let table = table
        guard let drawing else { return .table(table) }
        return .drawn(
            table,
            Tag.div(.class("chart")) {
                Tag.p(.class("title")) { Tag.strong { table.caption } }
                Scroll.around("Picture: \(table.caption)") { drawing.markup(title: table.caption) }
                Tag.details {
                    Tag.summary { "The figures of this picture" }
                    table.markup
                }
            })
    }

    /// The picture alone, for where a table with the same figures stands beside it; nothing where there is nothing
    /// to draw.
    public var picture: [Markup] {
        guard let drawing else { return [] }
        return [
            Tag.div(.class("chart")) {
                Scroll.around("Picture: \(table.caption)") { drawing.markup(title: table.caption) }
            }
        ]
    }
}
