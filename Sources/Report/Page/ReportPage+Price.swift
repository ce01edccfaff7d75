// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// The terms of the price.
    var price: [Markup] {
        [
            note(
                "Only bookings are money spent. The other terms are weights that the policy puts on what is better "
                    + "avoided, so that plans can be compared."),
            DataTable(
                caption: "Terms of the price",
                columns: [.text("Term"), .number("Pounds"), .prose("What it counts")],
                rows: PriceTerms.Term.allCases.map { term in
                    [Words.term(term), Show.pounds(plan.summary.terms[term]), Words.meaning(term)]
                }, total: ["Price", Show.pounds(figures.price.objective), figures.price.statusInWords]
            ).markup,
        ]
    }

    /// What made the plan, from which files.
    var origin: [Markup] {
        let summary = plan.summary
        return [
            Tag.p {
                "skillmix \(summary.version), seed \(summary.seed), "
                    + "\(Show.counted(summary.work, "unit")) of work"
                if summary.seconds > 0 { ", \(Show.decimal(summary.seconds, places: 1)) seconds" }
                ". Competency framework: \(week.framework.name), version \(week.framework.version)."
            },
            DataTable(
                caption: "Files the plan was made from", columns: [.text("File"), .prose("SHA-256")],
                rows: summary.inputs.map { [$0.path, $0.sha256] }, whenEmpty: "Not recorded."
            ).markup,
        ]
    }
}
