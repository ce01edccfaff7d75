// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// Care wanted, met and unmet, and why.
    var care: [Block] {
        let demand = figures.demand
        return [
            .note(
                "Contact hours are hours with the people supported, without notes and travel; a contact by two "
                    + "workers counts once."),
            .table(careTable("pathway", "Pathway", demand.byPathway, demand.total)),
            .table(careTable("team", "Team", demand.byTeam)),
            .table(careTable("locality", "Locality", figures.access.byLocality)),
        ] + access + [
            .table(unmetByLine),
            .table(
                Table(
                    name: "unmet-by-reason", caption: "Care not met by reason",
                    columns: [
                        .prose("Reason", "reason"), .number("Contacts", "contacts"),
                        .number("Hours", "hours"),
                    ],
                    rows: demand.byReason.map { figure in
                        [
                            .text(Words.reason(figure.reason)),
                            .count(figure.unmet.contacts), .hours(figure.unmet.hours),
                        ]
                    }, whenEmpty: "All care asked for is met.")),
        ] + (demand.reserve == nil ? [] : [.table(reserveByTeam)])
    }

    /// What is held in reserve, and how much of it the plan has time for.
    private var reserveByTeam: Table {
        let demand = figures.demand
        func cells(_ figure: DemandFigure, _ first: Table.Cell) -> [Table.Cell] {
            [first] + [figure.wanted, figure.met].flatMap { [.count($0.contacts), .hours($0.hours)] }
        }
        return Table(
            name: "reserve-by-team", caption: "Held in reserve, by team: no care that goes unmet",
            columns: [
                .text("Team", "team"), .number("Contacts held", "contacts_held"),
                .number("Hours held", "hours_held"),
                .number("Contacts there is time for", "contacts_with_time"),
                .number("Hours there is time for", "hours_with_time"),
            ], rows: demand.reserveByTeam.map { cells($0, team($0.group)) },
            total: demand.reserve.map { cells($0, .text("All teams")) })
    }

    /// Care by source where lines say so, and care at weekends where the days planned have one.
    private var access: [Block] {
        let access = figures.access
        var blocks: [Block] = []
        if !access.bySource.isEmpty {
            blocks.append(.table(careTable("source", "Source", access.bySource)))
        }
        guard !access.sevenDays.isEmpty else { return blocks }
        return blocks + [
            .table(
                Table(
                    name: "seven-day-access", caption: "Care at weekends and on weekdays",
                    columns: [
                        .text("Pathway", "pathway"), .number("Given at weekends", "weekend_given"),
                        .number("Not met", "weekend_not_met"), .number("Share met", "weekend_share"),
                        .number("Given on weekdays", "weekday_given"), .number("Not met", "weekday_not_met"),
                        .number("Share met", "weekday_share"),
                        .number("A weekend day per weekday", "weekend_per_weekday"),
                    ],
                    rows: access.sevenDays.map { figure in
                        [
                            .text(figure.group == "all" ? "All" : figure.group), .count(figure.weekendGiven),
                            .count(figure.weekendUnmet), .share(figure.weekendShare),
                            .count(figure.weekdayGiven), .count(figure.weekdayUnmet),
                            .share(figure.weekdayShare), .ratio(figure.weekendPerWeekday),
                        ]
                    }))
        ]
    }

    /// Care wanted, met and not met, a row a group.
    func careTable(
        _ group: String, _ title: String, _ figures: [DemandFigure], _ total: DemandFigure? = nil
    ) -> Table {
        func cells(_ figure: DemandFigure) -> [Table.Cell] {
            [group == "team" ? team(figure.group) : .text(figure.name)]
                + [figure.wanted, figure.met, figure.unmet].flatMap {
                    [.count($0.contacts), .hours($0.hours)]
                }
        }
        return Table(
            name: "care-by-\(group)", caption: "Care by \(group)",
            columns: [
                .text(title, group), .number("Contacts wanted", "contacts_wanted"),
                .number("Hours wanted", "hours_wanted"), .number("Contacts met", "contacts_met"),
                .number("Hours met", "hours_met"), .number("Contacts not met", "contacts_not_met"),
                .number("Hours not met", "hours_not_met"),
            ], rows: figures.map(cells), total: total.map(cells), whenEmpty: "No care is asked for.")
    }

    private var unmetByLine: Table {
        Table(
            name: "unmet-by-line", caption: "Care not met, by demand line, the most pressing first",
            columns: [
                .text("Line", "line"), .text("Team", "team"), .text("Activity", "activity"),
                .text("Priority", "priority"), .number("Contacts", "contacts"), .number("Hours", "hours"),
                .text("Window", "window"), .prose("Why", "reason"),
            ],
            rows: mostPressingFirst.map { row in
                [
                    .text(row.line, anchor: Anchor.line(row.line)), team(row.team),
                    .text(index.activityName(row.activity)),
                    .text(Words.capitalised(row.priority.rawValue)), .count(row.contacts),
                    .hours(Double(row.contactMinutes) / 60), window(row.line),
                    .text(Words.reason(row.reason)),
                ]
            }, whenEmpty: "All care asked for is met.")
    }

    /// Care not met by priority, within one in order of line.
    private var mostPressingFirst: [UnmetRow] {
        Priority.allCases.filter(\.isCare).flatMap { priority in
            plan.unmet.filter { $0.priority == priority }
        }
    }

    /// When a line's care could be given; it leads to the session of the team in which the time ran out.
    private func window(_ id: String) -> Table.Cell {
        guard let line = index.line(id), week.sessions.indices.contains(line.window.upperBound),
            line.window.lowerBound >= 0
        else { return .blank }
        let (first, last) = (week.sessions[line.window.lowerBound], week.sessions[line.window.upperBound])
        let isOfATeam = index.team(line.team) != nil
        let link = index.lastSession(of: line).flatMap { session in
            isOfATeam ? self.link(Anchor.heads(line.team, week.sessions[session])) : nil
        }
        guard line.window.count > 1 else {
            return .text(Show.session(first), link: link, exact: first.id)
        }
        let end = first.day == last.day ? last.part.id : Show.session(last)
        return .text("\(Show.session(first)) to \(end)", link: link, exact: "\(first.id) to \(last.id)")
    }
}
