// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import SeededRandom
import TestSupport
import Testing

@testable import Bounds

@Suite("Rounding of rows")
struct RoundingTests {
    @Test(
        "random rows, rounded at random values, keep every whole point", Reached(atLeast: 1_000),
        arguments: 1...300)
    func rounding(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var program = LinearProgram()
        for column in 0..<4 {
            program.addColumn(
                cost: 0, lower: Double(-random.below(2)), upper: Double(1 + random.below(3)),
                integer: column < 3)
        }
        for _ in 0..<3 {
            let terms = (0..<4).map { (column: $0, coefficient: Double(random.below(15) - 7) / 2) }
            let side = Double(random.below(20)) / 3
            switch random.below(3) {
            case 0: program.addRow(lower: -.infinity, upper: side, terms)
            case 1: program.addRow(lower: -side, upper: .infinity, terms)
            default: program.addRow(lower: -side, upper: side / 2, terms)
            }
        }
        program.addRow(
            lower: -.infinity, upper: 0, [(column: 3, coefficient: 1), (column: 2, coefficient: -3)])
        for _ in 0..<20 {
            let values = (0..<4).map { column in
                program.lower[column]
                    + (program.upper[column] - program.lower[column]) * Double(random.below(1_000)) / 1_000
            }
            for cut in RoundingCuts(program).cuts(at: values) {
                #expect(cut.violation(at: values) > 0)
                expectValid(cut, program)
                Reached.here()
            }
        }
    }

    private func expectValid(_ cut: Cut, _ program: LinearProgram) {
        func points(_ column: Int) -> [Double] {
            program.isInteger[column]
                ? Array(stride(from: program.lower[column], through: program.upper[column], by: 1))
                : (0...12).map {
                    program.lower[column] + (program.upper[column] - program.lower[column]) * Double($0) / 12
                }
        }
        for a in points(0) {
            for b in points(1) {
                for c in points(2) {
                    for d in points(3) where program.largestViolation(of: [a, b, c, d]) <= 1e-9 {
                        #expect(cut.violation(at: [a, b, c, d]) <= 1e-6)
                    }
                }
            }
        }
    }
}
