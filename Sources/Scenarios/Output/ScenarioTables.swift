// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Pay
import Tables
import Wording

/// The tables of scenarios: every figure of every run, what differs from the base, a summary for a terminal and a board,
/// and what was assumed.
public struct ScenarioTables {
    let results: ScenarioResults

    /// The tables of results.
    public init(_ results: ScenarioResults) { self.results = results }

    /// What stands in the place of a replicate's number for the scenario's own figure.
    static let all = "all"

    /// Every figure of every run, and of each scenario.
    public var figures: Table {
        Table(
            name: "results", caption: "Every figure",
            columns: [
                .text("Scenario", "scenario"), .text("Base", "base"), .text("Replicate", "replicate"),
                .text("Figure", "figure"), .number("Value", "value"), .text("Unit", "unit"),
            ],
            rows: results.outcomes.flatMap { outcome -> [[Table.Cell]] in
                let own = (outcome.best?.figures ?? []).map { figure in
                    row(outcome, Self.all, figure, outcome.value(figure.name))
                }
                return own
                    + outcome.replicates.flatMap { replicate in
                        replicate.figures.map { row(outcome, String(replicate.replicate), $0, $0.value) }
                    }
            })
    }

    private func row(
        _ outcome: ScenarioOutcome, _ replicate: String, _ figure: CostAndCareFigure, _ value: Double?
    ) -> [Table.Cell] {
        [
            .text(outcome.scenario.name), .text(outcome.base), .text(replicate), .text(figure.name),
            figure.unit.cell(value), .text(figure.unit.rawValue),
        ]
    }

    /// What differs from the base, figure by figure.
    public var differences: Table { differences(results.differences, named: "differences") }

    /// - Parameter isForPeople: Whether words stand in the place of a difference that may be luck. Programs get the
    ///   number, beside what is known of it.
    func differences(
        _ differences: [ScenarioDifference], named name: String, isForPeople: Bool = false
    ) -> Table {
        Table(
            name: name, caption: "What differs from the base",
            columns: [
                .text("Base", "base"), .text("Scenario", "scenario"), .text("Figure", "figure"),
                .text("Unit", "unit"), .number("In the base", "base_value"),
                .number("In the scenario", "scenario_value"), .number("Difference", "difference"),
                .number("At least", "low"), .number("At most", "high"), .text("What is known", "verdict"),
                .prose("Why not", "reason"),
            ],
            rows: differences.map { one in
                let unit = one.figure.unit
                return [
                    .text(one.base), .text(one.scenario), .text(one.figure.title, exact: one.figure.name),
                    .text(unit.rawValue), unit.cell(one.baseValue), unit.cell(one.figure.value),
                    isForPeople
                        ? one.verdict.cell(one.difference, unit) : unit.cell(one.difference),
                ] + (isForPeople ? unit.shownCells(one.range) : unit.cells(one.range)) + [
                    .text(one.verdict.rawValue), .text(one.reason ?? ""),
                ]
            })
    }

    // MARK: For people

    /// What stands in the summary: what is paid first, then care, then the price by which plans are chosen.
    static let shown = [
        (name: CostAndCare.workforceCost, title: "Workforce cost"),
        (name: CostAndCare.agencyPay, title: "Agency"),
        (name: CostAndCare.unmetHours, title: "Hours unmet"),
        (name: CostAndCare.unmetHours + "_critical", title: "Critical"),
        (name: CostAndCare.price, title: "Price"),
    ]

    /// The scenarios of one base beside each other: the base's figures, then what differs.
    public func summary(of base: String) -> Table { summary(of: base, named: "summary", Self.shown) }

    func summary(of base: String, named name: String, _ shown: [(name: String, title: String)]) -> Table {
        let outcomes = results.outcomes.filter { $0.base == base }
        return Table(
            name: ScenarioPictures.name([name, base]),
            caption: "\(base): the base, and what differs from it",
            columns: [.text("Scenario", "scenario")] + shown.map { .text($0.title, $0.name) },
            rows: outcomes.map { outcome in
                [.text(outcome.scenario.name)]
                    + shown.map { figure -> Table.Cell in
                        guard !outcome.scenario.isBase else {
                            let own = outcome.best?.figures.first { $0.name == figure.name }
                            return .text(own?.unit.cell(outcome.value(figure.name)).shownText ?? "–")
                        }
                        let one = results.difference(outcome.scenario.name, figure.name, in: base)
                        return .text(one?.words ?? "–")
                    }
            })
    }

    /// What was assumed: by whom, since when and why.
    public var assumptions: Table {
        Table(
            name: "assumptions", caption: "What is assumed",
            columns: [
                .text("Assumption", "assumption"), .prose("What", "value"), .prose("Why", "why"),
                .text("By", "by"), .text("On", "on"),
            ],
            rows: overlays + bases + pay,
            whenEmpty: "Nothing.")
    }

    private var overlays: [[Table.Cell]] {
        guard let first = results.bases.first else { return [] }
        let names = Naming(week: first.week)
        var seen: [String] = []
        return results.file.scenarios.flatMap(\.overlays).compactMap { overlay in
            guard !seen.contains(overlay.name) else { return nil }
            seen.append(overlay.name)
            return [
                .text(overlay.name), .text(overlay.words(names, caps: results.caps(of: overlay))),
                .text(overlay.why ?? "nothing is said"), .text(overlay.by ?? "–"),
                .text(overlay.on.map { Show.day($0) } ?? "–", exact: overlay.on?.iso ?? ""),
            ]
        }
    }

    private var pay: [[Table.Cell]] {
        guard let table = results.options.pay, let field = results.file.pay else { return [] }
        let words = PayTable.words(years: table.years, sources: table.sources)
        return [
            [
                .text("pay"),
                .text("\(words) at \(field.text), for full cost and price caps" + uncapped(table)),
                .text("of the scenario file"), .text("–"), .text("–", exact: ""),
            ]
        ]
    }

    /// Which roles of agency have no cap in a pay table, if any.
    private func uncapped(_ table: PayTable) -> String {
        var names: [String] = []
        for base in results.bases {
            for role in CostAndCare.uncappedRoles(of: base.week, pay: table) {
                let name = base.week.framework.roles.first { $0.id == role }?.name ?? role
                if !names.contains(name) { names.append(name) }
            }
        }
        guard !names.isEmpty else { return "" }
        return "; it gives no cap for \(names.joined(separator: ", ")), "
            + "of whose agency no hour counts as above one"
    }

    private var bases: [[Table.Cell]] {
        results.bases.compactMap { base in
            base.weeksAYear.map {
                [
                    .text(base.name),
                    .text("\(Show.decimal($0, places: $0 == $0.rounded() ? 0 : 1)) weeks a year are like it"),
                    .text("of the scenario file"), .text("–"), .text("–", exact: ""),
                ]
            }
        }
    }
}
