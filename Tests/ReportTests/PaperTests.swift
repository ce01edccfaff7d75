// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Markup
@testable import Report
@testable import Tables

/// What of a plan is on paper: the summary, and the first rows of long tables.
@Suite struct PaperTests {
    private func page() -> ReportPage {
        let (week, plan) = (SmallWeek.week(), SmallWeek.plan())
        return ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
    }

    @Test func `the summary has what there is to do and the week at a glance, and leads to the report`()
        throws
    {
        let root = try #require(PageElement.root(of: page().summary.html))
        #expect(root.all("h2").map(\.text) == ["First things", "Week at a glance"])
        let ways = root.all("li").flatMap { $0.all("a") }.compactMap { $0.attributes["href"] }
        #expect(ways.contains("report.html#care"))
        // Its own sections are the only places on it that it leads to.
        #expect(
            Set(ways.filter { $0.hasPrefix("#") }) == ["#first-things", "#glance"], "\(ways)")
        let alone = try #require(PageElement.root(of: page().summaryAlone.html))
        #expect(!alone.all("a").contains { $0.attributes["href"]?.hasPrefix("report.html") == true })
        #expect(alone.all("li").contains { $0.text.hasSuffix("Care wanted, met and not met") })
    }

    @Test(arguments: [0, 1, 10, 11, 40]) func `paper says how many rows a long table has`(_ rows: Int) throws
    {
        let table = Table(
            name: "names", caption: "Names", columns: [.text("Name", "name")],
            rows: (0..<rows).map { [.text("N\($0)")] })
        let section = PageSection(id: "one", title: "One", blocks: [.table(table)])
        for namesFiles in [true, false] {
            let shell = PageShell(
                title: "T", opening: [], sections: [section], namesFiles: namesFiles, isBrief: true)
            let root = try #require(PageElement.root(of: shell.html))
            #expect(root.all("body").first?.hasClass("brief") == true)
            let told = root.all("p").filter { $0.hasClass("paper") }.map(\.text)
            let place = namesFiles ? " and in tables/names.csv" : ""
            #expect(
                told
                    == (rows > 10
                        ? ["The first 10 of \(rows) rows; all of them are on the page\(place)."] : []))
            #expect(root.all("tbody").flatMap { $0.all("tr") }.count == rows)
        }
        // The stylesheet hides what comes after as many rows.
        #expect("\(Stylesheet.text)".contains(".few tbody tr:nth-child(n+\(Table.rowsOnPaper + 1))"))
    }

    @Test func `paper says that a metric has more groups where one has`() throws {
        let root = try #require(PageElement.root(of: page().html))
        let told = root.all("p").filter { $0.hasClass("paper") }.map(\.text)
        let most =
            root.everything.filter { $0.hasClass("metrics") }.flatMap { $0.all("tbody") }
            .map { $0.all("tr").count - 1 }.max() ?? 0
        #expect(most > 0)
        #expect(
            told.contains("The first 4 groups of each metric; all of them are on the page.")
                == (most > ReportPage.groupsOnPaper))
        #expect(
            "\(Stylesheet.text)".contains(
                ".metrics tbody tr:nth-child(n+\(ReportPage.groupsOnPaper + 2))"))
    }

    @Test func `pages that are not brief have all rows on paper`() throws {
        let shell = PageShell(title: "T", opening: [], sections: [], namesFiles: false)
        let root = try #require(PageElement.root(of: shell.html))
        #expect(root.all("body").first?.hasClass("brief") == false)
    }
}
