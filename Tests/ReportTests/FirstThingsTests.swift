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
        let expected: [String] = [
            """
            1 critical contact is not met: 1 × Initial assessment at Kestrel team (A1). Care wanted, met and not met
            """,
            """
            1 of 5 urgent contacts is not met. Urgent: 1 × Transfer with a hoist at Quay ward (H1). \
            Care wanted, met and not met
            """,
            """
            Fewer people than the minimum: Kestrel team on Tue 24 Nov am (0 of 1 heads and 0 of 1 registered heads); \
            Tue 24 Nov pm (0 of 1 heads and 0 of 1 registered heads); Quay ward on Mon 23 Nov am (0 of 1 heads); \
            Mon 23 Nov pm (0 of 1 heads); Tue 24 Nov pm (0 of 1 heads). Heads, absence and moves
            """,
            "7 things must not wait: nobody is named yet who sees to them. What must not wait",
            """
            2 sessions are booked for £145.50: extra hours, plain rate £45.50 and agency £100.00. \
            Whom to ask first, for Mon 23 Nov pm: Bo. Bookings and bank
            """,
            "3 people are away: Ann (on leave in 1 session); Bo (sick in 1 session); Eve (in training in 1 session). Rota",
            "3 delegated contacts have no slack in supervision, 3 of them with one supervisor alone. Delegation",
        ]
        #expect(Array(lines.prefix(7)) == expected)
        #expect(lines[7].hasPrefix("How good the plan is: "))
        #expect(lines[8].hasPrefix("Made by skillmix "))
    }

    @Test("asks nobody anew who was booked in the plan in force, and for no session that is over")
    func asked() throws {
        func booked(_ change: (inout WeekParts) -> Void) throws -> String? {
            let week = SmallWeek.week().replacing(change)
            return try lines(of: week).first { $0.hasPrefix("2 sessions are booked") }
        }
        let inForce = try booked {
            $0.current = [
                CurrentDeployment(staff: "bo", session: 1, team: "kt"),
                CurrentDeployment(staff: "ann", session: 2, team: "kt"),
            ]
        }
        #expect(inForce?.contains("Whom to ask first, for Tue 24 Nov am: Cy.") == true)
        let over = try booked { $0.frozenBefore = 2 }
        #expect(over?.contains("Whom to ask first, for Tue 24 Nov am: Cy.") == true)
        let none = try booked { $0.frozenBefore = 3 }
        #expect(none?.contains("Whom to ask") == false)
    }

    @Test("says of how much that must not wait nobody is named")
    func named() throws {
        let mark = "2026-11-23 am"
        func waiting(_ owners: Int) throws -> String? {
            let week = SmallWeek.week()
            var plan = SmallWeek.plan()
            plan.flags = ReportFigures(week: week, plan: plan).flags.items.prefix(owners).map {
                var flag = $0
                flag.owner = "Fay"
                flag.since = mark
                return flag
            }
            return try lines(plan).first { $0.contains("must not wait") }
        }
        #expect(try waiting(2)?.contains("nobody is named yet who sees to 5 of them.") == true)
        #expect(try waiting(7)?.contains("each has somebody who sees to it.") == true)
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
