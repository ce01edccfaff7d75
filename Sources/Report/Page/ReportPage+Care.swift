// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// Care wanted, met and unmet, and why.
    var care: [Markup] {
        let demand = figures.demand
        return [
            note(
                "Contact hours are hours with the people supported, without notes and travel; a contact by two "
                    + "workers counts once."),
            careTable("Care by priority", "Priority", demand.byPriority, demand.total),
            careTable("Care by pathway", "Pathway", demand.byPathway),
            careTable("Care by team", "Team", demand.byTeam),
            unmetTable,
            DataTable(
                caption: "Care not met by reason",
                columns: [.text("Reason"), .number("Contacts"), .number("Hours")],
                rows: demand.byReason.map { figure in
                    [
                        UnmetReason(rawValue: figure.reason).map(Words.reason) ?? figure.reason,
                        Show.count(figure.unmet.contacts), Show.hours(figure.unmet.hours),
                    ]
                }
            ).markup,
        ]
    }

    private func careTable(
        _ caption: String, _ group: String, _ figures: [DemandFigure], _ total: DemandFigure? = nil
    ) -> Markup {
        func cells(_ figure: DemandFigure) -> [String] {
            [figure.name]
                + [figure.wanted, figure.met, figure.unmet].flatMap {
                    [Show.count($0.contacts), Show.hours($0.hours)]
                }
        }
        return DataTable(
            caption: caption,
            columns: [
                .text(group), .number("Contacts wanted"), .number("Hours wanted"), .number("Contacts met"),
                .number("Hours met"), .number("Contacts not met"), .number("Hours not met"),
            ], rows: figures.map(cells), total: total.map(cells)
        ).markup
    }

    private var unmetTable: Markup {
        DataTable(
            caption: "Care not met, by demand line",
            columns: [
                .text("Line"), .text("Team"), .text("Activity"), .text("Priority"), .number("Contacts"),
                .number("Hours"), .text("Window"), .prose("Why"),
            ],
            rows: plan.unmet.map { row in
                [
                    row.line, index.teamName(row.team), index.activityName(row.activity),
                    Words.capitalised(row.priority.rawValue), Show.count(row.contacts),
                    Show.hours(Double(row.contactMinutes) / 60), window(row.line), Words.reason(row.reason),
                ]
            }, whenEmpty: "All care asked for is met."
        ).markup
    }

    private func window(_ line: String) -> String {
        guard let window = index.line(line)?.window, week.sessions.indices.contains(window.upperBound),
            window.lowerBound >= 0
        else { return "" }
        let first = Show.session(week.sessions[window.lowerBound])
        return window.count == 1 ? first : "\(first) to \(Show.session(week.sessions[window.upperBound]))"
    }

    /// A remark under a heading.
    func note(_ text: String) -> Markup { Tag.p(.class("note")) { text } }

    /// A session as people read it.
    func session(_ session: Int) -> String {
        week.sessions.indices.contains(session)
            ? Show.session(week.sessions[session]) : index.sessionName(session)
    }
}
