// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows over periods as shapes.
struct GanttDrawing {
    private(set) var drawing: Drawing
    private let chart: GanttChart
    private let left: Double
    private let period: Double

    private static let lane = 22.0
    private static let box = 18.0
    private static let head = 26.0
    /// The least and the most that labels, and that a period, take.
    private static let labels = 90.0...230.0
    private static let periods = 26.0...72.0
    /// How wide the periods together ought to be.
    private static let wanted = 760.0

    init(of chart: GanttChart) {
        self.chart = chart
        let widest = chart.rows.map { Lettering.width($0.label) }.max() ?? 0
        left = min(max(widest + 8, Self.labels.lowerBound), Self.labels.upperBound)
        period = min(
            max(Self.wanted / Double(max(1, chart.periods.count)), Self.periods.lowerBound),
            Self.periods.upperBound)
        let lanes = chart.rows.map(Self.lanes)
        let counts = lanes.map { max(1, ($0.max() ?? 0) + 1) }
        drawing = Drawing(
            width: left + period * Double(chart.periods.count) + 8,
            height: Self.head + Double(counts.reduce(0, +)) * Self.lane + 6,
            description: "Rows: \(chart.rows.count), periods: \(chart.periods.count), from "
                + "\(chart.periods.first ?? "") to \(chart.periods.last ?? ""); the table says the same.")
        heading()
        var top = Self.head
        for (index, row) in chart.rows.enumerated() {
            draw(row, lanes: lanes[index], top: top)
            top += Double(counts[index]) * Self.lane
            drawing.line(from: (0, top), to: (drawing.width, top), style: "tick")
        }
    }

    /// The lane of each span of a row: the first in which nothing else is at its time.
    private static func lanes(of row: GanttChart.Row) -> [Int] {
        var free: [Int] = []
        return row.spans.map { span in
            let lane = free.firstIndex { $0 <= span.periods.lowerBound } ?? free.count
            if lane == free.count { free.append(0) }
            free[lane] = span.periods.upperBound
            return lane
        }
    }

    private func x(_ place: Int) -> Double { left + Double(place) * period }

    private mutating func heading() {
        // Every so many periods have room for their words.
        let widest = chart.periods.map { Lettering.width($0) }.max() ?? 0
        let every = max(1, Int(((widest + 8) / period).rounded(.up)))
        for (place, words) in chart.periods.enumerated() {
            drawing.line(
                from: (x(place), Self.head - 6), to: (x(place), drawing.height - 6), style: "tick")
            guard place.isMultiple(of: every) else { continue }
            drawing.text(
                words, x: x(place) + 3, y: Self.head - 10, style: .soft, room: Double(every) * period - 4)
        }
    }

    private mutating func draw(_ row: GanttChart.Row, lanes: [Int], top: Double) {
        drawing.text(row.label, x: 0, y: top + Self.box - 3, room: left - 8)
        for (span, lane) in zip(row.spans, lanes) {
            let upper = top + Double(lane) * Self.lane + (Self.lane - Self.box) / 2
            let width = Double(span.periods.count) * period
            let from = chart.periods[span.periods.lowerBound]
            let to = chart.periods[span.periods.upperBound - 1]
            drawing.box(
                x: x(span.periods.lowerBound) + 1, y: upper, width: width - 2, height: Self.box,
                style: span.state.style(hue: span.hue),
                hint: "\(row.label): \(span.label), \(from) to \(to), \(span.state.words)")
            drawing.text(
                span.label, x: x(span.periods.lowerBound) + 5, y: upper + Self.box - 4.5, room: width - 8)
        }
    }
}
