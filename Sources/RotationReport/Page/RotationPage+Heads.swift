// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Markup
import Rotations
import Tables
import Wording

extension RotationPage {
    /// What posts have against what they should have.
    var headsSection: PageSection {
        PageSection(
            id: "heads", title: "Heads against minimum and target",
            blocks: [
                BarChart(
                    name: "wte-by-post", caption: "Whole-time equivalents on average", rowTitle: "Post",
                    unit: .ratio, parts: [BarChart.Part(title: "There", name: "wte", hue: 0)],
                    bars: figures.posts.enumerated().map { k, figure in
                        BarChart.Bar(names.post(k), [figure.wte], mark: figure.target)
                    }, barMark: "Target"
                ).block,
                .table(
                    Table(
                        name: "heads-by-post", caption: "Posts over the programme",
                        columns: [
                            .text("Post", "post"), .number("WTE on average", "wte"),
                            .number("Minimum", "minimum"), .number("Target", "target"),
                            .number("Periods below minimum", "below_minimum"),
                            .number("Periods below target", "below_target"),
                            .number("Blocks begun", "begun"),
                        ],
                        rows: figures.posts.map { figure in
                            [
                                post(figure.post), .ratio(figure.wte), .ratio(figure.minimum),
                                .ratio(figure.target), .count(figure.belowMinimum),
                                .count(figure.belowTarget), .count(figure.begun),
                            ]
                        })),
                .table(
                    Table(
                        name: "unfilled-posts", caption: "What posts lack, and why",
                        columns: [
                            .text("Post", "post"), .text("Period", "period"),
                            .number("Below minimum", "missing_minimum"),
                            .number("Below target", "missing_target"), .prose("Why", "why"),
                        ],
                        rows: stated.unfilled.map { row in
                            [
                                post(row.post), period(row.period), .ratio(row.missingMinimum),
                                .ratio(row.missingTarget), .text(row.reason.words),
                            ]
                        }, whenEmpty: "Every post has what it is meant to have in every period.")),
            ])
    }

    /// The price by term, and what is proved of it.
    var priceSection: PageSection {
        let summary = stated.summary
        // Of a plan that is not as it was made, a bound of nought says that nothing is proved.
        let isBounded = summary.status != .changed || summary.bound > 0
        let bound = isBounded ? "No plan costs less than \(Show.pounds(summary.bound)). " : ""
        return PageSection(
            id: "price", title: "What it costs, and what is proved",
            blocks: [
                .note(
                    "\(figures.statusInWords). \(bound)Pounds weigh what is worse against what is better; none of them is money "
                        + "spent."),
                .table(
                    Table(
                        name: "price", caption: "Price by term",
                        columns: [.text("Term", "term"), .number("Pounds", "pounds")],
                        rows: RotationPrice.Term.allCases.map {
                            [.text($0.words, exact: $0.rawValue), .pounds(summary.price[$0])]
                        }, total: [.text("Price", exact: "price"), .pounds(summary.objective)])),
            ])
    }

    func period(_ number: Int) -> Table.Cell {
        .text(
            facts.periods.indices.contains(number - 1) ? names.short(number - 1) : String(number),
            exact: String(number))
    }
}
