// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import Tables
import Testing

@testable import Charts

@Suite("Charts")
struct ChartTests {
    /// Every box of a drawing, by its class: left edge, top, width, height.
    private func boxes(of chart: some Chart, style: String) throws -> [[Double]] {
        let drawing = try #require(chart.drawing)
        return drawing.shapes.compactMap { shape in
            guard case .element("rect", let attributes, _) = shape else { return nil }
            var text = ""
            shape.write(to: &text)
            guard text.contains("class=\"\(style)") else { return nil }
            #expect(!attributes.isEmpty)
            return ["x", "y", "width", "height"].map { name in
                guard let from = text.range(of: " \(name)=\"") else { return .nan }
                return Double(text[from.upperBound...].prefix { $0 != "\"" }) ?? .nan
            }
        }
    }

    private func html(_ chart: some Chart) -> String {
        var text = ""
        chart.block.markup(namesFiles: true).write(to: &text)
        return text
    }

    private func bars(_ bars: [BarChart.Bar], marks: [BarChart.Mark] = []) -> BarChart {
        BarChart(
            name: "pay", caption: "Pay by tier", rowTitle: "Home team", unit: .pounds,
            parts: [
                BarChart.Part(title: "Bank", name: "bank", hue: 1),
                BarChart.Part(title: "Agency", name: "agency", hue: 2),
            ], bars: bars, marks: marks)
    }

    @Test("draw bars as long as their figures, from nought to both sides")
    func lengths() throws {
        let chart = bars([BarChart.Bar("North", [300, 100]), BarChart.Bar("South", [-100, nil])])
        let first = try boxes(of: chart, style: "part h1").suffix(2).map { $0 }
        let second = try boxes(of: chart, style: "part h2").suffix(1).map { $0 }
        // From −100 to 400 on 400 pixels: 0.8 pixels a pound.
        #expect(first.map { $0[2] } == [240, 80])
        #expect(second.map { $0[2] } == [80])
        #expect(second[0][0] == first[0][0] + 240)
        #expect(first[1][0] + 80 == first[0][0])
    }

