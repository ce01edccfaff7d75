// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Markup
import Rotations
import Tables
import Wording
import Workforce

extension RotationPage {
    /// Wishes met, and how evenly.
    var wishSection: PageSection {
        PageSection(
            id: "wishes", title: "Wishes and fairness",
            blocks: [
                .note(
                    "Pounds a period say how far down their list people are on average; whoever has most is the worst off, and "
                        + "the plan is priced by them once more."),
                .table(
                    Table(
                        name: "wishes", caption: "Wishes met",
                        columns: [
                            .text("Person", "staff"), .number("Periods", "periods"),
                            .number("In a post", "placed"), .number("On their list", "on_list"),
                            .number("First choice", "first"), .number("Pounds a period", "pounds_a_period"),
                            .text("Worst off", "worst_off"),
                        ],
                        rows: figures.wishes.map { wish in
                            [
                                person(wish.staff), .count(wish.periods), .count(wish.placed),
                                .count(wish.onList), .count(wish.first), .pounds(wish.poundsPerPeriod),
                                .text(wish.isWorstOff ? "yes" : ""),
                            ]
                        }, whenEmpty: "Nobody is there.")),
            ])
    }

    /// Competencies gained over time, against those wanted.
    var competencySection: PageSection {
        PageSection(
            id: "competencies", title: "Competencies gained, and wanted",
            blocks: [
                holdersChart.block,
                .table(
                    Table(
                        name: "wanted-competencies", caption: "Competencies wanted",
                        columns: [
                            .text("Competency", "competency"), .number("Level", "level"),
                            .text("Period", "period"), .number("Wanted", "wanted"), .number("Held", "held"),
                            .number("Missing", "missing"),
                        ],
                        rows: figures.wanted.map { row in
                            [
                                competency(row.competency), .count(row.level), period(row.period),
                                .count(row.wanted), .count(row.held), .count(max(0, row.wanted - row.held)),
                            ]
                        }, whenEmpty: "No competency is wanted in wanted.csv.")),
                .table(
                    Table(
                        name: "gained-competencies", caption: "Competencies gained",
                        columns: [
                            .text("Person", "staff"), .text("Competency", "competency"),
                            .number("Level", "level"), .text("From", "period"),
                        ],
                        rows: stated.gained.map { row in
                            [
                                person(row.staff), competency(row.need.competency), .count(row.need.level),
                                period(row.period),
                            ]
                        }, whenEmpty: "Nobody gains a competency.")),
            ])
    }

    /// How many hold each competency that is wanted, period by period.
    private var holdersChart: CurveChart {
        var needs: [Need] = []
        for row in facts.rotation.wanted where !needs.contains(row.need) { needs.append(row.need) }
        return CurveChart(
            name: "holders-over-time", caption: "People who hold what is wanted",
            across: CurveChart.Direction("Period", "period", .count),
            upwards: CurveChart.Direction("People", "people", .count),
            series: needs.enumerated().map { index, need in
                CurveChart.Series(
                    names.need(need), hue: index % 12, shape: .steps,
                    points: facts.periods.indices.map { t in
                        CurveChart.Point(
                            x: Double(t + 1), y: Double(facts.holders(need, period: t, outcome.plan)))
                    })
            }, whenEmpty: "No competency is wanted in wanted.csv.")
    }

    private func competency(_ id: String) -> Table.Cell {
        let found = facts.rotation.framework.competencies.first { $0.id == id }
        return .text(found?.name ?? id, exact: id)
    }
}
