// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Rotations
import TestSupport
import Testing

@testable import RotationPlanning

/// Dives into the relaxation, and rounds that are to stop.
@Suite struct DiveTests {
    private func shared() -> SharedStanding {
        SharedStanding(RotationOptions(timeLimit: nil, workLimit: 10), Cancellation(), nil)
    }

    @Test("a dive gives everybody a sequence, and another dive another")
    func dives() throws {
        var differing = 0
        for seed in 1...12 as ClosedRange<UInt64> {
            let tables = PlanningTables(
                RotationFacts(try RandomRotation.make(seed: seed, isTiny: false)))
            var ascent = VolumeAscent(LagrangianBound(tables), until: { false })
            let begun = RuinAndRecreate(tables, seed: seed).best
            for _ in 0..<20 { ascent.advance(upper: begun.pounds, until: { false }) }
            var generation = ColumnGeneration(ascent)
            generation.add(begun.sequences)
            try generation.run(shared(), most: .max)
            var dive = SequenceDive(generation, seed: seed)
            var found: [[[Int32]]] = []
            for _ in 0..<4 {
                let sequences = dive.run(shared(), most: .max)
                found.append(try #require(sequences))
            }
            for sequences in found {
                #expect(sequences.map(\.count) == tables.people.map(\.placeCount))
            }
            if Set(found).count > 1 { differing += 1 }
            // As many dives with the same seed are the same.
            var again = SequenceDive(generation, seed: seed)
            let first = again.run(shared(), most: .max)
            #expect(first == found[0])
        }
        #expect(differing >= 3, "\(differing)")
    }

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
