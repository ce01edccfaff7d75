// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Figures
import Markup

/// Pictures of what scenarios come to, each with its table: what is paid and what goes unmet, how levers add up to what
/// they do together, and how likely so much agency is.
struct ScenarioPictures {
    let results: ScenarioResults

    /// The pictures of a base, in order.
    func blocks(of base: ScenarioBase) -> [Block] {
        [
            bars(CostAndCare.workforceCost, "Workforce cost", .pounds, base).block,
            bars(CostAndCare.agencyPay, "Agency", .pounds, base).block,
            bars(CostAndCare.unmetHours, "Contact hours unmet", .hours, base).block,
        ] + waterfalls(base).map(\.block) + [curve(base)].compactMap { $0?.block }
    }

    /// A bar a scenario, with the values of its replicates as its range.
    private func bars(
        _ name: String, _ title: String, _ unit: ChartUnit, _ base: ScenarioBase
    ) -> BarChart {
        BarChart(
            name: Self.name([name, base.name]), caption: "\(title) in \(base.name), by scenario",
            rowTitle: "Scenario",
            unit: unit, parts: [BarChart.Part(title: title, name: name, hue: 0)],
            bars: results.outcomes.filter { $0.base == base.name }.map {
                BarChart.Bar(
                    $0.scenario.name, [$0.value(name)],
                    range: $0.replicates.count > 1 ? $0.range(name) : nil)
            })
    }

    // MARK: Levers together

    /// From the base to each scenario of several overlays that were tried alone as well.
    private func waterfalls(_ base: ScenarioBase) -> [WaterfallChart] {
        results.file.scenarios.filter { $0.overlays.count > 1 && $0.sweep == nil }.flatMap { scenario in
            [
                (name: CostAndCare.workforceCost, title: "Workforce cost", unit: ChartUnit.pounds),
                (name: CostAndCare.unmetHours, title: "Contact hours unmet", unit: .hours),
            ].compactMap { figure in
                waterfall(to: scenario, figure.name, figure.title, figure.unit, base)
            }
        }
    }

    private func waterfall(
        to scenario: ScenarioFile.Scenario, _ name: String, _ title: String, _ unit: ChartUnit,
        _ base: ScenarioBase
    ) -> WaterfallChart? {
        func difference(_ of: String) -> ScenarioDifference? {
            results.difference(of, name, in: base.name)
        }
        let alone = scenario.overlays.compactMap { difference($0.name) }
        guard alone.count == scenario.overlays.count, let together = difference(scenario.name) else {
            return nil
        }
        let rest = together.difference - alone.reduce(0) { $0 + $1.difference }
        func remark(_ one: ScenarioDifference) -> String {
            one.verdict == .notToldApart ? "not told apart" : ""
        }
        return WaterfallChart(
            name: Self.name([name, scenario.name, base.name]),
            caption: "\(title) in \(base.name): from the base to \(scenario.name)", unit: unit,
            first: ("Base", together.baseValue),
            steps: alone.map { WaterfallChart.Step($0.scenario, by: $0.difference, remark: remark($0)) } + [
                WaterfallChart.Step("Together, beyond the sum", by: rest, remark: remark(together))
            ],
            lastLabel: scenario.name)
    }

    // MARK: Draws

    /// How likely agency pay is no more than so much, over the draws of each scenario that has any.
    private func curve(_ base: ScenarioBase) -> CurveChart? {
        let drawn = results.outcomes.filter {
            $0.base == base.name && !$0.isOneWeek && $0.replicates.count >= ScenarioDifference.leastPairs
        }
        guard !drawn.isEmpty else { return nil }
        return CurveChart(
            name: Self.name(["agency-draws", base.name]),
            caption: "How likely agency in \(base.name) costs no more than so much",
            across: CurveChart.Direction("Agency pay", "agency", .pounds),
            upwards: CurveChart.Direction("Share of draws with no more", "share", .share),
            series: drawn.enumerated().map { place, outcome in
                let values = outcome.replicates.compactMap { $0.value(CostAndCare.agencyPay) }.sorted()
                return CurveChart.Series(
                    outcome.scenario.name, hue: place % 12, shape: .steps,
                    points: values.enumerated().map {
                        CurveChart.Point(x: $1, y: Double($0 + 1) / Double(values.count))
                    })
            })
    }

    /// The name of a table: small letters, digits and hyphens.
    static func name(_ parts: [String]) -> String {
        let words = parts.joined(separator: "-").lowercased().split { character in
            !(character.isASCII && (character.isLetter || character.isNumber))
        }
        return words.joined(separator: "-")
    }
}
