// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

/// What a trial promises, planning the changed week anew keeps.
@Suite("Trials and planning anew agree in sign")
struct SignTests {
    @Test func `a delegation that is tried costs nothing, and saves no more than planning anew does`()
        async throws
    {
        var (tried, saving) = (0, 0)
        for seed in UInt64(0)..<200 {
            let week = RandomWeek.make(seed: seed)
            let activities = week.framework.activities.filter { activity in
                activity.delegated.map { $0.status != .withdrawn } ?? false
                    && week.demand.contains { $0.activity == activity.id && $0.contacts > 0 }
            }
            guard !activities.isEmpty, let before = try optimum(of: week) else { continue }
            let hand = await PlanAtHand.planned(week)
            guard hand.nearby.objective < before + 0.001 else { continue }
            for activity in activities {
                let changed = try week.applying([.supposed(.delegated(activity: activity.id))]).week
                let trial = try hand.tryDelegation(of: [activity.id])
                let after = try #require(try optimum(of: changed))
                tried += 1
                #expect(trial.effect.pounds > -0.005, "seed \(seed)")
                #expect(trial.effect.pounds < before - after + 0.005, "seed \(seed)")
                if trial.effect.pounds > 0.005 { saving += 1 }
            }
        }
        #expect(tried >= 100, "\(tried)")
        #expect(saving >= 5, "\(saving) of \(tried)")
    }

    @Test func `a sign-off in the ranking saves something once the week is planned anew, too`() async throws {
        var ranked = 0
        for seed in UInt64(0)..<150 {
            let hand = await PlanAtHand.planned(RandomWeek.make(seed: seed))
            guard let before = try optimum(of: hand.week), hand.nearby.objective < before + 0.001 else {
                continue
            }
            for value in hand.training(most: 1).ranked {
                let after = try #require(try optimum(of: hand.week.signingOff(value.staff, in: [value.need])))
                ranked += 1
                #expect(after < before, "seed \(seed), \(value)")
                #expect(value.effect.pounds < before - after + 0.005, "seed \(seed), \(value)")
            }
        }
        #expect(ranked >= 30, "\(ranked)")
    }

    @Test func `a sign-off that is tried counts, whatever is held before and after`() {
        let start = TinyWorld().start
        func held(_ rows: [(level: Int, day: Int, until: Int?)], _ level: Int) -> [Int] {
            var world = TinyWorld()
            world.days = 4
            world.signOffs = rows.map { row in
                SignOff(
                    staff: "P-2", competency: "care", level: row.level,
                    signedOffOn: start.adding(days: row.day),
                    expiresOn: row.until.map { start.adding(days: $0) })
            }
            let week = world.week.signingOff("P-2", in: [Need("care", level)])
            let after = Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)[1]
            return (0..<4).map { day in
                (1...4).last { after.holds([Need("care", $0)], on: start.adding(days: day)) } ?? 0
            }
        }
        #expect(held([], 2) == [2, 2, 2, 2])
        #expect(held([(1, -9, nil)], 2) == [2, 2, 2, 2])
        #expect(held([(1, 2, nil)], 2) == [2, 2, 2, 2], "a lower one in the week does not undo it")
        #expect(held([(3, -9, 1)], 2) == [3, 3, 2, 2], "nor does it lower what is held")
        #expect(held([(3, 2, nil)], 2) == [2, 2, 3, 3])
        #expect(held([(3, -9, nil), (1, 1, nil), (4, 3, 3)], 2) == [3, 2, 2, 4])
    }
}
