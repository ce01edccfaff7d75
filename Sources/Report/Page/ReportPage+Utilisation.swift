// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// Direct contact as a share of paid time, by every group that is asked for.
    var utilisation: [Markup] {
        let figures = figures.utilisation
        return [
            note(
                "Utilisation is time in direct contact with the people supported, without notes, travel and "
                    + "supervision, as a share of available hours: those of sessions worked, so after absence. "
                    + "Beside it, the same as a share of contracted hours. Groups count paid staff; students and "
                    + "volunteers have rows of their own. In a team or pathway, available hours are those deployed "
                    + "to it, contracted hours those of the people whose home it is."),
            table("Utilisation by kind of role", "Kind", figures.byKind, total: figures.total),
            table("Utilisation by employer", "Employer", figures.byEmployer),
            table("Utilisation by pathway", "Pathway", figures.byPathway),
            table("Utilisation by team", "Team", figures.byTeam),
            table("Utilisation by person", "Person", figures.byPerson, name: { person($0.group) }),
        ]
    }

    private func table(
        _ caption: String, _ group: String, _ figures: [UtilisationFigure], total: UtilisationFigure? = nil,
        name: (UtilisationFigure) -> String = { $0.name }
    ) -> Markup {
        func cells(_ figure: UtilisationFigure, _ name: String) -> [String] {
            [
                name, Show.hours(Double(figure.contactMinutes) / 60),
                Show.hours(Double(figure.availableMinutes) / 60), Show.percent(figure.shareOfAvailable),
                Show.hours(figure.contractedMinutes / 60), Show.percent(figure.shareOfContracted),
            ]
        }
        return DataTable(
            caption: caption,
            columns: [
                .text(group), .number("Contact hours"), .number("Available hours"), .number("Of available"),
                .number("Contracted hours"), .number("Of contracted"),
            ], rows: figures.map { cells($0, name($0)) }, total: total.map { cells($0, $0.name) }
        ).markup
    }
}
