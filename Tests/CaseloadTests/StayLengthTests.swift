// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Testing

@testable import Caseload

/// Lengths of stay against what is known of their distributions.
@Suite struct StayLengthTests {
    @Test func aFixedStayEndsOnItsDay() {
        let stay = StayLength.fixed(3)
        #expect(stay.reach == [1, 1, 1])
        #expect(stay.chance(of: 3) == 1 && stay.chance(of: 2) == 0 && stay.chance(of: 4) == 0)
        #expect(StayLength.fixed(2.25).reach == [1, 1, 0.25])
        #expect(StayLength.fixed(0).reach == [1])
        #expect(StayLength.fixed(5_000).longest == StayLength.most)
    }

    @Test func aGeometricStayHasItsMeanAndItsMedian() {
        let stay = StayLength.geometric(mean: 4)
        #expect(isNear(stay.mean, 4, within: 1e-6))
        // A quarter leaves each day.
        #expect(stay.reach.prefix(4) == [1, 0.75, 0.5625, 0.421875])
        // Half are gone after ten days.
        #expect(isNear(StayLength.geometric(median: 10).chance(ofAtLeast: 11), 0.5))
        #expect(StayLength.geometric(mean: 1).reach == [1])
    }

    @Test(arguments: [(16.0, 7.0), (39, 32), (45, 35), (5, 4)])
    func aLognormalStayHasItsMeanAndItsMedian(mean: Double, median: Double) {
        let stay = StayLength.lognormal(mean: mean, median: median)
        // Rounded to whole days of at least 1, it comes to a little more where stays are short.
        #expect(abs(stay.mean - mean) < 0.06)
        // Half of stays are up to the median: of the day of it, half a day's chance is either way.
        let before = stay.chance(ofAtLeast: Int(median))
        let after = stay.chance(ofAtLeast: Int(median) + 1)
        #expect(after < 0.5 && before > 0.5)
        #expect(isNear((before + after) / 2, 0.5, within: 0.01))
    }

    @Test func countedStaysKeepTheirShares() {
        let stay = StayLength.observed([(2, 3), (5, 1)])
        #expect(stay.reach == [1, 1, 0.25, 0.25, 0.25])
        #expect(stay.mean == 2.75)
        #expect(StayLength.observed([]).reach == [1])
    }

    @Test func drawsOfAStayHaveItsChancesAlsoWhereItIsUnderWay() {
        let stay = StayLength.lognormal(mean: 16, median: 7)
        var random = SeededRandom(seed: 3)
        let number = 20_000
        for least in [1, 6] {
            let days = (0..<number).map { _ in stay.days(at: random.fineShare(), atLeast: least) }
            #expect(days.allSatisfy { $0 >= least })
            for day in [least, least + 1, 10, 20, 60] {
                let chance = stay.chance(ofAtLeast: day) / stay.chance(ofAtLeast: least)
                let share = Double(days.count { $0 >= day }) / Double(number)
                let error = (chance * (1 - chance) / Double(number)).squareRoot()
                #expect(abs(share - chance) <= 4 * error)
            }
        }
        #expect(stay.days(at: 0) == stay.longest)
        #expect(StayLength.fixed(4).days(at: 0.999, atLeast: 2) == 4)
    }
}
