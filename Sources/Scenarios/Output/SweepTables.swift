// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables

/// What differs from each point of a sweep to the next one, as tables.
public struct SweepTables {
    private let results: ScenarioResults

    /// The tables of results.
    public init(_ results: ScenarioResults) { self.results = results }

    /// Whether no sweep goes over one figure, or none of its values has a next one.
    public var isEmpty: Bool { !results.file.sweeps.contains { $0.figures == 1 && $0.points.count > 1 } }

    /// Every figure of every step: `steps.csv`.
    public var steps: Table {
        Table(
            name: "steps", caption: "What differs from point to point",
            columns: [
                .text("Base", "base"), .text("Sweep", "sweep"), .text("From", "from"), .text("To", "to"),
                .text("Figure", "figure"), .text("Unit", "unit"), .number("Before", "from_value"),
                .number("After", "to_value"), .number("Difference", "difference"),
                .number("At least", "low"), .number("At most", "high"), .text("What is known", "verdict"),
                .prose("Why not", "reason"),
            ],
            rows: results.steps.map { step in
                let one = step.difference
                let unit = one.figure.unit
                return [
                    .text(one.base), .text(step.sweep), .text(step.from), .text(one.scenario),
                    .text(one.figure.name), .text(unit.rawValue), unit.cell(one.baseValue),
                    unit.cell(one.figure.value), unit.cell(one.difference),
                ] + unit.cells(one.range) + [.text(one.verdict.rawValue), .text(one.reason ?? "")]
            })
    }

    /// The figures of the summary, a row a step.
    var summary: Table {
        var places: [[String]: Int] = [:]
        var rows: [(from: SweepStep, all: [ScenarioDifference])] = []
        for step in results.steps {
            let one = step.difference
            let key = [one.base, step.sweep, step.from, one.scenario]
            if let place = places[key] {
                rows[place].all.append(one)
            } else {
                places[key] = rows.count
                rows.append((step, [one]))
            }
        }
        return Table(
            name: "sweep-steps", caption: "What each step of a sweep changes",
            columns: [
                .text("Base", "base"), .text("Sweep", "sweep"), .text("From", "from"), .text("To", "to"),
            ] + ScenarioTables.shown.map { .text($0.title, $0.name) },
            rows: rows.map { row in
                [
                    .text(row.from.difference.base), .text(row.from.sweep), .text(row.from.from),
                    .text(row.from.difference.scenario),
                ]
                    + ScenarioTables.shown.map { figure in
                        .text(row.all.first { $0.figure.name == figure.name }?.words ?? "–")
                    }
            },
            whenEmpty: "Nothing: of no two points that follow each other both are done.")
    }

    /// What the steps are.
    static let explanation =
        "Each value of a sweep beside the one before it, in the order of the scenario file, judged as what differs from the base "
        + "is. Sweeps over several figures have no such order."
}
