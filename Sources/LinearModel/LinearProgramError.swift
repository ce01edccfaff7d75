// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a programme cannot be given to a solver. Columns and rows are counted from 0, as in `LinearProgram`.
public enum LinearProgramError: Error, Equatable, CustomStringConvertible {
    /// A row or a column, for errors that both can have.
    public enum Place: Sendable, Equatable, CustomStringConvertible {
        /// The column with this index.
        case column(Int)
        /// The row with this index.
        case row(Int)

        /// For messages: `column 3`.
        public var description: String {
            switch self {
            case .column(let column): "column \(column)"
            case .row(let row): "row \(row)"
            }
        }
    }

    /// A cost is NaN or infinite.
    case costNotFinite(column: Int, value: Double)
    /// A coefficient is NaN or infinite.
    case coefficientNotFinite(row: Int, column: Int, value: Double)
    /// A bound is NaN.
    case boundNotANumber(Place)
    /// The lower bound is above the upper one, or no finite value lies between them.
    case emptyBounds(Place, lower: Double, upper: Double)
    /// An integer column has a bound that is no whole number.
    case fractionalBound(column: Int, bound: Double)
    /// A row has a term in a column that does not exist.
    case columnOutOfRange(row: Int, column: Int, columnCount: Int)
    /// A column has a term in a row that does not exist.
    case rowOutOfRange(column: Int, row: Int, rowCount: Int)
    /// A row has two terms in the same column.
    case duplicateColumn(row: Int, column: Int)
    /// A term was added before any row was begun.
    case termBeforeFirstRow

    /// What is wrong and where, and what to do about it.
    public var description: String {
        switch self {
        case .costNotFinite(let column, let value):
            "The cost of column \(column) is \(value); give a finite cost."
        case .coefficientNotFinite(let row, let column, let value):
            "The coefficient of column \(column) in row \(row) is \(value); give a finite coefficient."
        case .boundNotANumber(let place):
            "A bound of \(place) is not a number; use an infinity where there is no bound."
        case .emptyBounds(let place, let lower, let upper):
            "The bounds of \(place) leave no value: from \(lower) to \(upper)."
        case .fractionalBound(let column, let bound):
            "The integer column \(column) has the bound \(bound); round it inwards."
        case .columnOutOfRange(let row, let column, let columnCount):
            "Row \(row) has a term in column \(column), but there are \(columnCount) columns."
        case .rowOutOfRange(let column, let row, let rowCount):
            "Column \(column) has a term in row \(row), but there are \(rowCount) rows."
        case .duplicateColumn(let row, let column):
            "Row \(row) has two terms in column \(column); add them into one."
        case .termBeforeFirstRow:
            "A term was added before the first row; begin a row first."
        }
    }
}
