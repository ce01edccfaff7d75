// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import LinearModel
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

@Suite struct LookBudgetTests {
    /// The findings of a plan with a budget, and those without.
    private func findings(seed: UInt64, _ budget: LookBudget) async -> (Findings, Findings) {
        let whole = await PlanAtHand.planned(RandomWeek.make(seed: seed))
        let short = PlanAtHand(plan: whole.plan, model: whole.planner.model, budget: budget)
        return (short.findings(), whole.findings())
    }

    @Test(arguments: [0, 40, 300]) func `each look is taken whole, or left out and named`(work: Int) async {
        var (taken, leftOut) = (0, 0)
        for seed in UInt64(0)..<30 {
            let (short, whole) = await findings(seed: seed, LookBudget(work: work))
            let left = short.leftOut ?? []
            #expect(whole.leftOut == nil)
            #expect(short.bookings == (left.contains(.bookings) ? [] : whole.bookings))
            #expect(short.conversions == (left.contains(.conversions) ? [] : whole.conversions))
            #expect(short.fixedTeams == (left.contains(.fixedTeams) ? nil : whole.fixedTeams))
            #expect(short.deepDives == (left.contains(.deepDives) ? [] : whole.deepDives))
            leftOut += left.count
            taken += short.fixedTeams == nil ? 0 : 1
        }
        #expect(work == 0 ? taken == 0 : taken >= 30)
        #expect(work == 300 || leftOut >= 5, "\(leftOut)")
    }

    @Test func `whoever stops them gets none, at once`() async {
        let stop = Cancellation()
        stop.cancel()
        for seed in UInt64(0)..<20 {
            let (short, _) = await findings(seed: seed, LookBudget(stop: stop))
            #expect(short.leftOut?.contains(.fixedTeams) == true)
            #expect(short.fixedTeams == nil && short.deepDives.isEmpty && short.bookings.isEmpty)
        }
    }

    @Test func `without seconds there are none`() async {
        let (short, _) = await findings(seed: 3, LookBudget(seconds: 0))
        #expect(short.leftOut?.contains(.fixedTeams) == true)
        #expect(short.fixedTeams == nil)
    }
}
