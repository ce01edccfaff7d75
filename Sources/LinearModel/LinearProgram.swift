// SPDX-License-Identifier: GPL-3.0-or-later

/// A linear or mixed-integer programme to minimise, as a value.
///
/// It is a struct of arrays with a row-major sparse matrix: built once, from the first row to the last, then
/// handed to a solver. A column has a cost, bounds and may be integer; a row bounds a sum of columns.
///
///     var program = LinearProgram()
///     let nurse = program.addColumn(cost: 3, lower: 0, upper: 5, integer: true)
///     let agency = program.addColumn(cost: 7, lower: 0, upper: 5, integer: true)
///     program.addRow(lower: 6, upper: .infinity, [(nurse, 1), (agency, 1)])
///     try program.validate()
///
/// Building refuses nothing, so that it costs nothing; `validate()` looks at all of it, and every solver calls
/// it. It is not a modelling language: no names (see `ProgramNames`), no expressions, no constant term.
public struct LinearProgram: Sendable, Equatable {
    /// What one unit of each column adds to the objective.
    public internal(set) var cost: [Double] = []
    /// The least value of each column; `-.infinity` for none.
    public internal(set) var lower: [Double] = []
    /// The greatest value of each column; `.infinity` for none.
    public internal(set) var upper: [Double] = []
    /// Whether each column takes whole values only.
    public internal(set) var isInteger: [Bool] = []

    /// The least value of each row's sum; `-.infinity` for none.
    public internal(set) var rowLower: [Double] = []
    /// The greatest value of each row's sum; `.infinity` for none.
    public internal(set) var rowUpper: [Double] = []
    /// Where each row's terms start in `columnIndex` and `value`; one entry more than there are rows.
    public internal(set) var rowStart: [Int] = [0]
    /// The column of each term, row after row.
    public internal(set) var columnIndex: [Int32] = []
    /// The coefficient of each term, row after row.
    public internal(set) var value: [Double] = []

    /// An empty programme.
    public init() {}

    /// How many columns there are.
    public var columnCount: Int { cost.count }
    /// How many rows there are.
    public var rowCount: Int { rowLower.count }
    /// How many terms the rows have together.
    public var nonzeroCount: Int { value.count }

    /// The positions, in `columnIndex` and `value`, of a row's terms.
    public func terms(ofRow row: Int) -> Range<Int> {
        rowStart[row]..<rowStart[row + 1]
    }
}
