// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables

/// Bars that lie, one a row, each of one part or several on end: utilisation by person, pounds by tier, what
/// scenarios cost with the range of each.
public struct BarChart: Chart {
    /// A part that every bar may have, such as a tier of pay.
    public struct Part: Sendable {
        /// What people read.
        public var title: String
        /// The column of the CSV, in `snake_case`.
        public var name: String
        /// The colour, 0 to 11, as teams have on the page.
        public var hue: Int

        /// A part.
        public init(title: String, name: String, hue: Int) {
            self.title = title
            self.name = name
            self.hue = hue
        }
    }

    /// A row.
    public struct Bar: Sendable {
        /// What it is about.
        public var label: String
        /// Where its label leads in the table, with its `#`.
        public var link: String?
        /// The figure of each part, in their order; nil where there is none.
        public var values: [Double?]
        /// Between which figures the whole bar may lie, where that is known.
        public var range: ClosedRange<Double>?
        /// A figure of its own that the bar is held against, such as a person's threshold.
        public var mark: Double?
        /// Whether it differs by more than luck from what it is held against; one that may not is drawn in a dashed
        /// outline, without its figure.
        public var isTold: Bool

        /// A row.
        public init(
            _ label: String, _ values: [Double?], range: ClosedRange<Double>? = nil, mark: Double? = nil,
            link: String? = nil, isTold: Bool = true
        ) {
            self.isTold = isTold
            self.label = label
            self.values = values
            self.range = range
            self.mark = mark
            self.link = link
        }
    }

    /// A line across all bars, such as a threshold.
    public struct Mark: Sendable {
        /// What it means, in a few words.
        public var title: String
        /// Where it is, in the chart's unit.
        public var value: Double

        /// A line across all bars.
        public init(_ title: String, at value: Double) {
            self.title = title
            self.value = value
        }
    }

    let name: String
    let caption: String
    let rowTitle: String
    let unit: ChartUnit
    let parts: [Part]
    let bars: [Bar]
    let marks: [Mark]
    let barMark: String
    let whenEmpty: String

    /// A chart of bars.
    ///
    /// - Parameters:
    ///   - name: The stem of its table's file, unique on the page.
    ///   - caption: What stands above it, unique on the page.
    ///   - rowTitle: What a row is: `Team`, `Person`.
    ///   - unit: What the figures are counted in.
    ///   - parts: The parts of a bar, from the left.
    ///   - bars: The rows, from above.
    ///   - marks: Lines across all bars.
    ///   - barMark: What the bars' own marks are.
    ///   - whenEmpty: The sentence that stands there where there are no rows.
    public init(
        name: String, caption: String, rowTitle: String, unit: ChartUnit, parts: [Part], bars: [Bar],
        marks: [Mark] = [], barMark: String = "Threshold", whenEmpty: String = "None."
    ) {
        self.name = name
        self.caption = caption
        self.rowTitle = rowTitle
        self.unit = unit
        self.parts = parts
        self.bars = bars
        self.marks = marks
        self.barMark = barMark
        self.whenEmpty = whenEmpty
    }

    private var hasRanges: Bool { bars.contains { $0.range != nil } }
    private var hasMarks: Bool { bars.contains { $0.mark != nil } }
    private var hasUnsure: Bool { bars.contains { !$0.isTold } }

    /// The figures of each bar, a column a part, then the total of several parts, then its range.
    public var table: Table {
        let columns =
            [Table.Column.text(rowTitle, Self.snake(rowTitle))] + parts.map { .number($0.title, $0.name) }
            + (parts.count > 1 ? [.number("All", "all")] : [])
            + (hasRanges ? [.number("At least", "at_least"), .number("At most", "at_most")] : [])
            + (hasMarks ? [.number(barMark, Self.snake(barMark))] : [])
            + (hasUnsure ? [.prose("Remark", "remark")] : [])
        let rows = bars.map { bar in
            [Table.Cell.text(bar.label, link: bar.link)]
                + parts.indices.map { unit.cell($0 < bar.values.count ? bar.values[$0] : nil) }
                + (parts.count > 1 ? [unit.cell(bar.total)] : [])
                + (hasRanges ? [unit.cell(bar.range?.lowerBound), unit.cell(bar.range?.upperBound)] : [])
                + (hasMarks ? [unit.cell(bar.mark)] : [])
                + (hasUnsure ? [.text(bar.isTold ? "" : Drawing.notTold)] : [])
        }
        return Table(name: name, caption: caption, columns: columns, rows: rows, whenEmpty: whenEmpty)
    }

    /// The bars, from above as given; nil where there are none.
    public var drawing: Drawing? {
        guard !bars.isEmpty else { return nil }
        return BarDrawing(of: self).drawing
    }

    /// `Home team` as a column of a CSV: `home_team`.
    static func snake(_ title: String) -> String {
        String(title.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
}

extension BarChart.Bar {
    /// All its parts together; nil where it has no figure at all.
    var total: Double? {
        let known = values.compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    /// How far it reaches to the left and to the right of nought.
    var reach: [Double] {
        let known = values.compactMap(\.self).filter(\.isFinite)
        return [known.filter { $0 < 0 }.reduce(0, +), known.filter { $0 > 0 }.reduce(0, +)]
            + (range.map { [$0.lowerBound, $0.upperBound] } ?? []) + [mark].compactMap(\.self)
    }
}
