// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Workbooks
import Workforce

/// A table as a sheet: its headings as people read them, its figures exact.
enum TableSheet {
    /// The most that a cell of a workbook holds, in characters.
    private static let longest = 32_767
    /// The widest that a column is made, in characters.
    private static let widest = 60
    /// Rows that widths are measured by.
    static let measured = 200

    static func sheet(_ table: Table, named name: String) -> WrittenSheet {
        var heading = table.columns.map { WrittenSheet.Cell.heading($0.title) }
        if !heading.isEmpty { heading[0].note = table.caption }
        let rows = table.rows.map { $0.map(cell) }
        let total = table.total.map { [$0.map(cell)] } ?? []
        let texts =
            [table.columns.map(\.title)] + table.rows.prefix(measured).map { $0.map { written($0) } }
        return WrittenSheet(
            name: name, rows: [heading] + rows + total, frozen: (1, 1), filters: true,
            footers: total.count, widths: widths(texts))
    }

    /// Widths that show what stands in the columns.
    static func widths(_ rows: [[String]]) -> [Double] {
        (0..<(rows.first?.count ?? 0)).map { column in
            let longest = rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
            return Double(min(widest, max(6, longest + 2)))
        }
    }

    /// A text that a cell has room for.
    static func fitting(_ text: String) -> String {
        text.utf16.count <= longest ? text : String(text.prefix(longest / 2)) + "…"
    }

    private static func cell(_ cell: Table.Cell) -> WrittenSheet.Cell {
        switch cell {
        case .text(let words):
            let text = words.exact ?? words.text
            if let day = CalendarDay(iso: text) { return WrittenSheet.Cell(.moment(Moment(day: day))) }
            return text.isEmpty ? WrittenSheet.Cell() : .words(fitting(text))
        case .count(let value): return number(Double(value))
        case .hours(let value), .minutes(let value), .ratio(let value): return number(value)
        case .pounds(let value): return number(value, .pounds)
        case .share(let value): return number(value, .share)
        case .blank: return WrittenSheet.Cell()
        }
    }

    private static func number(
        _ value: Double?, _ format: WrittenSheet.Look.NumberFormat = .plain
    ) -> WrittenSheet.Cell {
        guard let value, value.isFinite else { return WrittenSheet.Cell() }
        return WrittenSheet.Cell(.number(value), look: WrittenSheet.Look(format: format))
    }

    private static func written(_ cell: Table.Cell) -> String {
        switch cell {
        case .text(let words): words.exact ?? words.text
        case .count, .hours, .minutes, .pounds, .share, .ratio, .blank: cell.shownText
        }
    }
}

extension WrittenSheet.Cell {
    /// A heading.
    static func heading(_ text: String) -> WrittenSheet.Cell {
        WrittenSheet.Cell(.text(text), look: WrittenSheet.Look(isHeading: true))
    }

    /// Words, and identifiers that keep their zeros.
    static func words(_ text: String) -> WrittenSheet.Cell {
        WrittenSheet.Cell(.text(text), look: WrittenSheet.Look(format: .text))
    }
}
