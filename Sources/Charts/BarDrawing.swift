// SPDX-License-Identifier: GPL-3.0-or-later

/// Bars as shapes.
struct BarDrawing {
    private(set) var drawing: Drawing
    private let chart: BarChart
    private let axis: Axis
    private let plot: ClosedRange<Double>
    private let top: Double
    private let foot: Double

    /// The height of a row, the bar's own height, and the most that labels and figures take.
    private static let row = 24.0
    private static let bar = 16.0
    private static let labels = 90.0...230.0
    private static let figures = (told: 80.0, notTold: 120.0)
    private static let length = 400.0

    init(of chart: BarChart) {
        self.chart = chart
        axis = Axis(
            around: chart.bars.flatMap(\.reach) + chart.marks.map(\.value), fromNought: true,
            whole: chart.unit.isWhole)
        let widest = chart.bars.map { Lettering.width($0.label) }.max() ?? 0
        let left = min(max(widest + 8, Self.labels.lowerBound), Self.labels.upperBound)
        plot = left...(left + Self.length)
        let legend = Legend(chart.parts.count > 1 ? chart.parts.map { ($0.title, $0.hue) } : [])
        let unsure = chart.bars.filter { !$0.isTold }.map(\.label)
        let width = left + Self.length + (unsure.isEmpty ? Self.figures.told : Self.figures.notTold)
        top = legend.height(within: width) + (chart.marks.isEmpty ? 4 : Lettering.line + 4)
        foot = top + Double(chart.bars.count) * Self.row
        drawing = Drawing(
            width: width, height: foot + Lettering.line + 6,
            description: "Bars: \(chart.bars.count), from \(chart.unit.words(axis.low)) to "
                + "\(chart.unit.words(axis.high))\(Drawing.notTold(unsure)); the table says the same.")
        legend.draw(into: &drawing)
        grid()
        for (index, bar) in chart.bars.enumerated() { draw(bar, at: index) }
        for mark in chart.marks { draw(mark) }
    }

    private func x(_ value: Double) -> Double {
        plot.lowerBound + axis.share(of: value) * (plot.upperBound - plot.lowerBound)
    }

    private mutating func grid() {
        for tick in axis.ticks {
            drawing.line(from: (x(tick), top), to: (x(tick), foot), style: tick == 0 ? "nought" : "tick")
        }
        for tick in axis.written(in: chart.unit, along: Self.length) {
            drawing.text(chart.unit.mark(tick), x: x(tick), y: foot + Lettering.line, style: .softMiddle)
        }
    }

    private mutating func draw(_ bar: BarChart.Bar, at index: Int) {
        let upper = top + Double(index) * Self.row + (Self.row - Self.bar) / 2
        let base = upper + Self.bar - 3.5
        drawing.text(bar.label, x: plot.lowerBound - 8, y: base, style: .end, room: plot.lowerBound - 8)
        var ends = (left: 0.0, right: 0.0)
        for (part, value) in zip(chart.parts, bar.values) {
            guard let value, value.isFinite, value != 0 else { continue }
            let from = value < 0 ? ends.left : ends.right
            let to = from + value
            if value < 0 { ends.left = to } else { ends.right = to }
            drawing.box(
                x: min(x(from), x(to)), y: upper, width: abs(x(to) - x(from)), height: Self.bar,
                style: "part h\(part.hue)" + (bar.isTold ? "" : Drawing.unsure),
                hint: "\(bar.label), \(part.title): "
                    + (bar.isTold ? chart.unit.words(value) : Drawing.notTold))
        }
        if let range = bar.range {
            let middle = upper + Self.bar / 2
            drawing.line(
                from: (x(range.lowerBound), middle), to: (x(range.upperBound), middle), style: "range")
            for end in [range.lowerBound, range.upperBound] {
                drawing.line(from: (x(end), middle - 5), to: (x(end), middle + 5), style: "range")
            }
        }
        if let mark = bar.mark {
            drawing.line(from: (x(mark), upper - 3), to: (x(mark), upper + Self.bar + 3), style: "mark")
        }
        let right = x(max(ends.right, bar.range?.upperBound ?? 0, 0))
        if let total = bar.total {
            drawing.text(bar.isTold ? chart.unit.words(total) : Drawing.notTold, x: right + 6, y: base)
        }
    }

    private mutating func draw(_ mark: BarChart.Mark) {
        let place = x(mark.value)
        drawing.line(from: (place, top - 2), to: (place, foot), style: "mark")
        drawing.text("\(mark.title) \(chart.unit.words(mark.value))", x: place, y: top - 6, style: .middle)
    }
}

extension ChartUnit {
    /// Whether nothing lies between two marks that are one apart.
    var isWhole: Bool {
        switch self {
        case .count: true
        case .hours, .pounds, .share, .ratio: false
        }
    }
}
