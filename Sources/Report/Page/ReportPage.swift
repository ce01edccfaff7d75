// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

/// The report for people: one page that needs nothing else, reads at a desk and on a telephone, and prints.
///
///     let page = ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
///     page.html
///     page.tables.map(\.csv)
///
/// Some parts of it alone, for a page of somebody else's, are `ReportPage(…, parts: [.rota]).sections`.
///
/// No script, nothing fetched; pictures are drawn in the page. Everything from outside is escaped. The same plan gives the same bytes.
public struct ReportPage {
    /// The week.
    public let week: Week
    /// The plan.
    public let plan: Plan
    /// The plan's figures.
    public let figures: ReportFigures
    /// What was found out by changing one thing and planning anew.
    public let findings: Findings
    let index: WeekLookup
    let codes: TeamCodes
    let standing: PlanStanding
    /// What readers have to know before anything else.
    public let notice: String?
    /// Where links to other parts lead: before the `#` of their place.
    private let whole: String?
    /// The parts of the page that hold anything, in order.
    public private(set) var sections: [PageSection] = []

    /// The page of a plan.
    ///
    /// - Parameters:
    ///   - week: The week that the plan is for.
    ///   - plan: The plan.
    ///   - figures: The plan's figures.
    ///   - findings: What was found out by changing one thing and planning anew, if anything was.
    ///   - standing: How the plan stands to its week; nil: as it was made. Otherwise the page opens with it,
    /// and `plan` is to be the plan as it stands now.
    ///   - notice: What readers have to know before anything else, a sentence under the title.
    ///   - parts: Which parts it has; no others are worked out.
    ///   - whole: Where all parts stand, if not here: the page that links between parts lead to; nil: nowhere that
    /// is known, and nothing leads there.
    public init(
        week: Week, plan: Plan, figures: ReportFigures, findings: Findings = Findings(),
        standing: PlanStanding? = nil, notice: String? = nil, parts: [ReportPart] = ReportPart.allCases,
        whole: String? = ""
    ) {
        self.week = week
        self.plan = plan
        self.figures = figures
        self.findings = findings
        self.standing = standing ?? PlanStanding(asMade: plan)
        self.notice = notice
        self.whole = whole
        index = WeekLookup(week)
        codes = TeamCodes(week.teams)
        sections = parts.map(section).filter { !$0.blocks.isEmpty }
    }

    /// Every table of the page, in its order. Each has a name of its own.
    public var tables: [Table] { sections.flatMap(\.tables) }

    /// The page as HTML that is well-formed XML as well. Each table names its CSV, which lies beside the page.
    public var html: String { shell(namesFiles: true).html }

    /// The plan on two sheets of paper, for a meeting or a wall: what there is to do, how much care is met and what it
    /// costs. Its links lead to the whole page, `report.html` beside it.
    public var summary: PageShell { summary(whole: "report.html") }

    /// The same for a place where no report lies beside it: what it would lead to is named alone.
    public var summaryAlone: PageShell { summary(whole: nil) }

    private func summary(whole: String?) -> PageShell {
        let short = ReportPage(
            week: week, plan: plan, figures: figures, findings: findings, standing: standing, notice: notice,
            parts: [.first, .glance], whole: whole)
        return PageShell(
            title: title, opening: short.opening, sections: short.sections, namesFiles: false,
            isShort: true)
    }

    /// The page alone, for a place where no CSVs lie beside it.
    public var htmlAlone: String { shell(namesFiles: false).html }

    private func shell(namesFiles: Bool) -> PageShell {
        PageShell(title: title, opening: opening, sections: sections, namesFiles: namesFiles, isBrief: true)
    }

    /// What is the matter with the plan, what readers have to know, and what a plan is.
    @MarkupBuilder private var opening: [Markup] {
        if let banner { banner }
        if let notice { Tag.p { Tag.strong { notice } } }
        Tag.p(.class("note")) {
            "A plan is advice: whoever is in charge of the day may decide otherwise, and record why."
        }
    }

    /// The link to a place on the whole page, by its name.
    func link(_ anchor: String) -> String { (whole ?? "") + "#" + anchor }

    /// Words that lead to a place on the whole page; without a whole page, the words alone.
    func way(to anchor: String, _ words: String) -> Markup {
        whole == nil ? .text(words) : Tag.a(.href(link(anchor))) { words }
    }

    /// What the page is called.
    public var title: String {
        week.days == 7
            ? "Plan for the week of \(Show.day(week.start))"
            : "Plan for \(Show.counted(week.days, "day")) from \(Show.day(week.start))"
    }
}
