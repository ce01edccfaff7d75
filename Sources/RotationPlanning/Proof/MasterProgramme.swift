// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// The programme of known sequences: everybody takes one of theirs, and what people have in common holds, at a price where
/// it may be missed.
struct MasterProgramme {
    let rows: CouplingRows
    /// The programme with what is missing and with whoever is worst off, and no sequence yet.
    private(set) var program = LinearProgram()

    /// Columns before those of sequences.
    private(set) var firstColumn = 0
    /// The row of each cell by which one of its choices is taken; −1: it has none.
    private(set) var cellRow: [Int] = []

    init(_ tables: PlanningTables, _ rows: CouplingRows) {
        self.rows = rows
        var missing: [(column: Int, row: Int)] = []
        for row in 0..<rows.firstShare where rows.mayMiss[row] {
            let column = program.addColumn(
                cost: rows.highest[row], lower: 0, upper: max(0, rows.least[row]), integer: false)
            missing.append((column, row))
        }
        let dearest =
            tables.people.map { $0.frozenShare + Double($0.placeCount) * ($0.share.max() ?? 0) }.max() ?? 0
        let worst = program.addColumn(cost: tables.fairness, lower: 0, upper: dearest, integer: false)
        firstColumn = program.columnCount
        var next = 0
        for row in 0..<rows.count {
            var terms: [(column: Int, coefficient: Double)] = []
            if next < missing.count, missing[next].row == row {
                terms = [(missing[next].column, 1)]
                next += 1
            }
            if row >= rows.firstShare { terms = [(worst, 1)] }
            // A sum whose multiplier has any sign is met exactly.
            program.addRow(
                lower: rows.least[row], upper: rows.lowest[row] < 0 ? rows.least[row] : .infinity, terms)
        }
        for _ in tables.people { program.addRow(lower: 1, upper: 1, []) }
        cellRow = rows.choices.map { own in
            own == nil ? -1 : program.addRow(lower: 1, upper: 1, [])
        }
    }

    /// A choice of a cell as a column of the programme.
    func column(cell: Int, choice: Int) -> LinearProgram.Column? {
        guard let own = rows.choices[cell] else { return nil }
        let kinds = own.choices.kinds.count
        var terms: [(row: Int, coefficient: Double)] = []
        for c in 0..<kinds where own.choices.counts[choice * kinds + c] > 0 {
            terms.append((own.row + c, -own.choices.counts[choice * kinds + c]))
        }
        return LinearProgram.Column(
            cost: own.choices.pounds[choice], terms: terms + [(cellRow[cell], 1)])
    }

    /// A sequence as a column of the programme.
    func column(_ sequence: SequenceColumn, isInteger: Bool = false) -> LinearProgram.Column {
        var terms = sequence.terms.map { (row: Int($0.row), coefficient: $0.value) }
        // Several terms of a row are one.
        terms.sort { $0.row < $1.row }
        var merged: [(row: Int, coefficient: Double)] = []
        for term in terms {
            if let last = merged.last, last.row == term.row {
                merged[merged.count - 1].coefficient += term.coefficient
            } else {
                merged.append(term)
            }
        }
        merged.append((rows.count + sequence.person, 1))
        return LinearProgram.Column(cost: sequence.pounds, isInteger: isInteger, terms: merged)
    }
}
