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
    @Test(arguments: 0..<40) func `a plan taken over is whole and costs what it says`(seed: Int) async {
        let week = RandomWeek.make(seed: UInt64(seed))
        let hand = await PlanAtHand.planned(week)
        #expect(hand.isWhole)
        #expect(abs(hand.nearby.objective - hand.plan.summary.objective) < 0.001)
        let again = PlanSketch(week, rows: hand.nearby.rows).plan
        let findings = PlanAudit(week: week).check(plan: again)
        #expect(findings.violations.isEmpty)
        #expect(abs(findings.objective - hand.plan.summary.objective) < 0.001)
    }

    @Test(Reached("sent", atLeast: 90), Reached("withdrawn", atLeast: 18), arguments: 0..<80)
    func `whatever is changed near to a plan, the audit finds no broken rule`(seed: Int) async {
        let week = RandomWeek.make(seed: UInt64(seed))
        let hand = await PlanAtHand.planned(week)
        for s in week.staff.indices {
            for t in week.sessions.indices {
                for k in week.teams.indices where hand.nearby.team(ofPerson: s, session: t) != k {
                    var nearby = hand.nearby
                    guard nearby.send(person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(k))
                    else { continue }
                    Reached.here("sent")
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
            Reached.here("withdrawn")
            var nearby = hand.nearby
            nearby.withdraw(person: hand.person(row.staff) ?? 0, session: row.session)
            #expect(nearby.team(ofPerson: hand.person(row.staff) ?? 0, session: row.session) == nil)
            expectClean(nearby, week)
        }
    }
}
