// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// Paid time from the contract to direct contact, by every group that is asked for, and why it is low.
    var utilisation: [Block] {
        let figures = figures.utilisation
        return [
            .note(
                "From contracted hours to available, deployed and direct contact. Available hours are those of "
                    + "sessions worked, so paid time after absence; deployed are those that a team had a place for; "
                    + "direct contact is time with the people supported, also what one worker instead of two takes more, without "
                    + "notes, travel and supervision. "
                    + "Utilisation is direct contact as a share of available hours first, and of contracted hours "
                    + "second: that of people who have a contract."),
            .note(
                "Groups count paid staff; students and volunteers have rows of their own among the kinds of role and "
                    + "the people. In a team or pathway, available hours are those deployed to it; contracted hours, "
                    + "their direct contact and low people are those of the people whose home it is."),
            .note(thresholds),
            .table(table("kind", "kind of role", "Kind", figures.byKind, total: figures.total)),
            .table(table("role", "role", "Role", figures.byRole, total: figures.total)),
            .table(table("employer", "employer", "Employer", figures.byEmployer, total: figures.total)),
            .table(table("pathway", "pathway", "Pathway", figures.byPathway)),
            .table(table("team", "team", "Team", figures.byTeam, name: { team($0.group) })),
            .table(byPerson),
        ] + utilisationPictures.map(picture) + deepDive
    }

    /// The policy's thresholds, in a sentence.
    private var thresholds: String {
        let low = week.policy.lowUtilisation
        let roles = low.roles.map { threshold in
            let role = week.framework.roles.first { $0.id == threshold.role }
            return "\(role?.name ?? threshold.role) \(Show.percent(threshold.share))"
        }
        let own =
            roles.isEmpty ? "" : ", of roles with a threshold of their own: " + roles.joined(separator: ", ")
        return
            "A person's utilisation counts as low below these shares of available hours, set in the policy "
            + "(low_utilisation): registered \(Show.percent(low.registered)), support workers "
            + "\(Show.percent(low.support))\(own); \(Show.minutes(low.bedded * 100)) percentage points more where the home "
            + "team works with beds. Students and volunteers count only where their role has a threshold. "
            + "Sessions in which the team asks for no contacts, such as nights, are presence and do not count. "
            + "No published guidance names a threshold: these are local."
    }

    private static let shares: [Table.Column] = [
        .number("Contracted hours", "contracted_hours"), .number("Available hours", "available_hours"),
        .number("Deployed hours", "deployed_hours"), .number("Direct contact hours", "contact_hours"),
        .number("Direct contact hours of contracted people", "contact_hours_under_contract"),
        .number("Direct contact of available hours", "share_of_available"),
        .number("Direct contact of contracted hours", "share_of_contracted"),
    ]

    private func shares(_ figure: UtilisationFigure) -> [Table.Cell] {
        [
            .hours(figure.contractedMinutes / 60), .hours(Double(figure.availableMinutes) / 60),
            .hours(Double(figure.deployedMinutes) / 60), .hours(Double(figure.contactMinutes) / 60),
            .hours(Double(figure.contractedContactMinutes) / 60),
            .share(figure.shareOfAvailable), .share(figure.shareOfContracted),
        ]
    }

    private func table(
        _ group: String, _ words: String, _ title: String, _ figures: [UtilisationFigure],
        total: UtilisationFigure? = nil, name: (UtilisationFigure) -> Table.Cell = { .text($0.name) }
    ) -> Table {
        func cells(_ figure: UtilisationFigure, _ name: Table.Cell) -> [Table.Cell] {
            [name] + shares(figure) + [.count(figure.people), .count(figure.lowPeople)]
        }
        return Table(
            name: "utilisation-by-\(group)",
            caption: "Utilisation by \(words), of available and of contracted hours",
            columns: [.text(title, group)] + Self.shares + [
                .number("People with a threshold", "people"), .number("Low people", "low_people"),
            ],
            rows: figures.map { cells($0, name($0)) }, total: total.map { cells($0, .text($0.name)) })
    }

    private var byPerson: Table {
        Table(
            name: "utilisation-by-person",
            caption: "Utilisation by person, of available and of contracted hours",
            columns: [.text("Person", "person")] + Self.shares + [
                .number("Of available, presence hours", "presence_hours"),
                .number("Threshold", "threshold"), .text("Utilisation is", "utilisation_is"),
            ],
            rows: figures.utilisation.byPerson.map { figure in
                [person(figure.group)] + shares(figure) + [
                    .hours(Double(figure.presenceMinutes) / 60), .share(figure.threshold),
                    .text(verdict(figure)),
                ]
            })
    }

    private func verdict(_ figure: UtilisationFigure) -> String {
        guard figure.availableMinutes > 0 else { return "not worked" }
        guard figure.threshold != nil else { return "no threshold" }
        guard figure.availableMinutes > figure.presenceMinutes else {
            return "presence: no contacts asked for"
        }
        return figure.isLow ? "low" : "not low"
    }
}
