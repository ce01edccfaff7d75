// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import SeededRandom

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
        var random = SeededRandom(seed: seed)
        var program = LinearProgram()
        for _ in 0..<columns {
            program.addColumn(
                cost: Double(random.within(5...20)), lower: 0, upper: 1, integer: true)
        }
        for _ in 0..<rows {
            let chosen = random.shuffled(Array(0..<columns)).prefix(5).sorted()
            program.addRow(lower: 1, upper: .infinity, chosen.map { (column: $0, coefficient: 1) })
        }
        return program
    }

    /// A small programme with all kinds of rows and whole boxed columns; often feasible.
    static func random(seed: UInt64) -> LinearProgram {
        var random = SeededRandom(seed: seed)
        var program = LinearProgram()
        let columns = random.within(1...4)
        for _ in 0..<columns {
            let lower = random.within(-2...1)
            let upper = lower + random.within(0...3)
            program.addColumn(
                cost: Double(random.within(-9...9)), lower: Double(lower),
                upper: Double(upper),
                integer: true)
        }
        for _ in 0..<random.within(0...4) {
            let side = Double(random.within(-4...8))
            switch random.within(0...3) {
            case 0: program.beginRow(lower: -.infinity, upper: side)
            case 1: program.beginRow(lower: -side, upper: .infinity)
            case 2: program.beginRow(lower: side - 2, upper: side)
            default: program.beginRow(lower: side, upper: side)
            }
            for column in 0..<columns where random.chance(1, of: 2) {
                program.addTerm(column: column, coefficient: Double(random.within(-4...4)))
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
