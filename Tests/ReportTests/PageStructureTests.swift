// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Report
@testable import Tables

/// The page of `SmallWeek`, as it is built and not as it looks.
@Suite struct PageStructureTests {
    private static func page(_ week: Week = SmallWeek.week()) -> ReportPage {
        let plan = SmallWeek.plan()
        return ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
    }

    private func root(_ page: ReportPage = page()) throws -> PageElement {
        try #require(PageElement.root(of: page.html))
    }

    /// With `SKILLMIX_GOLDEN=write` the file is written anew; what changed in it is then for people to judge.
    @Test func headingsTablesAndCellsAreThoseOfTheGoldenFile() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/small-week.txt")
        let outline = try outline().joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["SKILLMIX_GOLDEN"] == "write" {
            try Data(outline.utf8).write(to: file)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        let lines = outline.split(separator: "\n")
        let wanted = golden.split(separator: "\n")
        for (line, want) in zip(lines, wanted) { #expect(line == want) }
        #expect(lines.count == wanted.count)
    }

    /// Headings; of each table its name, caption, headings, rows and total.
    private func outline() throws -> [String] {
        let root = try root()
        var lines: [String] = []
        for element in root.everything {
            if ["h1", "h2", "h3"].contains(element.name) { lines.append("\(element.name) \(element.text)") }
            guard element.hasClass("table") else { continue }
            lines.append("  " + (element.attributes["id"] ?? "no id"))
            for table in element.all("table") {
                let head = table.all("thead").first?.rows ?? []
                let body = table.all("tbody").flatMap(\.rows)
                lines.append("    caption: " + (table.all("caption").first?.text ?? ""))
                for row in head { lines.append("    head: " + row.map(\.text).joined(separator: " | ")) }
                for row in body { lines.append("    row: " + row.map(\.text).joined(separator: " | ")) }
                for row in table.all("tfoot").flatMap(\.rows) {
                    lines.append("    total: " + row.map(\.text).joined(separator: " | "))
                }
            }
            for none in element.all("p") where none.hasClass("none") { lines.append("    \(none.text)") }
        }
        return lines
    }

    @Test func everyTableOfThePageHasItsNameAndItsFile() throws {
        let page = Self.page()
        let frames = try root(page).everything.filter { $0.hasClass("table") }
        #expect(frames.map { $0.attributes["id"] } == page.tables.map { "table-" + $0.name })
        #expect(frames.map { $0.all("a").last?.attributes["href"] } == page.tables.map(\.path))
        #expect(Set(page.tables.map(\.name)).count == page.tables.count)
        #expect(Set(page.tables.map(\.caption)).count == page.tables.count)
        for table in page.tables {
            #expect(table.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(table.name)")
            #expect(
                (table.rows + [table.total].compactMap(\.self)).allSatisfy {
                    $0.count == table.columns.count
                }, "\(table.name) has a cell a column")
        }
    }

    @Test func aTableOfMetricsLiesInThePlansFolderItself() {
        let table = Table(name: "metrics", caption: "Metrics", columns: [], rows: [])
        #expect(table.path == "metrics.csv")
        #expect(Self.page().tables.allSatisfy { $0.path.hasPrefix("tables/") || $0.name == "metrics" })
    }

    @Test func thePageAloneNamesNoFiles() throws {
        let root = try #require(PageElement.root(of: Self.page().htmlAlone))
        #expect(root.all("a").allSatisfy { $0.attributes["href"]?.hasPrefix("#") == true })
    }

    @Test func headingsAreInOrderAndThePageHasItsLandmarks() throws {
        let root = try root()
        #expect(root.attributes["lang"] == "en-GB")
        for landmark in ["header", "nav", "main", "footer", "h1"] {
            #expect(root.all(landmark).count == 1, "\(landmark)")
        }
        var level = 0
        for heading in root.everything where ["h1", "h2", "h3", "h4"].contains(heading.name) {
            let next = Int(heading.name.suffix(1)) ?? 0
            #expect(next <= level + 1, "\(heading.text) follows a heading of level \(level)")
            level = next
        }
        #expect(root.all("th").allSatisfy { $0.attributes["scope"] != nil })
        #expect(root.all("table").allSatisfy { $0.children.first?.name == "caption" })
    }

