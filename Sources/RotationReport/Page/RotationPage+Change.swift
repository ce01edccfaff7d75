// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Markup
import Rotations
import Tables
import Wording
import Workforce

extension RotationPage {
    /// When people change over, who hands over to whom, and by when they have to know.
    var changeSection: PageSection {
        PageSection(
            id: "change-overs", title: "Change-overs",
            blocks: [
                .note(
                    "A row a block that begins. Whoever leaves the post at the same change-over hands over. Notice is by "
                        + "\(figures.noticeWeeks) weeks before the first day; marked short where that is before the planned "
                        + "periods begin."), .table(changeTable),
            ])
    }

    private var changeTable: Table {
        Table(
            name: "change-overs", caption: "Who begins where",
            columns: [
                .text("First day", "first_day"), .text("Remark", "remark"), .text("Person", "staff"),
                .text("From", "from"), .text("To", "post"), .text("Handed over by", "handed_over_by"),
                .text("Hands over to", "hands_over_to"), .text("Notice by", "notice_by"),
                .text("Short notice", "short_notice"),
            ],
            rows: figures.changeOvers.map { change in
                [
                    day(change.day), .text(change.holiday ?? ""), person(change.staff),
                    change.from.map(post) ?? .text("–", exact: ""), post(change.post),
                    people(change.handedOverBy), people(change.handsOverTo), day(change.noticeBy),
                    .text(change.isShortNotice ? "yes" : ""),
                ]
            }, whenEmpty: "Nobody begins in a post.")
    }

    /// What agreements and consultation placements need.
    var agreementSection: PageSection {
        let elsewhere = figures.changeOvers.filter { $0.organisation != nil }
        return PageSection(
            id: "agreements", title: "Agreements and consultation",
            blocks: [
                .note(
                    "Blocks in another organisation than the employer need an agreement for all of their periods; and whoever "
                        + "works at another place than their base is to be consulted before notice is given."),
                .table(
                    Table(
                        name: "agreements-needed", caption: "Blocks for another organisation",
                        columns: [
                            .text("First day", "first_day"), .text("Person", "staff"),
                            .text("Employer", "employer"), .text("Post", "post"),
                            .text("Organisation", "organisation"), .text("Agreement until", "until"),
                            .text("Covers all of it", "is_covered"),
                        ],
                        rows: elsewhere.map { change in
                            [
                                day(change.day), person(change.staff), .text(employer(change.staff)),
                                post(change.post), .text(change.organisation ?? ""),
                                until(change),
                                .text(change.isCovered ? "yes" : "no"),
                            ]
                        }, whenEmpty: "Nobody begins in another organisation's post.")),
                .table(
                    Table(
                        name: "consultation", caption: "Blocks away from the base",
                        columns: [
                            .text("First day", "first_day"), .text("Person", "staff"),
                            .text("Post", "post"), .number("Minutes from base", "minutes"),
                            .text("Notice by", "notice_by"),
                        ],
                        rows: figures.changeOvers.filter { $0.minutes ?? 1 > 0 }.map { change in
                            [
                                day(change.day), person(change.staff), post(change.post),
                                .minutes(change.minutes.map(Double.init)), day(change.noticeBy),
                            ]
                        }, whenEmpty: "Everybody begins where their base is.")),
            ])
    }

    /// When the agreement of a block ends, or that there is none.
    private func until(_ change: ChangeOver) -> Table.Cell {
        guard change.hasAgreement else { return .text("no agreement", exact: "none") }
        return change.agreementUntil.map(day) ?? .text("no end", exact: "")
    }

    private func employer(_ staff: String) -> String {
        facts.personIndex[staff].map { facts.rotation.people[$0].employer } ?? ""
    }

    func day(_ day: CalendarDay) -> Table.Cell {
        .text("\(Show.shortDay(day)) \(day.components.year)", exact: day.iso)
    }

    func person(_ id: String) -> Table.Cell {
        .text(facts.personIndex[id].map(names.person) ?? id, exact: id)
    }

    func post(_ id: String) -> Table.Cell {
        .text(facts.postIndex[id].map(names.post) ?? id, exact: id)
    }

    private func people(_ ids: [String]) -> Table.Cell {
        let shown = ids.map { id in facts.personIndex[id].map { facts.rotation.people[$0].name } ?? id }
        return .text(shown.joined(separator: ", "), exact: ids.joined(separator: ";"))
    }
}
