// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Figures
import Markup
import Wording

/// Pictures of what scenarios come to, each with its table: what is paid and what goes unmet, how levers add up to what
/// they do together, and how likely so much agency is.
struct ScenarioPictures {
    let results: ScenarioResults

    /// The pictures of a base, in order, but for those that stand on the second sheet.
    func blocks(of base: ScenarioBase) -> [Block] {
        let front = front.map(\.table.name)
        let charts: [any Chart] =
            [
                bars(CostAndCare.workforceCost, "Workforce cost", .pounds, base),
                bars(CostAndCare.agencyPay, "Agency", .pounds, base),
                bars(CostAndCare.unmetHours, "Contact hours unmet", .hours, base),
            ] + waterfalls(base) + [curve(base)].compactMap(\.self)
        return charts.filter { !front.contains($0.table.name) }.map(\.block)
    }

    /// What a board is shown: the first frontier, or where none is asked for how likely so much agency is, and how the levers
    /// of the last combination add up.
    var front: [any Chart] {
        var charts: [any Chart] = []
        if let frontier = results.frontiers.first {
            charts.append(FrontierPictures(results: results).chart(frontier))
        } else if let curve = results.bases.lazy.compactMap(curve).first {
            charts.append(curve)
        }
        let waterfalls = results.bases.lazy.flatMap { base in
            combinations.reversed().lazy.compactMap {
                waterfall(to: $0, CostAndCare.workforceCost, "Workforce cost", .pounds, base)
            }
        }
        if let last = waterfalls.first { charts.append(last) }
        return charts
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
                    range: $0.replicates.count > 1 ? $0.range(name) : nil,
                    isTold: results.difference($0.scenario.name, name, in: base.name)?.verdict
                        != .notToldApart)
            })
    }

    // MARK: Levers together

    /// From the base to each scenario of several overlays that were tried alone as well.
    private func waterfalls(_ base: ScenarioBase) -> [WaterfallChart] {
        combinations.flatMap { scenario in
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
        func outcome(_ of: String) -> ScenarioOutcome? { results.outcome(of, in: base.name) }
        let alone = scenario.overlays.compactMap { outcome($0.name) }
        guard alone.count == scenario.overlays.count, let together = outcome(scenario.name),
            let start = outcome(ScenarioFile.base),
            let levers = CombinedLevers(name, together: together, alone: alone, base: start)
        else { return nil }
        return WaterfallChart(
            name: Self.name([name, scenario.name, base.name]),
            caption: "\(title) in \(base.name): from the base to \(scenario.name)", unit: unit,
            first: ("Base", levers.baseValue),
            steps: (levers.alone + [levers.beyond]).map {
                WaterfallChart.Step($0.name, by: $0.change, isTold: $0.verdict != .notToldApart)
            },
            lastLabel: scenario.name)
    }

    /// Which combinations are not drawn because some of their overlays are not run alone.
    var missing: [String] {
        let names = Set(results.file.scenarios.map(\.name))
        return combinations.compactMap { scenario in
            let missing = scenario.overlays.map(\.name).filter { !names.contains($0) }
            guard !missing.isEmpty else { return nil }
            return
                "How the levers of \(scenario.name) add up is not drawn: run \(Naming.list(missing)) alone, too."
        }
    }

    private var combinations: [ScenarioFile.Scenario] {
        results.file.scenarios.filter { $0.overlays.count > 1 && $0.sweep == nil && !$0.isOfFrontierAlone }
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
