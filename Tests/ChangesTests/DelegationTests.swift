// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import TestSupport
import Testing
import Workforce

@Suite("Delegation that is supposed")
struct SupposedDelegationTests {
    private func week(_ status: DelegatedRoute.Status, _ decisions: [DelegationDecision] = []) -> Week {
        var world = TinyWorld()
        world.days = 7
        world.activities[1].delegated?.status = status
        world.activities[1].delegated?.reviewOn = world.start.adding(days: 3)
        world.decisions = decisions
        return world.week
    }

    private func refusal(_ activity: String, staff: String? = nil) -> DelegationDecision {
        DelegationDecision(
            activity: activity, staff: staff, .refuse, reason: "", by: "lead", on: TinyWorld().start)
    }

    @Test("It is open to everyone for the whole week, and nothing else changes")
    func opened() throws {
        let before = week(.proposed, [refusal("rehabilitation", staff: "P-2"), refusal("care")])
        let after = try before.applying([.supposed(.delegated(activity: "rehabilitation"))]).week
        #expect(after.decisions == [refusal("care")])
        let decisions = DelegationDecisions(after.decisions, of: after.staff)
        for day in 0..<7 {
            let on = before.start.adding(days: day)
            #expect(
                decisions.openRoutes(to: after.framework.activities[1], for: "P-2", in: "A", on: on) == .all)
        }
        var same = after.framework
        same.activities[1].delegated = before.framework.activities[1].delegated
        #expect(same == before.framework)
    }

    @Test("What cannot be supposed says why")
    func refused() {
        for (activity, reason) in [
            ("rehap", ChangeError.Reason.unknown(.activity, "rehap")),
            ("care", .noRoute(.delegated, activity: "care")),
            ("rehabilitation", .withdrawn(activity: "rehabilitation")),
        ] {
            let error = #expect(throws: ChangeError.self) {
                try week(.withdrawn).applying([.supposed(.delegated(activity: activity))])
            }
            #expect(error?.problems.map(\.reason) == [reason])
        }
    }
}
