// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Report

/// What the page says of a delegation is what the week says: refused is refused, due is due.
@Suite struct ClosureTests {
    private var world: TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", "R"], "P-2": ["R", "R"]]
        world.demand("D-1", "rehabilitation", contacts: 4)
        return world
    }

    private func decision(
        _ ruling: DelegationDecision.Ruling, _ world: TinyWorld, days: Int = 0, team: String? = nil
    ) -> DelegationDecision {
        DelegationDecision(
            activity: "rehabilitation", team: team, ruling, reason: "r", by: "A. Lead",
            on: world.start.adding(days: days))
    }

    private func page(_ world: TinyWorld) -> ReportPage {
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-1", 0)
        sketch.deploy("P-2", 0)
        sketch.give("D-1", "P-2", 0, .delegated, contacts: 2)
        sketch.give("D-1", "P-1", 0, .registered)
        sketch.supervise("P-1", 0, "rehabilitation", minutes: 10)
        sketch.leave("D-1")
        return ReportPage(
            week: world.week, plan: sketch.plan,
            figures: ReportFigures(week: world.week, plan: sketch.plan))
    }

    private func column(_ name: String, _ table: String, _ page: ReportPage) throws -> [String] {
        let found = try #require(page.tables.first { $0.name == table })
        let position = try #require(found.columns.firstIndex { $0.name == name })
        return found.rows.map { $0[position].shownText }
    }

    @Test func `a plan that delegates what was refused since says refused, and never allowed`() throws {
        var world = world
        world.activities[1].delegated?.approvedBy = "Head of therapy"
        #expect(try column("approved_by", "delegated-work", page(world)) == ["Head of therapy"])
        world.decisions = [decision(.allow, world, days: -5)]
        #expect(
            try column("approved_by", "delegated-work", page(world))
                == ["A. Lead, by decision of 18 November 2026"])
        world.decisions.append(decision(.refuse, world))
        let page = page(world)
        #expect(
            try column("approved_by", "delegated-work", page)
                == ["Nobody: refused by A. Lead, 23 November 2026"])
        #expect(page.figures.delegation.items.map(\.approvedBy) == [""])
        #expect(page.figures.delegation.items.first?.closure?.cause == .refused)
        // The note of the section says the rest: of what is unmet and what registered people give it is the
        // cause.
        #expect(
            Set(try column("reason", "not-delegated", page))
                == ["An AHP lead decided against it, for the team or for those who could do it"])
    }

    @Test func `what is proposed, withdrawn or due for review is told as that`() throws {
        for (status, review, words) in [
            (DelegatedRoute.Status.proposed, nil, "Nobody: only proposed"),
            (.withdrawn, nil, "Nobody: withdrawn"),
            (.approved, -1, "Nobody: the review was due 22 November 2026"),
        ] {
            var world = world
            world.activities[1].delegated?.status = status
            world.activities[1].delegated?.reviewOn = review.map { world.start.adding(days: $0) }
            #expect(try column("approved_by", "delegated-work", page(world)) == [words])
        }
    }

    @Test func `a proposal that was allowed once is due for review, and no proposal any more`() throws {
        var world = world
        world.activities[1].delegated?.status = .proposed
        world.activities[1].delegated?.reviewOn = world.start.adding(days: -1)
        world.decisions = [decision(.allow, world, days: -9)]
        #expect(
            Set(try column("reason", "not-delegated", page(world)))
                == ["The review of the approval has passed"])
        #expect(try column("state", "delegation-reviews", page(world)) == ["passed: plans no longer use it"])
        world.decisions = []
        #expect(
            Set(try column("reason", "not-delegated", page(world)))
                == ["The delegation is proposed, not approved"])
        #expect(try column("state", "delegation-reviews", page(world)) == [])
    }

    @Test func `what every team is refused needs no review`() throws {
        var world = world
        world.activities[1].delegated?.reviewOn = world.start.adding(days: 20)
        world.decisions = [decision(.refuse, world)]
        #expect(try column("state", "delegation-reviews", page(world)) == ["refused: no review needed"])
        world.decisions = [decision(.refuse, world, team: "A")]
        world.teams.append(TinyWorld.team("B"))
        #expect(try column("state", "delegation-reviews", page(world)) == ["due"])
    }
}
