// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Formulation
import TestSupport
import Testing
import Trials
import Wording
import Workforce

@testable import Questions

/// What an answer advises can be entered, names what it moves, and is not made up.
@Suite struct AdviceTests {
    /// A support worker with the sign-offs, nobody on the roster who may supervise, nobody on the bank.
    private func unsupervised() -> Week {
        var world = TinyWorld()
        world.staff = [TinyWorld.person("P-2", "support-worker", .substantive, hourlyCost: 15)]
        world.rota["P-2"] = ["R"]
        world.demand("D-1", "rehabilitation", contacts: 1, window: 0...0)
        return world.week
    }

    @Test func `where nobody may supervise no sign-off is advised and no rate is made up`() async throws {
        let hand = await PlanAtHand.planned(unsupervised())
        #expect(hand.nearby.unmet == [1])
        let answer = try hand.explain(line: "D-1")
        #expect(answer.changes.isEmpty)
        #expect(answer.unpriced.map(\.contacts) == [1])
        let said = answer.sentences.joined(separator: " ")
        #expect(!said.contains("£") && !said.contains("signing"), "\(said)")
        #expect(said.contains("no physiotherapist is on the bank, so there is no rate to price one at"))
        let value = hand.training(most: 2)
        #expect(value.ranked.isEmpty && value.best == nil)
        for dive in hand.findings().deepDives {
            #expect(dive.effect == nil)
            #expect(dive.sentence(Naming(week: hand.week))?.contains("signed off") != true)
        }
    }

    @Test func `a head that a ward lacks is told apart from the care given there`() async throws {
        var world = TinyWorld()
        world.teams[0].minimumStaff = 1
        world.teams[0].parts = ["am"]
        world.rota["P-3"] = ["A"]
        world.demand("D-1", "care", contacts: 2, window: 0...0)
        let hand = await PlanAtHand.planned(world.week)
        let finding = try #require(hand.bookingFindings().first)
        // £150 for the head, two calls at £45, less £72 for the session.
        #expect(abs(finding.without.pounds - 168) < 1e-9)
        #expect(
            finding.without.terms.savedInWords
                == "care not met −£90.00, bookings +£72.00, heads below a team's minimum −£150.00")
        let answer = try hand.explain(bookingOf: "P-3")
        #expect(
            answer.sentences[1].hasSuffix(
                "the plan would be exactly £168.00 dearer (care not met +£90.00, bookings −£72.00, heads below a "
                    + "team's minimum +£150.00)."))
    }

    @Test func `sending somebody is advised with the cell of the rota, and giving these first is not`()
        async throws
    {
        let week = TwoTeams().week {
            // Seven routine calls at home, two in team B; whoever is sent there leaves all at home.
            $0.demand("D-0", "care", contacts: 7, priority: .critical, window: 0...0)
            $0.demand("D-2", "care", contacts: 2, priority: .routine, window: 0...0)
        }
        let hand = await PlanAtHand.planned(week)
        let away = try hand.explain(line: "D-1")
        let move = try #require(away.changes.first { $0.change.hasPrefix("sending") })
        #expect(
            move.change
                == "sending P-2 to Team B instead of Team A on Mon 23 Nov am (R@B in rota.csv, row P-2, column "
                + "2026-11-23 am)")
        // Seven critical calls at £180 go, two at £45 come, £3 away from home.
        #expect(abs(move.effect.pounds + 1173) < 1e-9)
        #expect(move.effect.isExact)
        // P-2 is there and full: putting these calls first is nothing a planner can enter.
        let here = try hand.explain(line: "D-2")
        #expect(!here.changes.contains { $0.staff == "P-2" })
        #expect(!here.sentences.contains { $0.contains("before their other contacts") })
    }

    @Test func `a plan that is not the cheapest of its week is said to be so first`() async throws {
        let week = TwoTeams().week { $0.demand("D-0", "care", contacts: 1, window: 0...0) }
        let best = await PlanAtHand.planned(week)
        var poor = best.plan
        poor.contacts = []
        poor.deployments = poor.deployments.map { row in
            Deployment(
                staff: row.staff, session: row.session, team: "A", booking: row.booking, minutes: row.minutes,
                contactMinutes: 0)
        }
        let hand = PlanAtHand(week: week, plan: poor)
        #expect(best.bettered.isEmpty)
        let said = try #require(hand.bettered.first)
        #expect(said.hasPrefix("This plan is not the cheapest of its week: "))
        let line = try hand.explain(line: "D-1")
        #expect(line.sentences.contains(said))
    }

    @Test(arguments: 0..<60) func `the terms of a plan near by are those that its rows have`(seed: Int) async
    {
        let week = RandomWeek.make(seed: UInt64(seed))
        let hand = await PlanAtHand.planned(week)
        var nearby = hand.nearby
        for s in week.staff.indices where s.isMultiple(of: 2) {
            for t in week.sessions.indices where nearby.team(ofPerson: s, session: t) != nil {
                nearby.withdraw(person: s, session: t)
            }
        }
        for plan in [hand.nearby, nearby] {
            let written = PlanAudit(week: week).check(plan: PlanSketch(week, rows: plan.rows).plan).terms
            for term in PriceTerms.Term.allCases {
                #expect(abs(plan.terms[term] - written[term]) < 1e-6, "\(term)")
            }
            #expect(abs(plan.terms.total - plan.objective) < 1e-6)
        }
    }
}
