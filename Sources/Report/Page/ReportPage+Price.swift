// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// The terms of the price.
    var price: [Block] {
        [
            .note(
                "Only bookings are money spent. The other terms are weights that the policy puts on what is better "
                    + "avoided, so that plans can be compared."),
            .table(
                Table(
                    name: "price-by-term", caption: "Terms of the price",
                    columns: [
                        .text("Term", "term"), .number("Pounds", "pounds"),
                        .prose("What it counts", "what_it_counts"),
                    ],
                    rows: plan.summary.terms.stated.map { term in
                        [
                            .text(Words.term(term)), .pounds(plan.summary.terms[term]),
                            .text(Words.meaning(term)),
                        ]
                    },
                    total: [
                        .text("Price"), .pounds(figures.price.objective), .text(figures.price.statusInWords),
                    ])),
        ]
    }

    /// What made the plan, from which files.
    var origin: [Block] {
        let summary = plan.summary
        return [
            .markup(
                Tag.p {
                    "skillmix \(summary.version), seed \(summary.seed), "
                        + "\(Show.counted(summary.work, "unit")) of work"
                    if summary.seconds > 0 { ", \(Show.decimal(summary.seconds, places: 1)) seconds" }
                    ". Competency framework: \(week.framework.name), version \(week.framework.version)."
                }),
            .table(
                Table(
                    name: "input-files", caption: "Files the plan was made from",
                    columns: [.text("File", "file"), .prose("SHA-256", "sha256")],
                    rows: summary.inputs.map { [.text($0.path), .text($0.sha256)] },
                    whenEmpty: "Not recorded.")),
        ]
    }
}
