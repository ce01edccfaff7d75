// SPDX-License-Identifier: GPL-3.0-or-later

/// Points as shapes.
struct CurveDrawing {
    private(set) var drawing: Drawing
    private let chart: CurveChart
    private let across: Axis
    private let upwards: Axis
    private let top: Double

    private static let left = 84.0
    private static let right = 40.0
    private static let length = 560.0
    private static let height = 260.0
    /// Pixels that what is known of a point takes at least, so that it can be seen.
    private static let narrowest = 10.0

    init(of chart: CurveChart) {
        self.chart = chart
        let points = chart.series.flatMap(\.points)
        across = Axis(
            around: points.map(\.x)
                + points.flatMap { $0.span.map { [$0.lowerBound, $0.upperBound] } ?? [] }, fromNought: false,
            whole: chart.across.unit.isWhole)
        upwards = Axis(
            around: points.map(\.y)
                + points.flatMap { $0.range.map { [$0.lowerBound, $0.upperBound] } ?? [] },
            fromNought: true, whole: chart.upwards.unit.isWhole)
        let legend = Legend(chart.series.count > 1 ? chart.series.map { ($0.title, Self.style($0)) } : [])
        let width = Self.left + Self.length + Self.right
        top = legend.height(within: width) + Lettering.line + 6
        drawing = Drawing(
            width: width, height: top + Self.height + 2 * Lettering.line + 8,
            description: "\(chart.upwards.title) against \(chart.across.title.lowercased()), points: "
                + "\(points.count); the table says the same.")
        legend.draw(into: &drawing)
        grid()
        for series in chart.series { draw(series) }
    }

    /// Series of nothing but points that others are as good as are grey.
    private static func style(_ series: CurveChart.Series) -> String {
        series.points.allSatisfy(\.isDominated) ? "grey" : "h\(series.hue)"
    }

    private func x(_ value: Double) -> Double { Self.left + across.share(of: value) * Self.length }
    private func y(_ value: Double) -> Double { top + (1 - upwards.share(of: value)) * Self.height }

    private mutating func grid() {
        let foot = top + Self.height
        drawing.text(chart.upwards.title, x: 0, y: top - 8, style: .soft, room: drawing.width)
        for tick in upwards.ticks {
            drawing.line(
                from: (Self.left, y(tick)), to: (Self.left + Self.length, y(tick)),
                style: tick == 0 ? "nought" : "tick")
            drawing.text(chart.upwards.unit.mark(tick), x: Self.left - 6, y: y(tick) + 4.5, style: .end)
        }
        for tick in across.ticks {
            drawing.line(from: (x(tick), foot), to: (x(tick), foot + 5), style: "nought")
        }
        for tick in across.written(in: chart.across.unit, along: Self.length) {
            drawing.text(
                chart.across.unit.mark(tick), x: x(tick), y: foot + Lettering.line + 2, style: .softMiddle)
        }
        drawing.text(
            chart.across.title, x: Self.left + Self.length / 2, y: foot + 2 * Lettering.line + 2,
            style: .softMiddle)
    }

    private mutating func draw(_ series: CurveChart.Series) {
        let points = series.points.filter { $0.x.isFinite && $0.y.isFinite }
        switch series.shape {
        case .points: break
        case .line: drawing.path(points.map { (x($0.x), y($0.y)) }, style: "curve h\(series.hue)")
        case .steps:
            var corners: [(x: Double, y: Double)] = []
            for point in points {
                if let last = corners.last { corners.append((x(point.x), last.y)) }
                corners.append((x(point.x), y(point.y)))
            }
            drawing.path(corners, style: "curve h\(series.hue)")
        }
        for point in points {
            if let range = point.range {
                let (left, right) = (
                    x(point.span?.lowerBound ?? point.x), x(point.span?.upperBound ?? point.x)
                )
                let width = max(Self.narrowest, right - left)
                drawing.box(
                    x: right - left < width ? (left + right - width) / 2 : left, y: y(range.upperBound),
                    width: width, height: y(range.lowerBound) - y(range.upperBound),
                    style: "spread \(point.isDominated ? "grey" : "h\(series.hue)")")
            }
            let remark = point.remark.isEmpty ? "" : ", \(point.remark)"
            drawing.dot(
                x: x(point.x), y: y(point.y), style: point.isDominated ? "dot grey" : "dot h\(series.hue)",
                hint: "\(series.title): \(chart.across.unit.words(point.x)), "
                    + "\(chart.upwards.unit.words(point.y))\(remark)")
        }
    }
}
