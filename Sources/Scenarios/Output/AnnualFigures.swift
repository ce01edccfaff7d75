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
        /// The weakest of what is known week by week; not told apart where weeks say opposite things.
        public let verdict: ScenarioDifference.Verdict
    }

    /// The rows: scenarios in their order, figures that add up over weeks.
    public let rows: [Row]

    /// The figures of a year; nil where a base does not say how many weeks are like it.
    public init?(_ results: ScenarioResults) {
        let weeks = results.bases.compactMap(\.weeksAYear)
        guard weeks.count == results.bases.count else { return nil }
        let differences = results.differences
        rows = results.file.scenarios.filter { !$0.isBase }.flatMap { scenario -> [Row] in
            let names = differences.filter {
                $0.scenario == scenario.name && $0.figure.unit != .share
                    && $0.base == results.bases.first?.name
            }.map(\.figure.name)
            return names.compactMap { name in
                let own = results.bases.compactMap { base in
                    differences.first {
                        $0.scenario == scenario.name && $0.base == base.name && $0.figure.name == name
                    }
                }
                guard own.count == weeks.count, let first = own.first else { return nil }
                let value = zip(own, weeks).reduce(0) { $0 + ($1.0.figure.value ?? 0) * $1.1 }
                let isSplit = own.contains { $0.difference > 0 } && own.contains { $0.difference < 0 }
                let verdicts = own.map(\.verdict)
                return Row(
                    scenario: scenario.name,
                    figure: CostAndCareFigure(
                        name: name, title: first.figure.title, kind: first.figure.kind,
                        unit: first.figure.unit, value: value),
                    difference: zip(own, weeks).reduce(0) { $0 + $1.0.difference * $1.1 },
                    verdict: isSplit || verdicts.contains(.notToldApart)
                        ? .notToldApart : verdicts.contains(.shown) ? .shown : .proved)
            }
        }
    }

    /// The rows of cash and care as a table.
    public var table: Table {
        Table(
            name: "year", caption: "In a year",
            columns: [
                .text("Scenario", "scenario"), .text("Figure", "figure"), .text("Unit", "unit"),
                .number("In the scenario", "scenario_value"), .number("Difference", "difference"),
                .text("What is known", "verdict"),
            ],
            rows: rows.filter { $0.figure.kind == .cash || $0.figure.kind == .care }.map { row in
                [
                    .text(row.scenario), .text(row.figure.title, exact: row.figure.name),
                    .text(row.figure.unit.rawValue), row.figure.unit.cell(row.figure.value),
                    row.figure.unit.cell(row.difference), .text(row.verdict.rawValue),
                ]
            })
    }
}
