// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Charts
@testable import Figures
@testable import Report
@testable import Tables

@Suite("The report's pictures")
struct PictureTests {
    private let page = {
        let week = SmallWeek.week()
        let plan = SmallWeek.plan()
        return ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
    }()

    /// A column of a table of the page, by what stands in its first.
    private func column(_ name: String, of table: String) throws -> [String: Table.Cell] {
        let table = try #require(page.tables.first { $0.name == table })
        let place = try #require(table.columns.firstIndex { $0.name == name })
        return Dictionary(
            table.rows.map { ($0[0].shownText, $0[place]) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("show the figures of the tables that stand beside them")
    func figures() throws {
        let right: [(chart: BarChart, table: String, columns: [String])] = [
            (page.payPicture, "pounds-by-tier", ["pounds"]),
            (page.skillMixPicture, "skill-mix-by-pathway", ["registered_hours", "support_hours"]),
            (page.releasedPicture, "skill-mix-by-pathway", ["released_hours"]),
        ]
        for (chart, table, columns) in right {
            #expect(chart.bars.count > 1)
            for (place, name) in columns.enumerated() {
                let cells = try column(name, of: table)
                for bar in chart.bars { #expect(chart.unit.cell(bar.values[place]) == cells[bar.label]) }
            }
        }
    }

    @Test("show everybody once, by home team, against the threshold of theirs")
    func people() throws {
        let bars = page.utilisationPictures.flatMap(\.bars)
        let shares = try column("share_of_available", of: "utilisation-by-person")
        let thresholds = try column("threshold", of: "utilisation-by-person")
        #expect(bars.count == page.week.staff.count)
        #expect(bars.contains { $0.mark != nil })
        for (person, bar) in zip(page.week.staff, bars.sorted { $0.label < $1.label }) {
            #expect(person.name == bar.label)
            let row = page.personInWords(person.id)
            #expect(shares[row] == .share(bar.values[0]))
            #expect(thresholds[row] == .share(bar.mark))
        }
    }

    @Test("count every contact given in one session, and every one not met")
    func sessions() throws {
        let cover = page.figures.cover
        #expect(cover.sessions.reduce(0) { $0 + $1.given } == cover.days.reduce(0) { $0 + $1.given })
        #expect(cover.sessions.map(\.unmet) == [0, 1, 0, 1])
        #expect(cover.sessions.map(\.given) == [3, 3, 4, 0])
    }
}
