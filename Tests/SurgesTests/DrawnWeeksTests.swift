// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Surges

/// The weeks in which draws are planned.
@Suite struct DrawnWeeksTests {
    @Test func whereCriticalCareComesFirstNoOtherWeightOfThePolicyCounts() throws {
        var world = TinyWorld()
        world.demand("D-1", "care", contacts: 1, priority: .critical, window: 0...0)
        var weights: [PolicyFigure.Path<Double>] = []
        for figure in Policy.lines.flatMap(\.figures) {
            guard case .weight(let path) = figure else { continue }
            weights.append(path)
            world.policy[keyPath: path] = 7
        }
        let surge = Surge(world.week, plan: PlanRows())
        let weeks = DrawnWeeks(
            surge.ladder, holding: surge.held, seed: 1, proves: true, isStopped: { false })
        let policy = weeks.calledForCriticalCare.week.policy
        #expect(weights.filter { policy[keyPath: $0] != 0 } == [\.unmetCriticalMinute])
        #expect(policy.unmetCriticalMinute >= 7)
        #expect(weights.count > 10)
    }
}
