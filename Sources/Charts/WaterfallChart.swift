// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables

/// How one figure becomes another, one cause a bar: from a base over what each lever does to what they do together.
public struct WaterfallChart: Chart {
    /// One cause.
    public struct Step: Sendable {
        /// What it is.
        public var label: String
        /// By how much it moves the figure.
        public var change: Double
        /// What is to be said about it, such as `not told apart`; nothing where there is nothing.
        public var remark: String
        /// Whether the change is more than luck; one that may be luck is drawn in a dashed outline, without its figure.
        public var isTold: Bool

        /// One cause.
        public init(_ label: String, by change: Double, remark: String = "", isTold: Bool = true) {
            self.label = label
            self.change = change
            self.remark = remark
            self.isTold = isTold
        }
    }

    let name: String
    let caption: String
    let unit: ChartUnit
    let first: (label: String, value: Double)
    let steps: [Step]
    let lastLabel: String

    /// A chart that begins with a figure and ends with what the steps make of it.
    ///
    /// - Parameters:
    ///   - name: The stem of its table's file, unique on the page.
    ///   - caption: What stands above it, unique on the page.
    ///   - unit: What the figures are counted in.
    ///   - first: What is begun with.
    ///   - steps: The causes, in order.
    ///   - lastLabel: What the end is called.
    public init(
        name: String, caption: String, unit: ChartUnit, first: (label: String, value: Double), steps: [Step],
        lastLabel: String
    ) {
        self.name = name
        self.caption = caption
        self.unit = unit
        self.first = first
        self.steps = steps
        self.lastLabel = lastLabel
    }

    /// Where the figure stands after each step.
    var levels: [Double] {
        steps.reduce(into: [first.value]) { levels, step in
            levels.append((levels.last ?? 0) + step.change)
        }
    }

    /// The first figure, each step with where the figure then stands, and the last.
    public var table: Table {
        let levels = levels
        let rows: [[Table.Cell]] =
            [[.text(first.label), .blank, unit.cell(first.value), .text("")]]
            + zip(steps, levels.dropFirst()).map { step, level in
                [
                    .text(step.label),
                    step.isTold
                        ? unit.cell(step.change)
                        : .text(Drawing.notTold, exact: unit.cell(step.change).exactText), unit.cell(level),
                    .text(step.remark.isEmpty && !step.isTold ? Drawing.notTold : step.remark),
                ]
            } + [[.text(lastLabel), .blank, unit.cell(levels.last), .text("")]]
        return Table(
            name: name, caption: caption,
            columns: [
                .text("Step", "step"), .number("Change", "change"), .number("Then", "then"),
                .prose("Remark", "remark"),
            ], rows: rows)
    }

    /// The bars, from above.
    public var drawing: Drawing? { WaterfallDrawing(of: self).drawing }
}

/// The bars of a waterfall as shapes.
struct WaterfallDrawing {
    private(set) var drawing: Drawing
    private let axis: Axis
    private let unit: ChartUnit
    private let left: Double

    private static let row = 26.0
    private static let bar = 18.0
    private static let labels = 90.0...230.0
    private static let length = 400.0
    /// Room for a figure, and for the words in its place.
    private static let figures = (told: 90.0, notTold: 120.0)

    init(of chart: WaterfallChart) {
        unit = chart.unit
        let levels = chart.levels
        axis = Axis(around: levels, fromNought: true, whole: chart.unit.isWhole)
        let labels = [chart.first.label] + chart.steps.map(\.label) + [chart.lastLabel]
        let widest = labels.map(Lettering.width).max() ?? 0
        left = min(max(widest + 8, Self.labels.lowerBound), Self.labels.upperBound)
        let foot = Double(labels.count) * Self.row + 4
        let unsure = chart.steps.filter { !$0.isTold }.map(\.label)
        drawing = Drawing(
            width: left + Self.length + (unsure.isEmpty ? Self.figures.told : Self.figures.notTold),
            height: foot + Lettering.line + 6,
            description: "From \(chart.unit.words(levels.first ?? 0)) by \(chart.steps.count) steps to "
                + "\(chart.unit.words(levels.last ?? 0))\(Drawing.notTold(unsure)); the table says the same.")
        for tick in axis.ticks {
            drawing.line(from: (x(tick), 4), to: (x(tick), foot), style: tick == 0 ? "nought" : "tick")
        }
        for tick in axis.written(in: unit, along: Self.length) {
            drawing.text(unit.mark(tick), x: x(tick), y: foot + Lettering.line, style: .softMiddle)
        }
        draw(
            chart.first.label, from: 0, to: levels.first ?? 0, says: unit.words(levels.first ?? 0),
            style: "part h0", row: 0)
        for (index, step) in chart.steps.enumerated() {
            draw(
                step.label, from: levels[index], to: levels[index + 1],
                says: step.isTold ? unit.words(step.change) : Drawing.notTold,
                style: (step.change < 0 ? "part down" : "part up") + (step.isTold ? "" : Drawing.unsure),
                row: index + 1)
        }
        let last = levels.last ?? 0
        draw(
            chart.lastLabel, from: 0, to: last, says: unit.words(last), style: "part h0",
            row: labels.count - 1)
    }

    private func x(_ value: Double) -> Double { left + axis.share(of: value) * Self.length }

    private mutating func draw(
        _ label: String, from: Double, to: Double, says words: String, style: String, row: Int
    ) {
        let top = Double(row) * Self.row + 4 + (Self.row - Self.bar) / 2
        let base = top + Self.bar - 4.5
        drawing.text(label, x: left - 8, y: base, style: .end, room: left - 8)
        drawing.box(
            x: min(x(from), x(to)), y: top, width: max(1, abs(x(to) - x(from))), height: Self.bar,
            style: style,
            hint: "\(label): \(words)")
        drawing.text(words, x: max(x(from), x(to)) + 6, y: base)
    }
}