    @Test("say in their table what they draw, with totals and ranges")
    func figures() {
        let chart = bars([
            BarChart.Bar("North", [300, 100.5], range: 350...420), BarChart.Bar("South", [nil, nil]),
        ])
        #expect(
            chart.table.csv.split(whereSeparator: \.isNewline) == [
                "home_team,bank,agency,all,at_least,at_most",
                "North,300.0000,100.5000,400.5000,350.0000,420.0000", "South,,,,,",
            ])
    }

    @Test("draw a threshold across all bars, where it is")
    func threshold() throws {
        let drawing = try #require(
            bars([BarChart.Bar("North", [400])], marks: [.init("Cap", at: 200)]).drawing)
        var text = ""
        for shape in drawing.shapes { shape.write(to: &text) }
        #expect(text.contains("class=\"mark\" x1=\"290\""))
        #expect(text.contains("Cap £200.00"))
    }

    @Test("draw what a bar of its own is held against, where it is")
    func ownMark() throws {
        let chart = bars([BarChart.Bar("North", [400], mark: 100), BarChart.Bar("South", [40])])
        let drawing = try #require(chart.drawing)
        var text = ""
        for shape in drawing.shapes { shape.write(to: &text) }
        #expect(text.contains("class=\"mark\" x1=\"190\""))
        #expect(chart.table.columns.last?.name == "threshold")
        #expect(chart.table.rows.map(\.last) == [.pounds(100), .blank])
    }

    @Test("lead from one figure to another, step by step")
    func waterfall() throws {
        let chart = WaterfallChart(
            name: "levers", caption: "Levers", unit: .pounds, first: ("Base", 1000),
            steps: [.init("Cap", by: -400), .init("Bank", by: 100, remark: "not told apart")],
            lastLabel: "Both")
        #expect(chart.levels == [1000, 600, 700])
        // 0.4 pixels a pound.
        #expect(try boxes(of: chart, style: "part h0").map { $0[2] } == [400, 280])
        #expect(try boxes(of: chart, style: "part down").map { $0[2] } == [160])
        #expect(try boxes(of: chart, style: "part up").map { $0[2] } == [40])
        #expect(chart.table.rows.map { $0[2] } == [.pounds(1000), .pounds(600), .pounds(700), .pounds(700)])
    }

    @Test("draw what may be luck in dashes, with words in the place of its figure")
    func luck() throws {
        let chart = WaterfallChart(
            name: "levers", caption: "Levers", unit: .pounds, first: ("Base", 1000),
            steps: [.init("Cap", by: -400), .init("Bank", by: 100, isTold: false)], lastLabel: "Both")
        #expect(try boxes(of: chart, style: "part up unsure").count == 1)
        #expect(try boxes(of: chart, style: "part down unsure").isEmpty)
        #expect(chart.table.rows[2][3] == .text("not told apart"))
        let page = html(chart)
        #expect(page.contains("Bank: not told apart"))
        #expect(page.contains("£700.00 (not told apart: Bank); the table"))
        #expect(!page.contains("Bank: £100"))
        let pay = bars([.init("Home", [1000, 200]), .init("Ward", [900, 100], isTold: false)])
        #expect(try boxes(of: pay, style: "part h1 unsure").count == 1)
        #expect(try boxes(of: pay, style: "part h2 unsure").count == 1)
        #expect(pay.table.columns.last?.title == "Remark")
        #expect(pay.table.rows.map { $0[4] } == [.text(""), .text("not told apart")])
        #expect(html(pay).contains("Ward, Bank: not told apart"))
        // Where all is told there is no such column.
        #expect(bars([.init("Home", [1000, 200])]).table.columns.last?.title == "All")
    }

    private func gantt(_ spans: [GanttChart.Span]) -> GanttChart {
        GanttChart(
            name: "people", caption: "People", rowTitle: "Person", spanTitle: "Post",
            periods: (1...12).map { "P\($0)" }, rows: [.init("Ada", spans)])
    }

    @Test(
        "put runs of periods where they are, cut to those that there are, and those that overlap beneath each other"
    )
    func spans() throws {
        let chart = gantt([
            .init(-2..<4, "Ward", hue: 1, state: .fixed), .init(3..<20, "Home", hue: 2),
            .init(40..<50, "x", hue: 3),
        ])
        let ward = try boxes(of: chart, style: "part fixed h1")
        let home = try boxes(of: chart, style: "part h2")
        let period = 760.0 / 12
        #expect(abs(ward[0][2] - (4 * period - 2)) < 0.06)
        #expect(abs(home[0][2] - (9 * period - 2)) < 0.06)
        #expect(abs(home[0][0] - ward[0][0] - 3 * period) < 0.11)
        #expect(home[0][1] > ward[0][1])
        #expect(chart.table.rows.count == 2)
        #expect(chart.table.rows[0].dropFirst(2) == [.text("P1"), .text("P4"), .count(4), .text("fixed")])
    }

    @Test("join points by steps, and stand their ranges behind them")
    func curve() throws {
        let chart = CurveChart(
            name: "frontier", caption: "Frontier", across: .init("Agency", "agency", .pounds),
            upwards: .init("Hours unmet", "hours", .hours),
            series: [
                .init(
                    "Points", hue: 0, shape: .steps,
                    points: [.init(x: 0, y: 40, range: 30...40), .init(x: 1000, y: 20, range: 20...20)])
            ])
        let spread = try boxes(of: chart, style: "spread h0")
        // 40 hours are 260 pixels.
        #expect(spread.map { $0[3] } == [65, 0])
        #expect(html(chart).contains("class=\"curve h0\" d=\"M84 24 L644 24 L644 154\""))
        #expect(chart.table.columns.map(\.name) == ["series", "agency", "hours", "at_least", "at_most"])
    }

    @Test("draw what is known of a point as a rectangle, wide enough to be seen")
    func rectangle() throws {
        let chart = CurveChart(
            name: "frontier", caption: "Frontier", across: .init("Agency", "agency", .pounds),
            upwards: .init("Hours unmet", "hours", .hours),
            series: [
                .init(
                    "Points", hue: 0, shape: .points,
                    points: [
                        .init(x: 0, y: 40, range: 30...40, span: 0...500),
                        .init(x: 1000, y: 20, range: 10...20, span: 1000...1000),
                    ])
            ])
        // £1,000 are 560 pixels, from 84 on.
        let spread = try boxes(of: chart, style: "spread h0")
        #expect(spread.map { $0[0] } == [84, 639])
        #expect(spread.map { $0[2] } == [280, 10])
        #expect(
            chart.table.columns.map(\.name) == [
                "series", "agency", "hours", "agency_from", "agency_to", "at_least", "at_most",
            ])
        #expect(chart.table.rows[0][3...4] == [.pounds(0), .pounds(500)])
    }

    @Test("draw points grey that others are as good as, and so their square of the legend")
    func grey() throws {
        let chart = CurveChart(
            name: "frontier", caption: "Frontier", across: .init("Agency", "agency", .pounds),
            upwards: .init("Hours unmet", "hours", .hours),
            series: [
                .init("Others", hue: 2, shape: .points, points: [.init(x: 500, y: 40, isDominated: true)]),
                .init("Best", hue: 0, shape: .points, points: [.init(x: 0, y: 40), .init(x: 1000, y: 20)]),
            ])
        #expect(try boxes(of: chart, style: "part grey").count == 1)
        #expect(try boxes(of: chart, style: "part h0").count == 1)
        #expect(html(chart).contains("class=\"dot grey\""))
        #expect(!html(chart).contains("h2"))
    }

    @Test("draw nothing where there is nothing, and say so")
    func empty() {
        #expect(bars([]).drawing == nil)
        #expect(html(bars([])).contains("None."))
        #expect(gantt([]).drawing == nil)
    }

    @Test("write hostile names as text")
    func hostile() {
        let text = html(bars([BarChart.Bar("<script>alert(1)</script>\"&", [1, 2])]))
        #expect(!text.contains("<script"))
        #expect(text.contains("&lt;script&gt;"))
    }

    @Test("cut long names, which stay whole for those who point at them")
    func longNames() {
        let name = String(repeating: "Long ", count: 20)
        let text = html(bars([BarChart.Bar(name, [1, 2])]))
        #expect(text.contains("…"))
        #expect(text.contains("<title>\(name)</title>"))
    }

    @Test("leave the longest label whole where there is room")
    func wholeLabels() {
        let text = html(bars([BarChart.Bar("Mon 23 Nov night", [1, 2]), BarChart.Bar("A", [1, 2])]))
        #expect(!text.contains("…"))
    }

    @Test("pass over what is no number")
    func noNumbers() throws {
        let chart = bars([BarChart.Bar("North", [.nan, .infinity]), BarChart.Bar("South", [10, 0])])
        #expect(try boxes(of: chart, style: "part h1").suffix(1).map { $0[2] } == [400])
        #expect(!html(chart).contains("width=\"nan\""))
    }
}
