// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Testing

@testable import Charts

@Suite("The numbers along an edge")
struct AxisTests {
    @Test(
        "are round, and hold all values between them",
        arguments: [
            ([0.0, 3], true, [0.0, 0.5, 1, 1.5, 2, 2.5, 3]),
            ([120, 980], true, [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]),
            ([-40, 60], true, [-40, -20, 0, 20, 40, 60]),
            ([2700.5, 2899], false, [2700, 2720, 2740, 2760, 2780, 2800, 2820, 2840, 2860, 2880, 2900]),
            ([], true, [0, 0.2, 0.4, 0.6, 0.8, 1]),
            ([5, 5], false, [5, 5.2, 5.4, 5.6, 5.8, 6]),
        ] as [([Double], Bool, [Double])])
    func ticks(values: [Double], fromNought: Bool, right: [Double]) {
        let ticks = Axis(around: values, fromNought: fromNought).ticks
        #expect(ticks.count == right.count)
        for (tick, wanted) in zip(ticks, right) { #expect(abs(tick - wanted) < 1e-9) }
    }

    @Test("are whole where nothing lies between")
    func whole() {
        #expect(Axis(around: [3], fromNought: true, whole: true).ticks == [0, 1, 2, 3])
        #expect(Axis(around: [0.5], fromNought: true, whole: true).ticks == [0, 1])
    }

    @Test("are few, and every value has its place among them")
    func random() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<2000 {
            let scale = [1e-6, 0.01, 1, 1e3, 1e9][random.below(5)]
            let values = (0..<4).map { _ in (Double(random.below(2_000_001)) - 1e6) * scale }
            let axis = Axis(around: values, fromNought: random.below(2) == 0)
            #expect((2...12).contains(axis.ticks.count))
            for value in values {
                #expect(axis.low <= value * (value < 0 ? 1.000001 : 0.999999))
                #expect(axis.high >= value * (value < 0 ? 1.000001 : 0.999999))
                #expect((0...1).contains(axis.share(of: value)))
            }
            #expect(zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test("are written where there is room, nought among them")
    func written() {
        let axis = Axis(around: [-2000, 7000], fromNought: true)
        #expect(axis.ticks.count == 10)
        // £7,000 takes 47 pixels, and 44 are between two ticks of 400 pixels.
        #expect(axis.written(in: .pounds, along: 400) == [-2000, 0, 2000, 4000, 6000])
        #expect(axis.written(in: .pounds, along: 4000) == axis.ticks)
    }

    @Test("pass over what is no number")
    func noNumbers() {
        #expect(Axis(around: [.nan, .infinity, -.infinity, 1e300, 4], fromNought: true).high == 4)
        #expect(Axis(around: [1], fromNought: true).share(of: .nan) == 0)
    }
}
