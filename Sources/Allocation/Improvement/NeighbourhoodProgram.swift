// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Cuts the programme of some free columns out of the weekly model, all others fixed where the incumbent has them.
///
/// Columns that a row forces to 0 (no demand left of a line, say) and rows that cannot bind are left out: most of
/// a neighbourhood's columns are such, and the solver's own presolve is slower at it.
struct NeighbourhoodExtractor: Sendable {
    let program: LinearProgram
    let matrix: ColumnMatrix
    private var localRow: [Int32]
    private var isFree: [Bool]

    init(_ program: LinearProgram) {
        self.program = program
        matrix = ColumnMatrix(program)
        localRow = [Int32](repeating: -1, count: program.rowCount)
        isFree = [Bool](repeating: false, count: program.columnCount)
    }

    /// The programme of the free columns that are left, and which columns of the model they are.
    struct Extract {
        var program: LinearProgram
        var columns: [Int]
        /// Free columns that rows force to 0 though the incumbent has them above it: none in a feasible incumbent.
        var fixed: Int
        /// The price of the free columns in the incumbent.
        var currentCost: Double
    }

    private struct LocalRow {
        let row: Int
        var lower: Double
        var upper: Double
        var terms: [(column: Int, coefficient: Double)] = []
    }

    mutating func extract(_ free: [Int], from incumbent: Incumbent) -> Extract {
        var rows = gather(free, incumbent)
        defer {
            for row in rows { localRow[row.row] = -1 }
            for column in free { isFree[column] = false }
        }
        for column in free { isFree[column] = true }
        let fixed = forceZeros(&rows, incumbent)
        return build(free, rows, incumbent, fixed)
    }

    /// The rows that free columns touch, with what the fixed columns leave of their bounds.
    private mutating func gather(_ free: [Int], _ incumbent: Incumbent) -> [LocalRow] {
        var rows: [LocalRow] = []
        for column in free {
            for term in matrix.terms(ofColumn: column) {
                let row = Int(matrix.row[term])
                if localRow[row] < 0 {
                    localRow[row] = Int32(rows.count)
                    let activity = incumbent.activity[row]
                    rows.append(
                        LocalRow(
                            row: row, lower: program.rowLower[row] - activity,
                            upper: program.rowUpper[row] - activity))
                }
                let local = Int(localRow[row])
                let coefficient = matrix.value[term]
                rows[local].terms.append((column, coefficient))
                rows[local].lower += coefficient * incumbent.values[column]
                rows[local].upper += coefficient * incumbent.values[column]
            }
        }
        return rows
    }

    /// Fixes columns at 0 where a row of non-negative columns has nothing left, until none is found.
    private mutating func forceZeros(_ rows: inout [LocalRow], _ incumbent: Incumbent) -> Int {
        var fixed = 0
        var found = true
        while found {
            found = false
            for r in rows.indices where abs(rows[r].upper) < 1e-9 {
                let terms = rows[r].terms.filter { isFree[$0.column] }
                guard !terms.isEmpty,
                    terms.allSatisfy({ $0.coefficient > 0 && program.lower[$0.column] >= 0 })
                else { continue }
                for term in terms {
                    if incumbent.values[term.column] > 1e-9 { fixed += 1 }
                    isFree[term.column] = false
                }
                found = true
            }
        }
        return fixed
    }

    private func build(_ free: [Int], _ rows: [LocalRow], _ incumbent: Incumbent, _ fixed: Int) -> Extract {
        var extract = Extract(program: LinearProgram(), columns: [], fixed: fixed, currentCost: 0)
        var local: [Int: Int] = [:]
        for column in free where isFree[column] {
            local[column] = extract.columns.count
            extract.columns.append(column)
            extract.currentCost += program.cost[column] * incumbent.values[column]
            _ = extract.program.addColumn(
                cost: program.cost[column], lower: program.lower[column], upper: program.upper[column],
                integer: program.isInteger[column])
        }
        for row in rows {
            let terms = row.terms.filter { isFree[$0.column] }
            var least = 0.0
            var most = 0.0
            for (column, coefficient) in terms {
                let ends = (coefficient * program.lower[column], coefficient * program.upper[column])
                least += min(ends.0, ends.1)
                most += max(ends.0, ends.1)
            }
            if least >= row.lower - 1e-9, most <= row.upper + 1e-9 { continue }
            let localTerms = terms.map { (column: local[$0.column] ?? 0, coefficient: $0.coefficient) }
            _ = extract.program.addRow(
                lower: Self.tidy(row.lower), upper: Self.tidy(row.upper), localTerms)
        }
        return extract
    }

    /// Rounds off what adding and taking away left of a whole number.
    private static func tidy(_ value: Double) -> Double {
        let rounded = (value * 1e6).rounded() / 1e6
        return abs(rounded - value) < 1e-8 ? rounded : value
    }
}
