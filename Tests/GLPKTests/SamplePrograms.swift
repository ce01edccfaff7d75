// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

extension LinearProgram {
    /// Cover 6 units, x at 3 and at most 4, y at 5 and at most 5, where 2x + y ≤ 9: x = 3, y = 3, 24 in all.
    static var cover: LinearProgram {
        var program = LinearProgram()
        let x = program.addColumn(cost: 3, lower: 0, upper: 4, integer: false)
        let y = program.addColumn(cost: 5, lower: 0, upper: 5, integer: false)
        program.addRow(lower: 6, upper: .infinity, [(x, 1), (y, 1)])
        program.addRow(lower: -.infinity, upper: 9, [(x, 2), (y, 1)])
        return program
    }

    /// Knapsack of room 10: weights 5, 4, 6, 3 and values 10, 40, 30, 50; the best are the second and fourth.
    static var knapsack: LinearProgram {
        var program = LinearProgram()
        let weights = [5.0, 4, 6, 3]
        for value in [10.0, 40, 30, 50] {
            program.addColumn(cost: -value, lower: 0, upper: 1, integer: true)
        }
        program.addRow(
            lower: -.infinity, upper: 10,
            weights.enumerated().map { (column: $0.offset, coefficient: $0.element) })
        return program
    }

    /// Whole x and y where 2x + 2y = 3: the relaxation has answers, the programme has none.
    static var parity: LinearProgram {
        var program = LinearProgram()
        let x = program.addColumn(cost: 1, lower: 0, upper: 5, integer: true)
        let y = program.addColumn(cost: 1, lower: 0, upper: 5, integer: true)
        program.addRow(lower: 3, upper: 3, [(x, 2), (y, 2)])
        return program
    }

    /// Jeroslow's programme: 2·Σx + y = n, n odd and y binary. Without cuts a huge tree alone tells y = 1.
    static func jeroslow(_ count: Int) -> LinearProgram {
        var program = LinearProgram()
        for _ in 0..<count { program.addColumn(cost: 0, lower: 0, upper: 1, integer: true) }
        let odd = program.addColumn(cost: 1, lower: 0, upper: 1, integer: true)
        program.beginRow(lower: Double(count), upper: Double(count))
        for column in 0..<count { program.addTerm(column: column, coefficient: 2) }
        program.addTerm(column: odd, coefficient: 1)
        return program
    }

    /// Set covering with unequal costs: every row wants one of five columns drawn at random.
    static func setCover(rows: Int, columns: Int, seed: UInt64) -> LinearProgram {
        var random = SplitMix(state: seed)
        var program = LinearProgram()
        for _ in 0..<columns {
            program.addColumn(
                cost: Double(Int.random(in: 5...20, using: &random)), lower: 0, upper: 1, integer: true)
        }
        for _ in 0..<rows {
            let chosen = (0..<columns).shuffled(using: &random).prefix(5).sorted()
            program.addRow(lower: 1, upper: .infinity, chosen.map { (column: $0, coefficient: 1) })
        }
        return program
    }

    /// A small programme with all kinds of rows and whole boxed columns; often feasible.
    static func random(seed: UInt64) -> LinearProgram {
        var random = SplitMix(state: seed)
        var program = LinearProgram()
        let columns = Int.random(in: 1...4, using: &random)
        for _ in 0..<columns {
            let lower = Int.random(in: -2...1, using: &random)
            let upper = lower + Int.random(in: 0...3, using: &random)
            program.addColumn(
                cost: Double(Int.random(in: -9...9, using: &random)), lower: Double(lower),
                upper: Double(upper),
                integer: true)
        }
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let side = Double(Int.random(in: -4...8, using: &random))
            switch Int.random(in: 0...3, using: &random) {
            case 0: program.beginRow(lower: -.infinity, upper: side)
            case 1: program.beginRow(lower: -side, upper: .infinity)
            case 2: program.beginRow(lower: side - 2, upper: side)
            default: program.beginRow(lower: side, upper: side)
            }
            for column in 0..<columns where Bool.random(using: &random) {
                program.addTerm(column: column, coefficient: Double(Int.random(in: -4...4, using: &random)))
            }
        }
        return program
    }

    /// The optimum by trying all values of whole boxed columns; nil where there is none.
    func optimumByEnumeration() -> Double? {
        var best: Double?
        var values = lower
        while true {
            if largestViolation(of: values) == 0 {
                best = min(best ?? .infinity, objective(of: values))
            }
            var column = 0
            while column < columnCount, values[column] == upper[column] {
                values[column] = lower[column]
                column += 1
            }
            if column == columnCount { return best }
            values[column] += 1
        }
    }
}

/// A small generator with a seed, so that every run draws the same.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
