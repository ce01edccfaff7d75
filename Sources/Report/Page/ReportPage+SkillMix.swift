// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// Registered and support hours, and what is or could be passed between them.
    var skillMix: [Block] {
        let figures = figures.staffing
        let total = figures.skillMixTotal
        return [
            .note(
                "\(Show.hours(total.registeredOnDelegableHours)) of \(Show.hours(total.registeredContactHours)) "
                    + "contact hours of registered people are work that support workers could do: an activity with a "
                    + "support route, or with a delegated route that is not withdrawn, open yet or not. Delegation releases "
                    + "\(Show.hours(total.releasedHours)) registered hours: hours of contacts given by delegation, with notes "
                    + "and travel, less the supervision. Students and volunteers are not in these figures."),
            .table(
                Table(
                    name: "skill-mix-by-pathway", caption: "Skill mix by pathway",
                    columns: [
                        .text("Pathway", "pathway"), .number("Registered hours deployed", "registered_hours"),
                        .number("Support hours deployed", "support_hours"),
                        .number("Registered hours per support hour", "registered_to_support"),
                        .number("Registered contact hours", "registered_contact_hours"),
                        .number("Of them, work support could do", "registered_on_delegable_hours"),
                        .number("Hours given by delegation", "delegated_hours"),
                        .number("Supervision hours", "supervision_hours"),
                        .number("Registered hours released", "released_hours"),
                    ],
                    rows: figures.skillMix.map { cells($0, $0.group) },
                    total: cells(total, "All pathways"))),
            picture(skillMixPicture), picture(releasedPicture),
            .table(
                Table(
                    name: "registered-on-delegable",
                    caption: "Work of registered people that support workers could do",
                    columns: [
                        .text("Activity", "activity"), .number("Contacts", "contacts"),
                        .number("Registered contact hours", "hours"),
                        .text("Open to support workers", "open"),
                    ],
                    rows: figures.registeredOnDelegable.map { figure in
                        [
                            activity(figure.activity), .count(figure.contacts), .hours(figure.hours),
                            .text(Self.openings(figure)),
                        ]
                    }, whenEmpty: "Registered people do nothing that support workers could do.")),
        ]
    }

    private static func openings(_ figure: DelegableWorkFigure) -> String {
        let ways = [
            figure.hasSupportRoute ? "in their own role" : nil,
            figure.isDelegationOpen ? "by delegation" : nil,
        ].compactMap(\.self)
        return ways.isEmpty ? "once delegation is allowed" : ways.joined(separator: " and ")
    }

    private func cells(_ figure: SkillMixFigure, _ name: String) -> [Table.Cell] {
        [
            .text(name), .hours(figure.registeredHours), .hours(figure.supportHours), .ratio(figure.ratio),
            .hours(figure.registeredContactHours), .hours(figure.registeredOnDelegableHours),
            .hours(figure.delegatedHours), .hours(figure.supervisionHours), .hours(figure.releasedHours),
        ]
    }

    /// An activity by name.
    func activity(_ id: String) -> Table.Cell { .text(index.activityName(id)) }
}
