// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// The report for people: one page that needs nothing else, reads at a desk and on a telephone, and prints.
///
///     let page = ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
///     page.html
///
/// No script, no picture, nothing fetched. Everything from outside is escaped. The same plan gives the same bytes.
public struct ReportPage {
    let week: Week
    let plan: Plan
    let figures: ReportFigures
    let index: WeekIndex
    let codes: TeamCodes

    /// The page of a plan.
    public init(week: Week, plan: Plan, figures: ReportFigures) {
        self.week = week
        self.plan = plan
        self.figures = figures
        index = WeekIndex(week)
        codes = TeamCodes(week.teams)
    }

    /// The page as HTML that is well-formed XML as well.
    public var html: String {
        var text = "<!DOCTYPE html>\n"
        document.write(to: &text)
        return text + "\n"
    }

    private var title: String {
        week.days == 7
            ? "Plan for the week of \(Show.day(week.start))"
            : "Plan for \(Show.counted(week.days, "day")) from \(Show.day(week.start))"
    }

    private struct Part {
        let id: String
        let title: String
        let content: [Markup]
    }

    private var parts: [Part] {
        [
            Part(id: "grid", title: "Who works where", content: grid),
            Part(id: "unmet", title: "Care wanted, met and not met", content: care),
            Part(id: "bookings", title: "Bookings", content: bookings),
            Part(id: "utilisation", title: "Utilisation", content: utilisation),
            Part(id: "double-handed", title: "Double-handed care", content: doubleHanded),
            Part(id: "delegation", title: "Delegated care and supervision", content: delegation),
            Part(id: "heads", title: "Heads against the minimum", content: heads),
            Part(id: "staffing", title: "Absence, moves and skill mix", content: staffing),
            Part(id: "price", title: "What the price is made of", content: price),
            Part(id: "made", title: "How the plan was made", content: origin),
        ]
    }

    private var document: Markup {
        let parts = parts
        return Tag.html(.lang("en-GB")) {
            Tag.head {
                Tag.meta(.utf8)
                Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                Tag.meta(
                    .httpEquiv("Content-Security-Policy"),
                    .content("default-src 'none'; style-src 'unsafe-inline'"))
                Tag.meta(.name("color-scheme"), .content("light dark"))
                Tag.title { title }
                Markup.stylesheet(Stylesheet.text)
            }
            Tag.body {
                Tag.header {
                    Tag.h1 { title }
                    Tag.p(.class("lead")) { figures.price.statusInWords + "." }
                    Tag.p(.class("note")) {
                        "A plan is advice: whoever is in charge of the day may decide otherwise, and record why."
                    }
                }
                Tag.main {
                    Tag.section(.id("summary")) {
                        Tag.h2 { "In short" }
                        summary
                    }
                    Tag.nav(.label("Parts of the report")) {
                        Tag.ul {
                            for part in parts { Tag.li { Tag.a(.href("#" + part.id)) { part.title } } }
                        }
                    }
                    for part in parts {
                        Tag.section(.id(part.id)) {
                            Tag.h2 { part.title }
                            part.content
                        }
                    }
                }
            }
        }
    }
}
