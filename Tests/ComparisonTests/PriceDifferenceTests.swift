// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Comparison
import TestSupport
import Testing
import Workforce

/// Nothing is said of a difference that a longer search of either side could turn round.
@Suite struct PriceDifferenceTests {
    @Test func `what both proofs leave open decides what is shown`() {
        func shown(_ today: Double, _ aboveBest: Double, _ plan: Double, _ bound: Double?) -> PriceDifference
        {
            PriceDifference(today: today, aboveBest: aboveBest, plan: plan, bound: bound)
        }
        #expect(shown(100, 0, 70, 70) == .better(found: 30, atLeast: 30))
        #expect(shown(100, 12, 70, 10) == .better(found: 30, atLeast: 18))
        // The rota's contacts may be above the best by more than what the plan seems to save.
        #expect(shown(100, 30, 70, 70) == .notShown(found: 30, error: 30))
        #expect(shown(100, 45, 70, 70) == .notShown(found: 30, error: 45))
        #expect(shown(70, 0, 70, 70) == .same)
        #expect(shown(70, 5, 70, 70) == .notShown(found: 0, error: 5))
        #expect(shown(70, 0, 70, 60) == .notShown(found: 0, error: 10))
        // A plan that somebody has is what it is; one that was searched for may only want a longer search.
        #expect(shown(70, 20, 100, nil) == .worse(found: 30, atLeast: 30))
        #expect(shown(70, 20, 100, 90) == .worse(found: 30, atLeast: 20))
        #expect(shown(70, 20, 100, 70) == .notShown(found: -30, error: 30))
    }

    @Test(arguments: 0..<10)
    func `what is shown of a rota and a plan is true of the best of both`(block: Int) async {
        var (better, hidden) = (0, 0)
        for seed in UInt64(block * 12)..<UInt64(block * 12 + 12) {
            let week = RandomWeek.make(seed: seed)
            // The plan of little work as today's rota, and searches of no work: both sides are badly known.
            let rough = await Self.comparison(week, Self.everybodyAtHome(week), work: 0)
            let sharp = await Self.comparison(week, Self.everybodyAtHome(week), work: 80)
            let truth = (
                today: sharp.today.plan.summary.objective - sharp.today.aboveBestContacts,
                plan: Oracle(week).best().objective
            )
            switch rough.difference {
            case .same: #expect(abs(truth.today - truth.plan) < 0.01, "seed \(seed)")
            case .better(let found, let least):
                better += 1
                #expect(least <= truth.today - truth.plan + 0.01, "seed \(seed)")
                #expect(found >= least)
                #expect(truth.today - rough.optimised.summary.objective >= least - 0.01)
                #expect(rough.verdict.contains(" better than today's rota"))
            case .worse(_, let least):
                #expect(least <= truth.plan - truth.today + 0.01, "seed \(seed)")
            case .notShown:
                hidden += 1
                #expect(rough.verdict.hasPrefix("No difference shown: "))
                #expect(!rough.verdict.contains("contacts are met"))
            }
        }
        #expect(better + hidden >= 4, "\(better), \(hidden)")
    }

    @Test func `people whom a rota and a plan have in one place give the same care`() async {
        for seed in UInt64(0)..<40 {
            let week = RandomWeek.make(seed: seed)
            let best = Oracle(week).best()
            // Without any work, the rota has the plan's contacts to begin with.
            let options = AllocationOptions(timeLimit: nil, workLimit: 0, seed: seed)
            let comparison = await RotaComparing(
                week, rota: RotaInUse(best.plan, of: week), options: options
            ).run(beside: best.plan)
            #expect(abs(comparison.saving) < 0.01, "seed \(seed)")
        }
    }

    private static func everybodyAtHome(_ week: Week) -> RotaInUse {
        var rows: [CurrentDeployment] = []
        for (s, staff) in week.staff.enumerated() {
            guard let home = staff.homeTeam else { continue }
            for t in week.sessions.indices where week.rota[s][t].duty == .rostered {
                rows.append(CurrentDeployment(staff: staff.id, session: t, team: home))
            }
        }
        return RotaInUse(rows, of: week)
    }

    private static func comparison(_ week: Week, _ rota: RotaInUse, work: Int) async -> RotaComparison {
        await RotaComparing(
            week, rota: rota, options: AllocationOptions(timeLimit: nil, workLimit: work, seed: 1)
        ).run()
    }
}
