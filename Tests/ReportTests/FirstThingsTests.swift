// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Markup
@testable import Report

@Suite("What the report begins with")
struct FirstThingsTests {
    private func lines(_ plan: Plan = SmallWeek.plan(), of week: Week = SmallWeek.week()) throws -> [String] {
        let page = ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
        let root = try #require(PageElement.root(of: page.html))
        let section = root.everything.first { $0.attributes["id"] == "first-things" }
        return section?.all("li").map(\.text) ?? []
    }

    @Test("is what there is to do, by how much it presses, each with the way to its place")
    func order() throws {
        let lines = try lines()
        #expect(
            lines.prefix(6) == [
                "1 critical contact is not met: 1 × Initial assessment at Kestrel team (A1). Care wanted, met and not met",
                "1 of 5 urgent contacts are not met. Care wanted, met and not met",
                "Fewer people than the minimum: Kestrel team on Tue 24 Nov am; Tue 24 Nov pm; Quay ward on Mon 23 Nov am; "
                    + "Mon 23 Nov pm; Tue 24 Nov pm. Heads, absence and moves",
                "3 people are away: Ann (on leave in 1 session); Bo (sick in 1 session); Eve (in training in 1 session). Rota",
                "3 delegated contacts have no slack in supervision, 3 of them with one supervisor alone. Delegation",
                "2 sessions are booked for £145.50: extra hours, plain rate £45.50 and agency £100.00. Bookings and bank",
            ])
        #expect(lines[6].hasPrefix("How good the plan is: "))
        #expect(lines[7].hasPrefix("Made by skillmix "))
    }

    @Test("says that nothing presses where nothing does")
    func quiet() throws {
        var plan = SmallWeek.plan()
        plan.unmet = []
        plan.bookings = []
        let lines = try lines(plan)
        #expect(lines[0] == "All critical care is met. Care wanted, met and not met")
        #expect(lines.contains("Nothing is booked. Bookings and bank"))
    }
}
