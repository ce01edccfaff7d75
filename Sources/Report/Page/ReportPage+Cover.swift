// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// Care met and not met by pathway and day: a row a pathway, a column a day, a tint for the share that is met.
    func cover(_ calendar: CalendarWeek) -> Block {
        let figures = Dictionary(
            self.figures.cover.days.map { (Spot(row: $0.pathway, column: $0.day), $0) },
            uniquingKeysWith: { first, _ in first })
        let cells = index.pathways.map { pathway in
            calendar.days.compactMap { figures[Spot(row: pathway, column: $0.iso)] }
        }
        let table = Table(
            name: calendar.table("cover-by-day"),
            caption: "Care met by pathway and day, week of \(Show.day(calendar.start))",
            columns: [
                .text("Pathway", "pathway"), .text("Day", "day"), .number("Contacts given", "given"),
                .number("Contacts not met", "not_met"), .number("Share met", "share_met"),
            ],
            rows: cells.joined().map { figure in
                [
                    .text(figure.pathway), .text(figure.day), .count(figure.given), .count(figure.unmet),
                    .share(figure.share),
                ]
            })
        return .drawn(table, heatMap(table.caption, calendar.days, cells))
    }

    private func heatMap(
        _ caption: String, _ days: [CalendarDay], _ cells: [[DayCoverFigure]]
    ) -> Markup {
        Scroll.around(caption) {
            Tag.table(.class("heat")) {
                Scroll.caption(caption)
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.col)) { "Pathway" }
                        for day in days { Tag.th(.scope(.col)) { Show.shortDay(day) } }
                    }
                }
                Tag.tbody {
                    for (pathway, row) in zip(index.pathways, cells) {
                        Tag.tr {
                            Tag.th(.scope(.row)) { pathway }
                            for figure in row { heatCell(figure) }
                        }
                    }
                }
            }
        }
    }

    private func heatCell(_ figure: DayCoverFigure) -> Markup {
        guard let share = figure.share else { return Tag.td(.class("off")) { "–" } }
        return Tag.td(.class("met\(Self.step(share))")) {
            Tag.strong { Show.percent(share) }
            Tag.aside { "\(Show.count(figure.given)) given" }
            if figure.unmet > 0 { Tag.aside { "\(Show.count(figure.unmet)) not met" } }
        }
    }

    /// Which of five tints: 4 where all is met, 0 below 70 per cent.
    private static func step(_ share: Double) -> Int {
        share >= 1 ? 4 : share >= 0.95 ? 3 : share >= 0.85 ? 2 : share >= 0.7 ? 1 : 0
    }
}

/// A place in a grid.
struct Spot: Hashable {
    let row: String
    let column: String
}
