// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// What people asked for, and who sees the people supported; empty where the week says nothing of either.
    var requests: [Block] {
        (figures.requests.map(granted) ?? []) + (figures.continuity.map { [.table(continuity($0))] } ?? [])
    }

    private func granted(_ figures: RequestFigures) -> [Block] {
        [
            .note(
                "\(Show.count(figures.total.granted)) of \(Show.counted(figures.total.requests, "request")) granted. "
                    + "What is not granted has a price, and whoever is refused most adds to it."),
            .table(
                Table(
                    name: "requests-by-person", caption: "Requests granted, by person",
                    columns: [
                        .text("Person", "person"), .number("Requests", "requests"),
                        .number("Granted", "granted"), .number("Share granted", "share_granted"),
                        .number("Weight", "weight"), .number("Weight granted", "weight_granted"),
                        .number("Share of weight", "share_of_weight"),
                    ],
                    rows: figures.byPerson.map { cells($0, person($0.group)) },
                    total: cells(figures.total, .text("All")))),
            .table(
                Table(
                    name: "requests", caption: "Requests",
                    columns: [
                        .text("Person", "person"), .text("When", "when"), .text("Asked for", "asked_for"),
                        .number("Weight", "weight"), .text("Granted", "granted"),
                    ],
                    rows: zip(week.requests, figures.items).map { request, item in
                        [
                            person(item.staff), when(request.time), wanted(request.want),
                            .pounds(item.weight), .text(item.isGranted ? "yes" : "no"),
                        ]
                    })),
        ]
    }

    private func cells(_ figure: GrantedFigure, _ name: Table.Cell) -> [Table.Cell] {
        [
            name, .count(figure.requests), .count(figure.granted), .share(figure.share),
            .pounds(figure.weight), .pounds(figure.grantedWeight), .share(figure.shareOfWeight),
        ]
    }

    private func when(_ time: StaffRequest.Time) -> Table.Cell {
        switch time {
        case .session(let session): self.session(session)
        case .day(let day): .text(Show.shortDay(week.start.adding(days: day)), exact: week.name(of: time))
        }
    }

    private func wanted(_ want: StaffRequest.Want) -> Table.Cell {
        switch want {
        case .on, .off: .text(want.word)
        case .team(let id): team(id)
        }
    }

    private func continuity(_ figures: ContinuityFigures) -> Table {
        func cells(_ figure: ContinuityFigure, _ name: String) -> [Table.Cell] {
            [
                .text(name), .count(figure.lines), .count(figure.contacts), .count(figure.byUsual),
                .count(figure.byOthers), .share(figure.share),
            ]
        }
        return Table(
            name: "continuity", caption: "Contacts by the people who usually give them",
            columns: [
                .text("Pathway", "pathway"), .number("Lines with usual people", "lines"),
                .number("Contacts, each of a pair counted", "contacts"),
                .number("By a usual person", "by_usual"), .number("By somebody else", "by_others"),
                .number("Share by a usual person", "share"),
            ],
            rows: figures.byPathway.map { cells($0, $0.group) }, total: cells(figures.total, "All"))
    }
}
