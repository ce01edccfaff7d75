// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import TestSupport
import Testing
import Workforce

/// What is not worked out again of a week that differs in little, and what is left out for searches.
@Suite struct LikeWeekTests {
    @Test(
        "a week worked out like another has the model that it has by itself, whatever differs",
        Reached("the same people", atLeast: 100), Reached("other people", atLeast: 100))
    func like() {
        for seed in UInt64(0)..<120 {
            let week = RandomWeek.full(seed: seed)
            let other = Instance(week)
            let changes: [(String, (inout WeekParts) -> Void)] = [
                ("the same people", { $0.rota[0][0] = RotaMark(.available) }),
                ("the same people", { $0.staff[0].maximumHours = 4 }),
                ("the same people", { $0.staff[0].hourlyCost += 1 }),
                ("the same people", { $0.policy.agencyCap = 1 }),
                ("other people", { $0.signOffs.removeAll() }),
                ("other people", { $0.staff[0].roles = $0.staff.last?.roles ?? [] }),
                ("other people", { $0.decisions.removeAll() }),
            ]
            for (what, change) in changes {
                let changed = week.replacing(change)
                let (one, two) = (
                    WeeklyModel(Instance(changed, like: other)), WeeklyModel(Instance(changed))
                )
                #expect(one.program == two.program, "seed \(seed): \(what)")
                #expect(one.columns == two.columns, "seed \(seed): \(what)")
                Reached.here(what)
            }
        }
    }

    @Test func aModelForSearchesAloneHasTheSameColumnsAndPrices() {
        for seed in UInt64(0)..<60 {
            let instance = Instance(RandomWeek.full(seed: seed))
            let whole = WeeklyModel(instance)
            let count = whole.columns.count
            let small = WeeklyModel(instance, rulesUpTo: count)
            #expect(small.program == whole.program && small.hasRules)
            let large = WeeklyModel(instance, rulesUpTo: count - 1)
            #expect(!large.hasRules && large.columns == whole.columns)
            #expect(large.program.cost == whole.program.cost)
            #expect(large.program.rowCount < whole.program.rowCount)
        }
    }
}
