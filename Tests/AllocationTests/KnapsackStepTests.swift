// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import TestSupport
import Testing

@testable import Allocation

@Suite struct KnapsackStepTests {
    @Test func `a window over the counts finds what trying each of them finds`() {
        var random = SeededRandom(seed: 9)
        var takes = 0
        for _ in 0..<400 {
            let capacity = random.pick(0...120)
            var tried = [Double](repeating: 0, count: capacity + 1)
            for _ in 0..<3 {
                let step = KnapsackStep(
                    units: random.pick(1...9), limit: random.pick(1...80),
                    pounds: Double(random.pick(1...400)) / 8)
                let before = tried
                var slid = tried
                var (counts, others) = ([Int32](), [Int32]())
                run(step, capacity, &tried, &counts) { step, value, taken, _ in
                    step.tryCounts(capacity, &value, taken)
                }
                run(step, capacity, &slid, &others) { step, value, taken, window in
                    step.slideWindow(capacity, &value, taken, &window)
                }
                for units in 0...capacity {
                    #expect(abs(tried[units] - slid[units]) < 1e-6)
                    let taken = Int(others[units])
                    #expect(taken <= step.limit && taken * step.units <= units)
                    // The count that is remembered is one that has the worth that is claimed.
                    let worth = before[units - taken * step.units] + Double(taken) * step.pounds
                    #expect(abs(worth - slid[units]) < 1e-6)
                    takes += taken
                }
            }
        }
        #expect(takes > 10_000)
    }

    private typealias Window = UnsafeMutableBufferPointer<(index: Int, level: Double)>

    private func run(
        _ step: KnapsackStep, _ capacity: Int, _ value: inout [Double], _ taken: inout [Int32],
        _ body: (
            KnapsackStep, inout UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Int32>,
            inout Window
        ) -> Void
    ) {
        taken = [Int32](repeating: -1, count: capacity + 1)
        var window = [(index: Int, level: Double)](repeating: (0, 0), count: capacity + 1)
        value.withUnsafeMutableBufferPointer { value in
            taken.withUnsafeMutableBufferPointer { taken in
                window.withUnsafeMutableBufferPointer { window in body(step, &value, taken, &window) }
            }
        }
    }
}
