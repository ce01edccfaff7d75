// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables

/// Figures against figures: a frontier with what is proved of each point, a curve of how likely so much is, how
/// many hold a competency over time.
public struct CurveChart: Chart {
    /// What one of the two directions means.
    public struct Direction: Sendable {
        /// What people read.
        public var title: String
        /// The column of the CSV, in `snake_case`.
        public var name: String
        /// What it is counted in.
        public var unit: ChartUnit

        /// A direction.
        public init(_ title: String, _ name: String, _ unit: ChartUnit) {
            self.title = title
            self.name = name
            self.unit = unit
        }
    }

    /// A point.
    public struct Point: Sendable {
        /// Where it is to the right, and upwards.
        public var x: Double
        /// Where it is upwards.
        public var y: Double
        /// Between which heights the truth lies, where that is known.
        public var range: ClosedRange<Double>?
        /// From where to where to the right it holds, where that is more than a place: with `range` a rectangle.
        public var span: ClosedRange<Double>?
        /// What is to be said about it; nothing where there is nothing.
        public var remark: String
        /// Whether another point is at least as good in both: it is drawn grey.
        public var isDominated: Bool

        /// A point.
        public init(
            x: Double, y: Double, range: ClosedRange<Double>? = nil, span: ClosedRange<Double>? = nil,
            remark: String = "", isDominated: Bool = false
        ) {
            self.x = x
            self.y = y
            self.range = range
            self.span = span
            self.remark = remark
            self.isDominated = isDominated
        }
    }

    /// Points that belong together.
    public struct Series: Sendable {
        /// How its points are joined.
        public enum Shape: Sendable {
            /// Not at all.
            case points
            /// By straight lines.
            case line
            /// By steps: each height holds until the next point.
            case steps
        }

        /// What people read.
        public var title: String
        /// The colour, 0 to 11.
        public var hue: Int
        /// How its points are joined.
        public var shape: Shape
        /// The points, from the left.
        public var points: [Point]

        /// Points that belong together.
        public init(_ title: String, hue: Int, shape: Shape, points: [Point]) {
            self.title = title
            self.hue = hue
            self.shape = shape
            self.points = points
        }
    }

    let name: String
    let caption: String
    let across: Direction
    let upwards: Direction
    let series: [Series]
    let whenEmpty: String

    /// A chart of points.
    ///
    /// - Parameters:
    ///   - name: The stem of its table's file, unique on the page.
    ///   - caption: What stands above it, unique on the page.
    ///   - across: What is counted to the right.
    ///   - upwards: What is counted upwards, from nought.
    ///   - series: The points; what is no number is passed over in the picture.
    ///   - whenEmpty: The sentence that stands there where there are no points.
    public init(
        name: String, caption: String, across: Direction, upwards: Direction, series: [Series],
        whenEmpty: String = "None."
    ) {
        self.name = name
        self.caption = caption
        self.across = across
        self.upwards = upwards
        self.series = series
        self.whenEmpty = whenEmpty
    }

    private var hasRanges: Bool { series.contains { $0.points.contains { $0.range != nil } } }
    private var hasSpans: Bool { series.contains { $0.points.contains { $0.span != nil } } }
    private var hasRemarks: Bool { series.contains { $0.points.contains { !$0.remark.isEmpty } } }

    /// A row a point.
    public var table: Table {
        let columns =
            [
                Table.Column.text("Of", "series"), .number(across.title, across.name),
                .number(upwards.title, upwards.name),
            ]
            + (hasSpans
                ? [
                    .number("\(across.title), from", across.name + "_from"),
                    .number("\(across.title), to", across.name + "_to"),
                ] : []) + (hasRanges ? [.number("At least", "at_least"), .number("At most", "at_most")] : [])
            + (hasRemarks ? [.prose("Remark", "remark")] : [])
        let rows = series.flatMap { series in
            series.points.map { point in
                [Table.Cell.text(series.title), across.unit.cell(point.x), upwards.unit.cell(point.y)]
                    + (hasSpans
                        ? [
                            across.unit.cell(point.span?.lowerBound),
                            across.unit.cell(point.span?.upperBound),
                        ] : [])
                    + (hasRanges
                        ? [
                            upwards.unit.cell(point.range?.lowerBound),
                            upwards.unit.cell(point.range?.upperBound),
                        ] : []) + (hasRemarks ? [.text(point.remark)] : [])
            }
        }
        return Table(name: name, caption: caption, columns: columns, rows: rows, whenEmpty: whenEmpty)
    }

    /// The points; nil where there are none.
    public var drawing: Drawing? {
        guard series.contains(where: { !$0.points.isEmpty }) else { return nil }
        return CurveDrawing(of: self).drawing
    }
}
