// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

extension Table {
    /// The table as CSV: a heading, the rows, and the total where there is one.
    ///
    /// Numbers are exact, with a point for decimals and nothing between thousands; shares are of 1. Words are
    /// made harmless for spreadsheets, identifiers too: these tables are for reading, and nothing reads them back.
    public var csv: String {
        var text = CSVText.record(columns.map { CSVText.harmless($0.name) })
        for row in rows { text += CSVText.record(row.map(\.exactText)) }
        if let total { text += CSVText.record(total.map(\.exactText)) }
        return text
    }
}

extension Table.Cell {
    /// What the CSV says.
    public var exactText: String {
        switch self {
        case .text(let words): CSVText.harmless(Printable.text(words.exact ?? words.text))
        case .count(let value): String(value)
        case .hours(let value), .pounds(let value): value.flatMap(Decimals.amount) ?? ""
        case .minutes(let value): value.flatMap(Decimals.minutes) ?? ""
        case .share(let value), .ratio(let value):
            value.flatMap { Decimals.text($0, atLeast: 4, atMost: 9) } ?? ""
        case .blank: ""
        }
    }

    /// What a page or a terminal says, rounded.
    public var shownText: String {
        switch self {
        case .text(let words): words.text
        case .count(let value): Show.count(value)
        case .hours(let value): value.map(Show.hours) ?? Self.none
        case .minutes(let value): value.map(Show.minutes) ?? Self.none
        case .pounds(let value): value.map(Show.pounds) ?? Self.none
        case .share(let value): Show.percent(value)
        case .ratio(let value): value.map { Show.decimal($0, places: 2) } ?? Self.none
        case .blank: ""
        }
    }

    /// What stands for a figure that there is not.
    private static let none = "–"
}
