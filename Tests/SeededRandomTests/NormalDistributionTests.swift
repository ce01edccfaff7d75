// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import SeededRandom

/// The normal distribution against the values that every table of it has.
@Suite struct NormalDistributionTests {
    @Test(arguments: [
        (0.5, 0.0), (0.8413447460685429, 1), (0.9, 1.2815515655446004), (0.975, 1.959963984540054),
        (0.999, 3.090232306167813), (0.025, -1.959963984540054),
    ])
    func `the value at a share is that of the tables`(_ share: Double, _ value: Double) {
        #expect(abs(NormalDistribution.value(at: share) - value) < 1e-9)
        #expect(abs(NormalDistribution.chance(below: value) - share) < 1e-12)
    }

    @Test func `a chance is never below 0 or above 1, however far out, and both sides are alike`() {
        for x in stride(from: -9.0, through: 9, by: 0.125) {
            let chance = NormalDistribution.chance(below: x)
            #expect((0...1).contains(chance), "\(x)")
            #expect(abs(chance + NormalDistribution.chance(below: -x) - 1) < 1e-15, "\(x)")
        }
    }

    @Test func `a larger share never gives a smaller value, and the ends are kept to`() {
        let values = (0...1000).map { NormalDistribution.value(at: Double($0) / 1000) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(values.allSatisfy { abs($0) <= 8 })
    }
}
