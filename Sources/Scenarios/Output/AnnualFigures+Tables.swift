// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables

/// Figures of a year as tables, for the page and for `year.csv`.
extension AnnualFigures {
    /// The rows of cash and care as a table, those of parts of a week left out.
    public var table: Table {
        Table(
            name: "year", caption: "In a year",
            columns: [
                .text("Scenario", "scenario"), .text("Figure", "figure"), .text("Unit", "unit"),
                .number("In the scenario", "scenario_value"), .number("Difference", "difference"),
                .number("At least", "low"), .number("At most", "high"), .text("What is known", "verdict"),
            ],
            rows: base.filter(\.isOfAYear).map { figure in
                [
                    .text(ScenarioFile.base), .text(figure.title, exact: figure.name),
                    .text(figure.unit.rawValue), figure.unit.cell(figure.value), .blank, .blank, .blank,
                    .text(""),
                ]
            }
                + rows.filter { $0.figure.isOfAYear }.map { row in
                    [
                        .text(row.scenario), .text(row.figure.title, exact: row.figure.name),
                        .text(row.figure.unit.rawValue), row.figure.unit.cell(row.figure.value),
                        row.verdict.cell(row.difference, row.figure.unit),
                    ] + row.figure.unit.shownCells(row.range) + [.text(row.verdict.rawValue)]
                })
    }

    /// Every figure of the base's year and of each scenario's: `year.csv`.
    public var all: Table {
        Table(
            name: "year", caption: "Every figure of a year",
            columns: [
                .text("Scenario", "scenario"), .text("Figure", "figure"), .number("Value", "value"),
                .text("Unit", "unit"), .number("Difference", "difference"),
                .text("What is known", "verdict"),
            ],
            rows: base.map { figure in
                [
                    .text(ScenarioFile.base), .text(figure.name), figure.unit.cell(figure.value),
                    .text(figure.unit.rawValue), .blank, .text(""),
                ]
            }
                + rows.map { row in
                    [
                        .text(row.scenario), .text(row.figure.name), row.figure.unit.cell(row.figure.value),
                        .text(row.figure.unit.rawValue), row.figure.unit.cell(row.difference),
                        .text(row.verdict.rawValue),
                    ]
                })
    }
}

extension CostAndCareFigure {
    /// Whether the page has it of a year: cash and care, but of no part of a week.
    fileprivate var isOfAYear: Bool { (kind == .cash || kind == .care) && part == .all }
}
