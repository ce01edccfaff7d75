// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

extension ReportPage {
    /// How much care is given with nobody registered near, and by people who learn or help alone.
    var oversightInWords: String {
        let figures = figures.delegation.oversight
        func share(_ contacts: Int) -> String {
            let part = figures.contacts > 0 ? Double(contacts) / Double(figures.contacts) : 0
            let all = Show.counted(figures.contacts, "contact")
            return "\(Show.count(contacts)) of \(all) (\(Show.percent(part)))"
        }
        let learners = share(figures.byLearnersAlone)
        let supervised = Show.count(figures.supervised)
        return "\(share(figures.withoutRegistered)) are given in sessions in which nobody registered is in "
            + "the team's supervision group; \(learners) by students or volunteers with nobody else in the "
            + "contact. Of \(supervised) pieces of delegated work, each an activity in a session and a supervision group, "
            + "\(Show.count(figures.tight.count)) have no slack in supervision: one supervisor alone is "
            + "there, or those who are have no minutes for one contact more."
    }

    /// Delegated work that one absence, or one contact more, would leave unsupervised.
    var tightSupervision: Table {
        Table(
            name: "tight-supervision", caption: "Delegated work without slack in supervision",
            columns: [
                .text("Session", "session"), .text("Supervision group", "supervision_group"),
                .text("Activity", "activity"), .number("Contacts", "contacts"),
                .number("Supervisors there", "supervisors"),
                .number("Minutes they could still give", "minutes_left"),
            ],
            rows: figures.delegation.oversight.tight.map { item in
                [
                    sessionOfName(item.session), group(item.supervisionGroup), activity(item.activity),
                    .count(item.contacts), .count(item.supervisors), .minutes(item.minutesLeft),
                ]
            }, whenEmpty: "All delegated work has slack in its supervision.")
    }
}
