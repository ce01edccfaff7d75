// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// Care by two workers, what a review found one could give, and what more of that would release.
    var doubleHanded: [Block] {
        let figures = figures.doubleHanded
        return [
            .note(
                "Hours are contact hours of both workers; their share is of all workers' contact hours. Whether a "
                    + "contact is suitable for one worker is a clinical review's finding, never the planner's choice: what is called "
                    + "avoidable was reviewed, and nothing is said of contacts that nobody has reviewed."
            ),
            .table(table("pathway", "Pathway", figures.byPathway, total: figures.total)),
            .table(table("team", "Team", figures.byTeam, total: figures.total)),
            .table(suitable), .table(noneSuitable),
        ] + conversions
    }

    private func table(
        _ group: String, _ title: String, _ figures: [DoubleHandedFigure], total: DoubleHandedFigure
    ) -> Table {
        func cells(_ figure: DoubleHandedFigure, _ name: Table.Cell) -> [Table.Cell] {
            [
                name, .count(figure.contacts), .hours(figure.hours), .share(figure.shareOfCare),
                .count(figure.singleHandedContacts), .count(figure.suitableContacts),
            ]
        }
        return Table(
            name: "double-handed-by-\(group)", caption: "Double-handed care by \(group)",
            columns: [
                .text(title, group), .number("Double-handed contacts", "double_handed_contacts"),
                .number("Hours of two", "hours_of_two"),
                .number("Share of workers' contact hours", "share_of_care"),
                .number("Given single-handed", "given_single_handed"),
                .number("Suitable, but double-handed", "suitable_but_double_handed"),
            ],
            rows: figures.map { cells($0, group == "team" ? team($0.group) : .text($0.name)) },
            total: cells(total, .text(total.name)), whenEmpty: "No two-handed care.")
    }

    private var suitable: Table {
        Table(
            name: "suitable-single-handed", caption: "Contacts suitable for one worker, by demand line",
            columns: [
                .text("Line", "line"), .text("Team", "team"), .text("Activity", "activity"),
                .number("Suitable", "suitable"), .number("Given by one", "given_single_handed"),
                .number("Given by two", "given_double_handed"), .number("Not met", "unmet"),
                .prose("Why by two", "why"),
            ],
            rows: figures.doubleHanded.suitable.map { figure in
                [
                    .text(figure.line), team(figure.team), activity(figure.activity), .count(figure.suitable),
                    .count(figure.singleHanded), .count(figure.doubleHanded), .count(figure.unmet),
                    .text(why(figure)),
                ]
            }, whenEmpty: "No review found a contact suitable for one worker.")
    }

    private var noneSuitable: Table {
        Table(
            name: "double-handed-to-review",
            caption:
                "Lines for two of which nothing is stated as suitable for one: to be reviewed, if they were not",
            columns: [
                .text("Line", "line"), .text("Team", "team"), .text("Activity", "activity"),
                .number("Contacts", "contacts"), .number("Hours of the second worker", "second_worker_hours"),
            ],
            rows: figures.doubleHanded.noneSuitable.map { figure in
                [
                    .text(figure.line), team(figure.team), activity(figure.activity),
                    .count(figure.contacts), .hours(figure.secondWorkerHours),
                ]
            },
            whenEmpty:
                "Each line for two whose activity one worker may give states what of it is suitable for one.")
    }

    private func why(_ figure: SuitableFigure) -> String {
        guard let reason = figure.reason else { return "" }
        guard !figure.able.isEmpty else { return reason.words }
        // A handful of names says whom to ask; a long list says nothing.
        let named = figure.able.prefix(3).map(personInWords).joined(separator: ", ")
        let rest = figure.able.count > 3 ? " and \(figure.able.count - 3) more" : ""
        return reason.words + ": " + named + rest
    }

    private var conversions: [Block] {
        guard !findings.conversions.isEmpty else {
            return figures.doubleHanded.total.suitableContacts == 0
                ? []
                : [
                    .note(
                        "This report was made without working out what more single-handed care would release."
                    )
                ]
        }
        return [
            .note(
                "What more single-handed care would release: the plan made anew near to this one with that change "
                    + "alone. Pounds are of the price, in which time is worth what it lets the plan do."),
            .table(
                Table(
                    name: "single-handed-release", caption: "What more single-handed care would release",
                    columns: [
                        .prose("Change", "change"), .number("Contacts converted", "converted"),
                        .number("Worker hours released", "released_hours"),
                        .number("Contacts met besides", "contacts"), .number("Their hours", "hours"),
                        .number("Registered hours saved", "registered_hours"),
                        .number("Pounds saved", "pounds"), .text("Which is", "certainty"),
                        .prose("By term", "by_term"),
                    ],
                    rows: findings.conversions.map { finding in
                        [
                            .text(words(finding.change)), .count(finding.converted),
                            .hours(finding.releasedHours), .count(finding.effect.contacts),
                            .hours(finding.effect.hours), .hours(finding.effect.registeredHours),
                            .pounds(finding.effect.pounds), .text(certainty(finding.effect)),
                            .text(finding.effect.terms.savedInWords),
                        ]
                    })),
        ]
    }

    private func certainty(_ effect: Effect) -> String {
        effect.isExact ? "exact" : "at least, as far as was found"
    }

    private func words(_ change: ConversionFinding.Change) -> String {
        switch change {
        case .worker(let staff, let competencies):
            "\(personInWords(staff)) signed off in "
                + competencies.map { "“\(index.competencyName($0))”" }.joined(separator: " and ")
        case .all: "Every suitable contact given by one, by whoever may lead it"
        }
    }
}

extension SuitableFigure.Reason {
    fileprivate var words: String {
        switch self {
        case .nobodySignedOff: "Nobody of the roster is signed off to give it alone"
        case .nobodyAtWork: "Nobody able to give it alone is at work, or could be asked, in the window"
        case .nobodyThere: "Nobody able to give it alone is deployed to the team in the window"
        case .noTime: "Somebody able is there, but has no time left for it"
        case .choice: "Somebody able had the time: the plan chose two"
        }
    }
}
