// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Formulation
import GLPK
import TestSupport
import Testing
import Workforce

/// What could be delegated has its price whether it is open or not, so that opening it is never bought dear.
@Suite("Allowing a delegation never makes a plan dearer")
struct DelegationPriceTests {
    private func optimum(of week: Week) throws -> Double {
        let result = try GLPKSolver().solveInteger(WeeklyModel(Instance(week)).program)
        #expect(result.termination == .optimal)
        return try #require(result.objective)
    }

    /// Whether the activity is not open to everybody everywhere as it is.
    private func isClosedSomewhere(_ activity: Activity, _ week: Week) -> Bool {
        let decisions = DelegationDecisions(week.decisions, of: week.staff)
        return week.decisions.contains { $0.activity == activity.id && $0.ruling == .refuse }
            || week.teams.contains { team in
                (0..<week.days).contains {
                    !decisions.isOpen(activity, in: team.id, on: week.start.adding(days: $0))
                }
            }
    }

    @Test("of random weeks with a proposed, lapsed or refused one")
    func allowing() throws {
        var (tried, cheaper) = (0, 0)
        for seed in UInt64(0)..<500 {
            let week = RandomWeek.make(seed: seed)
            let closed = week.framework.activities.filter { activity in
                activity.delegated.map { $0.status != .withdrawn } ?? false
                    && isClosedSomewhere(activity, week)
                    && week.demand.contains { $0.activity == activity.id }
            }
            guard !closed.isEmpty else { continue }
            let before = try optimum(of: week)
            for activity in closed {
                let after = try optimum(
                    of: week.applying([.supposed(.delegated(activity: activity.id))]).week)
                tried += 1
                #expect(after <= before + 0.001, "seed \(seed), \(activity.id): £\(before) to £\(after)")
                if after < before - 0.01 { cheaper += 1 }
            }
        }
        #expect(tried >= 120, "\(tried)")
        #expect(cheaper >= 10, "\(cheaper) of \(tried)")
    }
}
