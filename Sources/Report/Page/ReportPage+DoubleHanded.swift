// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// Care by two workers, and what a review found one could give.
    var doubleHanded: [Block] {
        let figures = figures.doubleHanded
        return [
            .note(
                "Hours are contact hours of both workers; their share is of all workers' contact hours. Whether a "
                    + "contact is suitable for one worker is a clinical review's finding, never the planner's choice."
            ),
            .table(table("pathway", "Pathway", figures.byPathway, total: figures.total)),
            .table(table("team", "Team", figures.byTeam)),
        ]
    }

    private func table(
        _ group: String, _ title: String, _ figures: [DoubleHandedFigure], total: DoubleHandedFigure? = nil
    ) -> ReportTable {
        func cells(_ figure: DoubleHandedFigure) -> [ReportTable.Cell] {
            [
                group == "team" ? team(figure.group) : .text(figure.name), .count(figure.contacts),
                .hours(figure.hours), .share(figure.shareOfCare), .count(figure.singleHandedContacts),
                .count(figure.suitableContacts),
            ]
        }
        return ReportTable(
            name: "double-handed-by-\(group)", caption: "Double-handed care by \(group)",
            columns: [
                .text(title, group), .number("Double-handed contacts", "double_handed_contacts"),
                .number("Hours of two", "hours_of_two"), .number("Share of care", "share_of_care"),
                .number("Given single-handed", "given_single_handed"),
                .number("Suitable, but double-handed", "suitable_but_double_handed"),
            ], rows: figures.map(cells), total: total.map(cells), whenEmpty: "No two-handed care.")
    }
}
