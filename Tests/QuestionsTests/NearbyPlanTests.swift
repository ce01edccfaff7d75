// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Formulation
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

@Suite struct NearbyPlanTests {
    /// The optimum of a random tiny week, found by the engine.
    private func plan(_ week: Week) async -> Plan {
        let model = WeeklyModel(Instance(week))
        let options = AllocationOptions(timeLimit: nil, workLimit: 40, seed: 1)
        let result = await AllocationEngine(model, options: options).run()
        return PlanMaker(model, result).plan(result, seed: 1, version: "test", inputs: [], timed: false)
    }

    @Test(arguments: 0..<40) func `a plan taken over is whole and costs what it says`(seed: Int) async {
        let week = RandomWeek.make(seed: UInt64(seed))
        let plan = await plan(week)
        let hand = PlanAtHand(week: week, plan: plan)
        #expect(hand.isWhole)
        #expect(abs(hand.nearby.objective - plan.summary.objective) < 0.001)
        let again = hand.nearby.plan(version: "test")
        let findings = PlanAudit(week: week).check(plan: again)
        #expect(findings.violations.isEmpty)
        #expect(abs(findings.objective - plan.summary.objective) < 0.001)
    }

    @Test(arguments: 0..<60) func `whatever is changed near to a plan, the audit finds no broken rule`(
        seed: Int
    ) async {
        let week = RandomWeek.make(seed: UInt64(seed))
        let hand = PlanAtHand(week: week, plan: await plan(week))
        for s in week.staff.indices {
            for t in week.sessions.indices {
                for k in week.teams.indices {
                    var nearby = hand.nearby
                    guard nearby.send(person: s, session: t, team: k) else { continue }
                    #expect(nearby.team(ofPerson: s, session: t) == k)
                    expectClean(nearby, week)
                }
            }
            var nearby = hand.nearby
            nearby.refit(person: s)
            #expect(nearby.objective <= hand.nearby.objective + 1e-6)
            expectClean(nearby, week)
        }
        for row in hand.plan.bookings {
            var nearby = hand.nearby
            nearby.withdraw(person: hand.person(row.staff) ?? 0, session: row.session)
            #expect(nearby.team(ofPerson: hand.person(row.staff) ?? 0, session: row.session) == nil)
            expectClean(nearby, week)
        }
    }

    private func expectClean(_ nearby: NearbyPlan, _ week: Week) {
        let findings = PlanAudit(week: week).check(plan: nearby.plan(version: "test"))
        #expect(findings.violations.isEmpty)
        #expect(abs(findings.objective - nearby.objective) < 0.001)
    }
}
