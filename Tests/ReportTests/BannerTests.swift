// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Report

/// The page of a plan that is not as it was made opens with that.
@Suite struct BannerTests {
    private func page(_ change: (inout PlanStanding) -> Void, overrides: [Override] = []) -> ReportPage {
        let week = SmallWeek.week().replacing { $0.overrides = overrides }
        var plan = SmallWeek.plan()
        var standing = PlanStanding(asMade: plan)
        change(&standing)
        if !standing.isAsMade {
            plan.summary.status = .changed
            plan.summary.bound = standing.bound ?? 0
        }
        return ReportPage(
            week: week, plan: plan, figures: ReportFigures(week: week, plan: plan), standing: standing)
    }

    @Test func `a plan as it was made has no banner`() throws {
        let root = try #require(PageElement.root(of: page { _ in }.html))
        #expect(!root.everything.contains { $0.hasClass("banner") })
        #expect(!root.everything.contains { $0.attributes["id"] == "standing" })
        #expect(!root.everything.contains { $0.attributes["id"] == "overrides" })
    }

    @Test func `a changed one opens with it, and says nowhere that it is proved`() throws {
        let page = page { standing in
            standing.tables = ["bookings.csv"]
            standing.inputs = [.init(path: "rota.csv", change: .changed)]
            standing.bound = nil
            standing.breaches = ["Ann is in two places."]
        }
        let root = try #require(PageElement.root(of: page.html))
        let header = try #require(root.all("header").first)
        let banner = try #require(header.everything.first { $0.hasClass("banner") })
        #expect(
            banner.text.hasPrefix(
                "This plan breaks the week's rules in 1 place and was made from files that have changed since."
            ))
        // Only what there is to do and what must not wait stand before it.
        #expect(
            root.all("section").prefix(3).map { $0.attributes["id"] } == [
                "first-things", "flags", "standing",
            ])
        let standing = try #require(root.all("section").dropFirst(2).first)
        #expect(standing.text.contains("Ann is in two places."))
        for words in ["Ann is in two places.", "Changed since: rota.csv.", "It costs £607.50, as it states."]
        {
            #expect(banner.text.contains(words), "\(words)")
        }
        #expect(
            page.tables.map(\.name).prefix(4) == [
                "red-flags", "broken-rules", "price-now", "changed-files",
            ])
        #expect(
            page.tables.first { $0.name == "changed-files" }?.csv == "file,since_then\nrota.csv,changed\n")
        for words in ["Proved the cheapest", "No other plan is a penny cheaper", "At most £"] {
            #expect(!root.text.contains(words), "\(words)")
        }
        #expect(root.text.contains("how near to the best possible it is, is not known"))
    }

    @Test func `what was decided otherwise stands on the page, with whom it is about`() throws {
        let day = CalendarDay(number: 9458)
        let page = page(
            { _ in },
            overrides: [
                Override(
                    subjects: [.staff("ann"), .session(1), .team("kt")], decision: "stays at the ward",
                    why: "=cmd()", by: "Nurse in charge", on: day),
                Override(
                    subjects: [.line("A1"), .other("gone")], decision: "put off", why: "asked for",
                    by: "Lead", on: day),
            ])
        let table = try #require(page.tables.first { $0.name == "overrides" })
        #expect(
            table.csv == """
                what,decision,why,by,on
                ann;2026-11-23 pm;kt,stays at the ward,'=cmd(),Nurse in charge,2026-11-24
                A1;gone,put off,asked for,Lead,2026-11-24

                """)
        let root = try #require(PageElement.root(of: page.html))
        let banner = try #require(root.everything.first { $0.hasClass("banner") })
        #expect(banner.text.contains("decided otherwise in 2 matters"))
        #expect(root.text.contains("Ann (ann), Mon 23 Nov pm, Kestrel team"))
        // The plan itself is as it was made.
        #expect(!root.everything.contains { $0.attributes["id"] == "standing" })
    }

    @Test func `of a changed plan the price says how far it may be from the best`() {
        func words(_ objective: Double, _ bound: Double) -> String {
            var plan = SmallWeek.plan()
            (plan.summary.objective, plan.summary.bound) = (objective, bound)
            plan.summary.status = .changed
            return ReportFigures(week: SmallWeek.week(), plan: plan).price.statusInWords
        }
        #expect(
            words(90, 60)
                == "Changed since it was made, or breaking rules, and not proved the cheapest: at most £30.00 above the "
                + "best possible, 33.3\u{A0}% of this plan's price")
        #expect(
            words(60, 60) == "Changed since it was made, or breaking rules: even so no plan can cost less")
        #expect(
            words(60, 0)
                == "Changed since it was made, or breaking rules: how near to the best possible it is, is not known"
        )
    }
}
