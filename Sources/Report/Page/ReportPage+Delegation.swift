// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// Delegated care with its supervision.
    var delegation: [Block] {
        let figures = figures.delegation
        return [
            .note(
                "\(Show.counted(figures.contacts, "contact")) given by support workers under an approval: "
                    + "\(Show.hours(figures.hours)) contact hours, less \(Show.hours(figures.supervisionHours)) hours "
                    + "of supervision, leave \(Show.hours(figures.releasedHours)) registered hours released."),
            .table(
                ReportTable(
                    name: "delegated-by-session", caption: "Delegated care, by session and activity",
                    columns: [
                        .text("Session", "session"), .text("Supervision group", "supervision_group"),
                        .text("Activity", "activity"), .number("Contacts", "contacts"),
                        .text("Given by", "given_by"), .text("Supervised by", "supervised_by"),
                        .number("Supervision minutes", "supervision_minutes"),
                    ],
                    rows: figures.items.map { item in
                        [
                            sessionOfName(item.session),
                            // A supervision group that is a team has the team's name.
                            .text(index.teamName(item.supervisionGroup)),
                            .text(index.activityName(item.activity)), .count(item.contacts),
                            .text(item.staff.map(index.staffName).joined(separator: ", ")),
                            .text(item.supervisors.map(index.staffName).joined(separator: ", ")),
                            .minutes(item.supervisionMinutes),
                        ]
                    }, whenEmpty: "No care is delegated.")),
        ]
    }

    private func sessionOfName(_ name: String) -> ReportTable.Cell {
        .text(week.sessions.first { $0.id == name }.map(Show.session) ?? name, exact: name)
    }
}
