// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Smaller coefficients that say the same of whole values, and more of fractions.
///
/// A row that says nothing once a column is at one of its bounds need not say so by a wide margin: time for 200 minutes
/// in which only 180 can be used is time for 180 (Savelsbergh, "Preprocessing and probing techniques for mixed integer
/// programming problems", 1994). Rows and columns stay where they are.
public enum CoefficientTightening {
    /// By how much a coefficient has to change to be changed.
    static let least = 1e-6
    /// The largest coefficient C up to which a row Σ w·y ≤ C·x is looked at as a knapsack.
    static let mostCapacity = 2_000.0

    /// The programme with its one-sided rows tightened. Every plan keeps them, and keeps what they were.
    public static func tightened(_ program: LinearProgram) -> LinearProgram {
        var tight = LinearProgram()
        tight.reserve(columns: program.columnCount, rows: program.rowCount, nonzeros: program.nonzeroCount)
        for column in 0..<program.columnCount {
            tight.addColumn(
                cost: program.cost[column], lower: program.lower[column], upper: program.upper[column],
                integer: program.isInteger[column])
        }
        for row in 0..<program.rowCount {
            let isUpper = program.rowLower[row] == -.infinity
            guard isUpper != (program.rowUpper[row] == .infinity) else {
                add(row, of: program, to: &tight)
                continue
            }
            var tightened = TightRow(program, row, isUpper)
            tightened.tighten()
            tight.addRow(
                lower: isUpper ? -.infinity : -tightened.side, upper: isUpper ? tightened.side : .infinity,
                tightened.terms.map { ($0.column, isUpper ? $0.coefficient : -$0.coefficient) })
        }
        return tight
    }

    private static func add(_ row: Int, of program: LinearProgram, to tight: inout LinearProgram) {
        tight.beginRow(lower: program.rowLower[row], upper: program.rowUpper[row])
        for term in program.terms(ofRow: row) {
            tight.addTerm(column: Int(program.columnIndex[term]), coefficient: program.value[term])
        }
    }
}

/// A row as a sum of at most `side`.
private struct TightRow {
    var terms: [(column: Int, coefficient: Double)] = []
    var side: Double
    private let program: LinearProgram

    init(_ program: LinearProgram, _ row: Int, _ isUpper: Bool) {
        self.program = program
        let sign = isUpper ? 1.0 : -1
        side = isUpper ? program.rowUpper[row] : -program.rowLower[row]
        for term in program.terms(ofRow: row) {
            terms.append((Int(program.columnIndex[term]), sign * program.value[term]))
        }
    }

    mutating func tighten() {
        guard terms.allSatisfy({ program.lower[$0.column].isFinite && program.upper[$0.column].isFinite })
        else { return }
        tightenByBounds()
        tightenAsKnapsack()
    }

    /// The most a term can be.
    private func most(_ term: (column: Int, coefficient: Double)) -> Double {
        term.coefficient
            * (term.coefficient > 0 ? program.upper[term.column] : program.lower[term.column])
    }

    /// Whether all there is to add up are whole numbers, whose sums are exact.
    private var isWhole: Bool {
        func isWhole(_ number: Double) -> Bool { number == number.rounded() && abs(number) < 1e9 }
        return isWhole(side)
            && terms.allSatisfy {
                isWhole($0.coefficient) && isWhole(program.lower[$0.column])
                    && isWhole(program.upper[$0.column])
            }
    }

    private mutating func tightenByBounds() {
        let isWhole = isWhole
        var all = terms.reduce(0) { $0 + most($1) }
        for index in terms.indices {
            let (column, coefficient) = terms[index]
            let (lower, upper) = (program.lower[column], program.upper[column])
            guard program.isInteger[column], lower < upper else { continue }
            guard all > side + CoefficientTightening.least else { return }
            // With the column one step from where it takes most the row says nothing, and by how much too little.
            let allowance = isWhole ? 0 : 1e-9 * (1 + abs(all) + abs(side))
            let slack = side - (all - abs(coefficient)) - allowance
            guard slack > CoefficientTightening.least, slack < abs(coefficient) else { continue }
            let change = coefficient > 0 ? -slack : slack
            terms[index].coefficient += change
            side += change * (coefficient > 0 ? upper : lower)
            all += change * (coefficient > 0 ? upper : lower)
        }
    }

    /// `Σ w·y ≤ C·x` with whole `w`: the most that whole `y` come to within `C`, in its place.
    private mutating func tightenAsKnapsack() {
        guard side == 0, let x = terms.firstIndex(where: { $0.coefficient < 0 }) else { return }
        let column = terms[x].column
        let capacity = (-terms[x].coefficient + 1e-6).rounded(.down)
        guard program.isInteger[column], program.lower[column] == 0, program.upper[column] == 1,
            capacity <= CoefficientTightening.mostCapacity
        else { return }
        var reached = [Bool](repeating: false, count: Int(capacity) + 1)
        reached[0] = true
        for (index, term) in terms.enumerated() where index != x {
            guard term.coefficient > 0, term.coefficient == term.coefficient.rounded(),
                program.isInteger[term.column], program.lower[term.column] == 0
            else { return }
            let weight = Int(term.coefficient)
            guard weight <= Int(capacity) else { continue }
            let number = min(Int(program.upper[term.column]), Int(capacity) / weight)
            for _ in 0..<number {
                var isNew = false
                for used in stride(from: Int(capacity), through: weight, by: -1)
                where reached[used - weight] && !reached[used] {
                    reached[used] = true
                    isNew = true
                }
                if !isNew { break }
            }
        }
        let best = Double(reached.lastIndex(of: true) ?? 0)
        if best < -terms[x].coefficient - CoefficientTightening.least { terms[x].coefficient = -best }
    }
}
