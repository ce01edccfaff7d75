// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Testing

@testable import Bounds

/// Bounds are a rounding error below what is worked out here, never above it.
@Suite("Duals that are nearly right prove more when polished")
struct DualPolishTests {
    @Test("a column that another lets in costs the bound nothing beyond that one's price")
    func ties() {
        // Up to 5 of y at £1 gained each, but only where x is, at £10: y ≤ 5 x. Nothing is ever gained.
        var program = LinearProgram()
        let y = program.addColumn(cost: -1, lower: 0, upper: 5, integer: true)
        let x = program.addColumn(cost: 10, lower: 0, upper: 1, integer: true)
        program.addRow(lower: -.infinity, upper: 0, [(y, 1), (x, -5)])
        #expect(abs(program.dualBound(rowDuals: [0]) + 5) < 1e-9)
        let polished = DualPolish(program).polished([0], of: program)
        #expect(polished == [-1])
        #expect(abs(program.dualBound(rowDuals: polished)) < 1e-9)
    }

    @Test("of several columns of which one at most may be, the best alone counts")
    func choices() {
        var program = LinearProgram()
        let columns = [-3.0, -5].map { program.addColumn(cost: $0, lower: 0, upper: 1, integer: true) }
        program.addRow(lower: -.infinity, upper: 1, columns.map { (column: $0, coefficient: 1.0) })
        #expect(abs(program.dualBound(rowDuals: [0]) + 8) < 1e-9)
        let polished = DualPolish(program).polished([0], of: program)
        #expect(polished == [-5])
        #expect(abs(program.dualBound(rowDuals: polished) + 5) < 1e-9)
    }
}
