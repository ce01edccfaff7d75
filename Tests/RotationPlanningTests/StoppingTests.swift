// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import TestSupport
import Testing

@testable import RotationPlanning

/// Rounds that are to stop.
@Suite struct StoppingTests {
    @Test("a round that is to stop gives nothing, and no bound is made of it")
    func stopping() throws {
        let tables = PlanningTables(RotationFacts(try RandomRotation.make(seed: 3, isTiny: false)))
        var asked = 0
        func soon() -> Bool {
            asked += 1
            return asked > 1
        }
        try #require(tables.people.count > 1)
        var lagrangian = LagrangianBound(tables)
        let multipliers = [Double](repeating: 0, count: lagrangian.rows.count)
        let round = lagrangian.round(multipliers, until: soon)
        #expect(round?.bound == nil)
        #expect(lagrangian.count == 1)
        #expect(VolumeAscent(LagrangianBound(tables), until: { true }).bound == 0)
        var ascent = VolumeAscent(LagrangianBound(tables), until: { false })
        let bound = ascent.bound
        ascent.advance(upper: 2 * bound + 100, until: { true })
        #expect(ascent.bound == bound)
    }
}
