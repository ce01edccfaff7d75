// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Foundation
import Markup
import Report
import Testing
import Workforce

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct ReportPageTests {
    private func html(_ week: Week = SmallWeek.week(), _ plan: Plan = SmallWeek.plan()) -> String {
        ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan)).html
    }

    /// A part alone is what stands of it on the page, but that its links lead to where the others are.
    @Test(arguments: ReportPart.allCases) func aPartCanBeShownAlone(_ part: ReportPart) throws {
        let (week, plan) = (SmallWeek.week(), SmallWeek.plan())
        let figures = ReportFigures(week: week, plan: plan)
        let whole = ReportPage(week: week, plan: plan, figures: figures)
        let here = ReportPage(week: week, plan: plan, figures: figures, parts: [part])
        #expect(here.sections.map(\.id) == whole.sections.map(\.id).filter { $0 == part.rawValue })
        guard let section = here.sections.first else { return }
        func text(_ section: PageSection) -> String {
            var text = ""
            section.markup(namesFiles: false).write(to: &text)
            return text
        }
        #expect(try text(#require(whole.sections.first { $0.id == part.rawValue })) == text(section))
        let elsewhere = ReportPage(
            week: week, plan: plan, figures: figures, parts: [part], whole: "report.html")
        #expect(try !text(#require(elsewhere.sections.first)).contains("href=\"#"))
    }

    @Test func thePageIsWellFormedAndHoldsEveryTable() throws {
        let outline = try #require(Outline(html()))
        for caption in [
            "Care met by pathway and day, week of 23 November 2026",
            "Who works where, week of 23 November 2026", "Care by priority", "Care by pathway",
            "Care by team",
            "Care not met, by demand line, the most pressing first", "Care not met by reason",
            "Sessions by how they are paid",
            "Bookings, session by session",
            "Utilisation by kind of role, of available and of contracted hours",
            "Utilisation by role, of available and of contracted hours",
            "Utilisation by employer, of available and of contracted hours",
            "Utilisation by pathway, of available and of contracted hours",
            "Utilisation by team, of available and of contracted hours",
            "Utilisation by person, of available and of contracted hours",
            "Contacts suitable for one worker, by demand line",
            "Work of registered people that support workers could do",
            "What could be delegated and is not", "Metrics to report",
            "Evidence of how staff are deployed",
            "Double-handed care by pathway", "Double-handed care by team",
            "Delegated care, by session, team, activity and support worker",
            "Teams by session, week of 23 November 2026", "Heads below the minimum, by team",
            "Pounds by tier",
            "Hours on the rota", "Moves",
            "Skill mix by pathway", "Terms of the price", "Files the plan was made from",
        ] {
            #expect(outline.captions.contains(caption))
        }
        #expect(outline.tables == outline.captions.count)
        #expect(outline.headersWithoutScope == 0)
    }

    @Test func thePageNeedsNothingElse() {
        let html = html()
        for forbidden in ["<script", "<img", "<link", "http://", "https://", "url(", "@import"] {
            #expect(!html.contains(forbidden))
        }
    }

    @Test func hostileNamesStayText() throws {
        let team = "</td><script>alert('1')</script>"
        let person = "\"O'Neil\" & <b>sons</b>\u{202E}\u{7}"
        let week = SmallWeek.week(names: (team, person)).replacing {
            $0.framework.activities[1].name = "<script>rehab</script>"
        }
        let html = html(week, SmallWeek.plan())
        #expect(!html.contains("<script"))
        #expect(!html.contains("<b>"))
        #expect(!html.contains("\u{202E}"))
        let outline = try #require(Outline(html))
        #expect(outline.text.contains(team))
        #expect(outline.text.contains("\"O'Neil\" & <b>sons</b>\u{FFFD}"))
        #expect(outline.text.contains("1 × <script>rehab</script>"))
    }

    @Test func theSamePlanGivesTheSameBytes() {
        #expect(html() == html())
    }

    @Test func theGridNamesTheTeamInTextAndSaysHowASessionIsPaid() {
        let html = html()
        #expect(html.contains("title=\"Quay ward\">QW <small>agency</small>"))
        #expect(html.contains("title=\"Kestrel team\">kt <small>extra</small>"))
        #expect(html.contains(">leave</td>"))
        #expect(html.contains("Somebody may do it") == false)
        #expect(html.contains("A first worker is free, but no second in the same session"))
    }

    @Test func anEmptyPlanHasAPageToo() throws {
        var plan = SmallWeek.plan()
        plan.deployments = []
        plan.contacts = []
        plan.supervision = []
        plan.unmet = []
        plan.bookings = []
        let outline = try #require(Outline(html(SmallWeek.week(), plan)))
        #expect(outline.text.contains("Nobody is booked beyond the rota."))
        #expect(outline.text.contains("no place"))
    }
}

/// What a parser of XML finds in a page; nil where the page is not well-formed.
private final class Outline: NSObject, XMLParserDelegate {
    private(set) var captions: [String] = []
    private(set) var tables = 0
    private(set) var headersWithoutScope = 0
    private(set) var text = ""
    private var caption: String?

    init?(_ html: String) {
        super.init()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if name == "table" { tables += 1 }
        if name == "caption" { caption = "" }
        if name == "th", attributes["scope"] == nil { headersWithoutScope += 1 }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard name == "caption", let ended = caption else { return }
        captions.append(ended)
        caption = nil
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
        caption? += string
    }
}
