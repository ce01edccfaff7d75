// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

/// Frontiers as tables: the points of every base, and what more agency buys between them.
public struct FrontierTables {
    let results: ScenarioResults

    /// The tables of results.
    public init(_ results: ScenarioResults) { self.results = results }

    /// Every point, with where the base's own plan stands.
    ///
    /// - Parameter isForPeople: Whether words stand in the place of blanks and of columns' names.
    public func points(isForPeople: Bool = false) -> Table {
        Table(
            name: "frontier", caption: "What goes unmet for so much agency",
            columns: [
                .text("Base", "base"), .text("Scenario", "scenario"), .text("Point", "point"),
                .number("Agency at most", "cap"),
                .number("Agency", "agency"), .number("Hours unmet", "unmet_hours"),
                .number("At least", "bound_hours"), .text("What is known", "verdict"),
                .text("Dominated", "dominated"), .number("Hours unmet, all care", "all_unmet_hours"),
                .number("Workforce cost", "workforce_cost"), .text("Plan of", "plan_of"),
            ],
            rows: results.frontiers.flatMap { frontier in
                frontier.points.enumerated().map { place, point -> [Table.Cell] in
                    [
                        .text(frontier.base), .text(frontier.scenario), .text(String(place + 1)),
                        point.cap.map { .pounds($0) } ?? (isForPeople ? .text("no cap") : .blank),
                        .pounds(point.pounds), .hours(point.unmetHours), .hours(point.boundHours),
                        .text(point.isProved ? "proved" : "between"),
                        .text(point.isDominated ? "yes" : "no"),
                        .hours(point.allUnmetHours), .pounds(point.workforceCost), .text(point.planOf),
                    ]
                } + today(frontier)
            })
    }

    private func today(_ frontier: Frontier) -> [[Table.Cell]] {
        guard let today = frontier.today else { return [] }
        return [
            [
                .text(frontier.base), .text(frontier.scenario), .text("today"), .blank,
                .pounds(today.pounds), .hours(today.unmetHours), .blank, .text(""), .text(""), .blank,
                .blank, .text(frontier.scenario),
            ]
        ]
    }

    /// What more agency buys from each point that no other is as good as to the next.
    var slopes: Table {
        Table(
            name: "frontier-slopes", caption: "What more agency buys",
            columns: [
                .text("Base", "base"), .text("Scenario", "scenario"), .number("From", "from"),
                .number("To", "to"),
                .text("Hours fewer unmet", "hours"), .number("At least", "low"), .number("At most", "high"),
                .text("For each £1,000", "hours_for_1000"), .text("What is known", "verdict"),
                .prose("Why not", "reason"),
            ],
            rows: results.frontiers.flatMap { frontier in
                frontier.slopes.map { slope -> [Table.Cell] in
                    let isTold = slope.isTold
                    return [
                        .text(frontier.base), .text(frontier.scenario), .pounds(slope.from),
                        .pounds(slope.to),
                        isTold ? .hours(slope.hours) : .text(slope.verdict.rawValue),
                        slope.range.map { .hours($0.lowerBound) } ?? .text("not known"),
                        slope.range.map { .hours($0.upperBound) } ?? .text("not known"),
                        isTold ? .hours(slope.hoursForAThousand) : .text("–", exact: ""),
                        .text(slope.verdict.rawValue), .text(slope.reason ?? ""),
                    ]
                }
            },
            whenEmpty: "Nothing: no two points differ in what they pay.")
    }
}
