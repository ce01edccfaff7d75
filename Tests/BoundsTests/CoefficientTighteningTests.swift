// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import SeededRandom
import TestSupport
import Testing

@testable import Bounds

@Suite("Smaller coefficients")
struct CoefficientTighteningTests {
    @Test(
        "say the same of every whole point", Reached("changed", atLeast: 200),
        Reached("kept", atLeast: 5_000), Reached("broken", atLeast: 5_000), arguments: 1...400)
    func same(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var program = LinearProgram()
        for column in 0..<4 {
            program.addColumn(
                cost: 0, lower: 0, upper: column == 0 ? 1 : Double(1 + random.below(3)), integer: column < 3)
        }
        for _ in 0..<3 {
            let signs: Double = random.below(2) == 0 ? 1 : -1
            let rest = (1..<(random.below(2) == 0 ? 3 : 4)).map {
                (column: $0, coefficient: signs * Double(1 + random.below(6)))
            }
            // Time for contacts of somebody deployed, or any row.
            let first = (column: 0, coefficient: -signs * Double(1 + random.below(25)))
            let side = random.below(2) == 0 ? 0 : Double(random.below(9) - 3)
            program.addRow(
                lower: signs > 0 ? -.infinity : -side, upper: signs > 0 ? side : .infinity, [first] + rest)
        }
        let tight = CoefficientTightening.tightened(program)
        if tight != program { Reached.here("changed") }
        for a in 0...1 {
            for b in 0...Int(program.upper[1]) {
                for c in 0...Int(program.upper[2]) {
                    for d in 0...8 {
                        let point = [Double(a), Double(b), Double(c), program.upper[3] * Double(d) / 8]
                        let isKept = program.largestViolation(of: point) <= 1e-9
                        #expect((tight.largestViolation(of: point) <= 1e-6) == isKept)
                        Reached.here(isKept ? "kept" : "broken")
                    }
                }
            }
        }
    }

    @Test("of 200 minutes of which contacts of 60 fill 180, 180 are left")
    func byHand() {
        var program = LinearProgram()
        let deployed = program.addColumn(cost: 0, lower: 0, upper: 1, integer: true)
        let contacts = program.addColumn(cost: 0, lower: 0, upper: 5, integer: true)
        program.addRow(lower: -.infinity, upper: 0, [(contacts, 60), (deployed, -200)])
        #expect(CoefficientTightening.tightened(program).value == [60, -180])
    }

    @Test("a head that is one of more than enough counts no more than the row asks for")
    func atLeast() {
        var program = LinearProgram()
        let one = program.addColumn(cost: 0, lower: 0, upper: 1, integer: true)
        let other = program.addColumn(cost: 0, lower: 0, upper: 1, integer: true)
        program.addRow(lower: 3, upper: .infinity, [(one, 5), (other, 4)])
        let tight = CoefficientTightening.tightened(program)
        #expect(tight.value.allSatisfy { abs($0 - 3) < 1e-6 })
        #expect(tight.rowLower == [3])
    }
}
