// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables

/// Who is where in which period: a row a person or a post, and a box for each run of periods.
public struct GanttChart: Chart {
    /// A run of periods in a row.
    public struct Span: Sendable {
        /// How certain it is.
        public enum State: Sendable {
            /// Planned, and may still be otherwise.
            case planned
            /// Over, or fixed.
            case fixed
            /// Away: nobody is anywhere.
            case away
            /// Without a place.
            case missing
        }

        /// Its periods, counted from 0.
        public var periods: Range<Int>
        /// What stands in it, and in the table.
        public var label: String
        /// The colour, 0 to 11.
        public var hue: Int
        /// How certain it is.
        public var state: State

        /// A run of periods.
        public init(_ periods: Range<Int>, _ label: String, hue: Int, state: State = .planned) {
            self.periods = periods
            self.label = label
            self.hue = hue
            self.state = state
        }
    }

    /// A row; spans that overlap are put beneath each other.
    public struct Row: Sendable {
        /// Whose it is.
        public var label: String
        /// Its spans, by when they begin.
        public var spans: [Span]
        /// Where its label leads in the table, with its `#`.
        public var link: String?

        /// A row.
        public init(_ label: String, _ spans: [Span], link: String? = nil) {
            self.label = label
            self.spans = spans
            self.link = link
        }
    }

    let name: String
    let caption: String
    let rowTitle: String
    let spanTitle: String
    let periods: [String]
    let rows: [Row]
    let whenEmpty: String

    /// A picture of rows over periods.
    ///
    /// - Parameters:
    ///   - name: The stem of its table's file, unique on the page.
    ///   - caption: What stands above it, unique on the page.
    ///   - rowTitle: What a row is: `Person`.
    ///   - spanTitle: What a box is: `Post`.
    ///   - periods: What stands above each period, such as `Jan 27`; short.
    ///   - rows: The rows, from above. Spans beyond the periods are cut.
    ///   - whenEmpty: The sentence that stands there where there are no rows.
    public init(
        name: String, caption: String, rowTitle: String, spanTitle: String, periods: [String], rows: [Row],
        whenEmpty: String = "None."
    ) {
        self.name = name
        self.caption = caption
        self.rowTitle = rowTitle
        self.spanTitle = spanTitle
        self.periods = periods
        self.rows = rows.map { row in
            var row = row
            row.spans = row.spans.compactMap { span in
                var span = span
                span.periods = span.periods.clamped(to: 0..<periods.count)
                return span.periods.isEmpty ? nil : span
            }
            return row
        }
        self.whenEmpty = whenEmpty
    }

    /// A row a span, by rows from above: what it is, its first and its last period, and how certain.
    public var table: Table {
        let rows = rows.flatMap { row in
            row.spans.map { span -> [Table.Cell] in
                [
                    .text(row.label, link: row.link), .text(span.label),
                    .text(periods[span.periods.lowerBound]),
                    .text(periods[span.periods.upperBound - 1]), .count(span.periods.count),
                    .text(span.state.words),
                ]
            }
        }
        return Table(
            name: name, caption: caption,
            columns: [
                .text(rowTitle, BarChart.snake(rowTitle)), .text(spanTitle, BarChart.snake(spanTitle)),
                .text("From", "from"), .text("To", "to"), .number("Periods", "periods"),
                .text("State", "state"),
            ], rows: rows, whenEmpty: whenEmpty)
    }

    /// The rows, from above; nil where there is nothing in them.
    public var drawing: Drawing? {
        guard rows.contains(where: { !$0.spans.isEmpty }) else { return nil }
        return GanttDrawing(of: self).drawing
    }
}

extension GanttChart.Span.State {
    /// What the table says.
    var words: String {
        switch self {
        case .planned: "planned"
        case .fixed: "fixed"
        case .away: "away"
        case .missing: "without a place"
        }
    }

    /// The classes of its box, whose colour is `hue`.
    func style(hue: Int) -> String {
        switch self {
        case .planned: "part h\(hue)"
        case .fixed: "part fixed h\(hue)"
        case .away: "away"
        case .missing: "missing"
        }
    }
}
