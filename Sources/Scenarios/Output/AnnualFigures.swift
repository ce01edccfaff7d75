// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables

/// Figures of a year: each base's times the weeks that are like it.
public struct AnnualFigures {
    /// A figure of a year, and what differs from the base's year.
    public struct Row: Sendable {
        /// The scenario's name.
        public let scenario: String
        /// The figure, with its value in a year.
        public let figure: CostAndCareFigure
        /// The scenario's year less the base's.
        public let difference: Double
        /// Between which values it lies, as far as it is known of every week; nil: not known.
        public let range: ClosedRange<Double>?
        /// The weakest of what is known week by week; not told apart where weeks say opposite things.
        public let verdict: ScenarioDifference.Verdict
    }

    /// The rows: scenarios in their order, figures that add up over weeks.
    public let rows: [Row]

    /// The figures of a year; nil where a base does not say how many weeks are like it. Of a scenario of which something
    /// holds from a day on no week is like the others of its year, so it has none.
    public init?(_ results: ScenarioResults) {
        let weeks = results.bases.compactMap(\.weeksAYear)
        guard weeks.count == results.bases.count else { return nil }
        let scenarios = results.file.scenarios.filter { scenario in
            !scenario.isBase && !scenario.overlays.contains(where: \.holdsLater)
        }
        rows = scenarios.flatMap { scenario -> [Row] in
            let first = results.bases.first.map { results.differences(scenario.name, in: $0.name) } ?? []
            return first.filter { $0.figure.unit != .share && $0.figure.unit != .people }.map(\.figure.name)
                .compactMap { name in
                    let own = results.bases.compactMap {
                        results.difference(scenario.name, name, in: $0.name)
                    }
                    guard own.count == weeks.count, let first = own.first else { return nil }
                    // Courses, educators and reviews are paid once.
                    let weeks = CostAndCare.ofPreparation.contains(name) ? weeks.map { _ in 1 } : weeks
                    let value = zip(own, weeks).reduce(0) { $0 + ($1.0.figure.value ?? 0) * $1.1 }
                    return Row(
                        scenario: scenario.name,
                        figure: first.figure.with(value),
                        difference: zip(own, weeks).reduce(0) { $0 + $1.0.difference * $1.1 },
                        range: Self.range(own, weeks), verdict: Self.verdict(own))
                }
        }
    }

    private static func range(_ own: [ScenarioDifference], _ weeks: [Double]) -> ClosedRange<Double>? {
        let ranges = own.compactMap(\.range)
        guard ranges.count == own.count else { return nil }
        let ends = zip(ranges, weeks).reduce((low: 0.0, high: 0.0)) {
            ($0.low + $1.0.lowerBound * $1.1, $0.high + $1.0.upperBound * $1.1)
        }
        return ends.low...ends.high
    }

    private static func verdict(_ own: [ScenarioDifference]) -> ScenarioDifference.Verdict {
        let isSplit = own.contains { $0.difference > 0 } && own.contains { $0.difference < 0 }
        let verdicts = Set(own.map(\.verdict))
        if isSplit || verdicts.contains(.notToldApart) { return .notToldApart }
        // Weeks that agree say what they say of each; of others the weaker holds.
        return verdicts.count == 1 ? own[0].verdict : .shown
    }

    /// The rows of cash and care as a table, those of parts of a week left out.
    public var table: Table {
        Table(
            name: "year", caption: "In a year",
            columns: [
                .text("Scenario", "scenario"), .text("Figure", "figure"), .text("Unit", "unit"),
                .number("In the scenario", "scenario_value"), .number("Difference", "difference"),
                .number("At least", "low"), .number("At most", "high"), .text("What is known", "verdict"),
            ],
            rows: rows.filter {
                ($0.figure.kind == .cash || $0.figure.kind == .care) && $0.figure.part == .all
            }.map { row in
                [
                    .text(row.scenario), .text(row.figure.title, exact: row.figure.name),
                    .text(row.figure.unit.rawValue), row.figure.unit.cell(row.figure.value),
                    row.verdict.cell(row.difference, row.figure.unit),
                ] + row.figure.unit.shownCells(row.range) + [.text(row.verdict.rawValue)]
            })
    }
}
