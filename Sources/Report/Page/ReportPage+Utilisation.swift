// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// Direct contact as a share of paid time, by every group that is asked for.
    var utilisation: [Block] {
        let figures = figures.utilisation
        return [
            .note(
                "Utilisation is time in direct contact with the people supported, without notes, travel and "
                    + "supervision, as a share of available hours: those of sessions worked, so after absence. "
                    + "Beside it, the same as a share of contracted hours. Groups count paid staff; students and "
                    + "volunteers have rows of their own. In a team or pathway, available hours are those deployed "
                    + "to it, contracted hours those of the people whose home it is."),
            .table(table("kind", "kind of role", "Kind", figures.byKind, total: figures.total)),
            .table(table("employer", "employer", "Employer", figures.byEmployer)),
            .table(table("pathway", "pathway", "Pathway", figures.byPathway)),
            .table(table("team", "team", "Team", figures.byTeam, name: { team($0.group) })),
            .table(table("person", "person", "Person", figures.byPerson, name: { person($0.group) })),
        ]
    }

    private func table(
        _ group: String, _ words: String, _ title: String, _ figures: [UtilisationFigure],
        total: UtilisationFigure? = nil, name: (UtilisationFigure) -> ReportTable.Cell = { .text($0.name) }
    ) -> ReportTable {
        func cells(_ figure: UtilisationFigure, _ name: ReportTable.Cell) -> [ReportTable.Cell] {
            [
                name, .hours(Double(figure.contactMinutes) / 60),
                .hours(Double(figure.availableMinutes) / 60), .share(figure.shareOfAvailable),
                .hours(figure.contractedMinutes / 60), .share(figure.shareOfContracted),
            ]
        }
        return ReportTable(
            name: "utilisation-by-\(group)", caption: "Utilisation by \(words)",
            columns: [
                .text(title, group), .number("Contact hours", "contact_hours"),
                .number("Available hours", "available_hours"),
                .number("Of available", "share_of_available"),
                .number("Contracted hours", "contracted_hours"),
                .number("Of contracted", "share_of_contracted"),
            ], rows: figures.map { cells($0, name($0)) }, total: total.map { cells($0, .text($0.name)) })
    }
}