    /// Identifiers that differ only by what an anchor cannot hold, and some that would run into each other.
    static let identifiers = [
        "a", "a-2026-11-23-am", "=cmd()", "a b", "a_20b", "<script>", "\u{202E}a", "A", "é",
        String(repeating: "x", count: 64),
    ]

    @Test func everyPlaceHasANameOfItsOwnForAnyIdentifierAndEveryLinkLeadsSomewhere() throws {
        var week = SmallWeek.week()
        week = week.replacing { parts in
            parts.staff = Self.identifiers.map { id in
                var member = parts.staff[0]
                member.id = id
                member.name = "Somebody"
                return member
            }
            parts.rota = Self.identifiers.map { _ in parts.rota[0] }
            for (row, id) in Self.identifiers.enumerated() {
                if row > 1 { parts.teams.append(parts.teams[0]) }
                parts.teams[row].id = id
            }
        }
        let root = try root(Self.page(week))
        let ids = root.everything.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { id in id.allSatisfy { $0.isASCII && !$0.isWhitespace } })
        for link in root.all("a").compactMap({ $0.attributes["href"] }) where link.hasPrefix("#") {
            #expect(ids.contains(String(link.dropFirst())), "\(link)")
        }
        #expect(ids.contains("rota-a-2026-11-23-am"))
        #expect(ids.contains("person-_3Ccmd_28_29") == false)
        #expect(ids.contains("person-_3Dcmd_28_29"))
    }

    @Test func everyCalendarWeekHasGridsOfItsOwn() throws {
        let small = SmallWeek.week()
        let week = Week(
            start: small.start, days: 9, parts: small.parts, framework: small.framework, teams: small.teams,
            staff: small.staff, signOffs: [],
            rota: small.rota.map { $0 + Array(repeating: RotaMark(.off), count: 14) }, demand: small.demand)
        let page = Self.page(week)
        let root = try root(page)
        let ids = root.everything.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for name in ["rota", "teams-by-session", "cover-by-day"] {
            #expect(page.tables.map(\.name).contains(name))
            #expect(page.tables.map(\.name).contains("\(name)-week-2"))
        }
        #expect(ids.contains("rota-ann-2026-12-01-pm"))
        #expect(page.tables.first { $0.name == "rota" }?.columns.count == 3 + 14)
        #expect(page.tables.first { $0.name == "rota-week-2" }?.columns.count == 3 + 4)
    }

    @Test func careOfADayIsWhatWasGivenAndWhatRanOutOfTime() {
        let cover = ReportFigures(week: SmallWeek.week(), plan: SmallWeek.plan()).cover
        #expect(cover.days.map(\.pathway) == ["P1", "P1", "P2", "P2"])
        // Six contacts on Monday in the first team, and one assessment whose window ends that day.
        #expect(cover.days.map(\.given) == [6, 0, 0, 4])
        #expect(cover.days.map(\.unmet) == [1, 0, 0, 1])
        #expect(cover.days.map(\.share) == [6.0 / 7, nil, nil, 0.8])
        #expect(cover.unmet.map(\.session) == ["2026-11-23 pm", "2026-11-24 pm"])
        #expect(cover.unmet.map(\.team) == ["kt", "quay-ward"])
    }

    @Test func careNotMetStandsInTheLastSessionInWhichTheTeamIsOpen() {
        let week = SmallWeek.week().replacing { $0.teams[1].parts = ["am"] }
        let cover = ReportFigures(week: week, plan: SmallWeek.plan()).cover
        #expect(cover.unmet.map(\.session) == ["2026-11-23 pm", "2026-11-24 am"])
    }
}
