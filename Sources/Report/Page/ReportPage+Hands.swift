// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// Care by two workers, and what a review found one could give.
    var doubleHanded: [Markup] {
        let figures = figures.doubleHanded
        return [
            note(
                "Hours are contact hours of both workers; their share is of all workers' contact hours. Whether a "
                    + "contact is suitable for one worker is a clinical review's finding, never the planner's choice."
            ),
            table("Double-handed care by pathway", "Pathway", figures.byPathway, total: figures.total),
            table("Double-handed care by team", "Team", figures.byTeam),
        ]
    }

    private func table(
        _ caption: String, _ group: String, _ figures: [DoubleHandedFigure], total: DoubleHandedFigure? = nil
    ) -> Markup {
        func cells(_ figure: DoubleHandedFigure) -> [String] {
            [
                figure.name, Show.count(figure.contacts), Show.hours(figure.hours),
                Show.percent(figure.shareOfCare), Show.count(figure.singleHandedContacts),
                Show.count(figure.suitableContacts),
            ]
        }
        return DataTable(
            caption: caption,
            columns: [
                .text(group), .number("Double-handed contacts"), .number("Hours of two"),
                .number("Share of care"), .number("Given single-handed"),
                .number("Suitable, but double-handed"),
            ], rows: figures.map(cells), total: total.map(cells), whenEmpty: "No two-handed care."
        ).markup
    }

    /// Delegated care with its supervision.
    var delegation: [Markup] {
        let figures = figures.delegation
        return [
            note(
                "\(Show.counted(figures.contacts, "contact")) given by support workers under an approval: "
                    + "\(Show.hours(figures.hours)) contact hours, less \(Show.hours(figures.supervisionHours)) hours "
                    + "of supervision, leave \(Show.hours(figures.releasedHours)) registered hours released."),
            DataTable(
                caption: "Delegated care, by session and activity",
                columns: [
                    .text("Session"), .text("Supervision group"), .text("Activity"), .number("Contacts"),
                    .text("Given by"), .text("Supervised by"), .number("Supervision minutes"),
                ],
                rows: figures.items.map { item in
                    [
                        sessionOfName(item.session), groupName(item.supervisionGroup),
                        index.activityName(item.activity), Show.count(item.contacts),
                        index.staffName(item.supportWorker),
                        item.supervisors.map(index.staffName).joined(separator: ", "),
                        Show.minutes(item.supervisionMinutes),
                    ]
                }, whenEmpty: "No care is delegated."
            ).markup,
        ]
    }

    private func sessionOfName(_ name: String) -> String {
        week.sessions.first { $0.id == name }.map(Show.session) ?? name
    }

    /// A supervision group that is a team by name.
    private func groupName(_ group: String) -> String { index.teamName(group) }
}
