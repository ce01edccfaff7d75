// SPDX-License-Identifier: GPL-3.0-or-later

/// The names a written programme gives to its rows and columns.
///
/// Short ASCII names without blanks are safest: the formats cut or mangle others. Indices count from 0.
public struct ProgramNames: Sendable {
    /// The name of the whole programme.
    public var program: String
    /// The name of the objective.
    public var objective: String
    /// The name of the row with this index.
    public var row: @Sendable (Int) -> String
    /// The name of the column with this index.
    public var column: @Sendable (Int) -> String

    /// Names from closures; by default `r1`, `r2`, … and `c1`, `c2`, ….
    public init(
        program: String = "program", objective: String = "cost",
        row: @escaping @Sendable (Int) -> String = { "r\($0 + 1)" },
        column: @escaping @Sendable (Int) -> String = { "c\($0 + 1)" }
    ) {
        self.program = program
        self.objective = objective
        self.row = row
        self.column = column
    }

    /// Names from lists; rows and columns past the end of a list keep their default name.
    public init(program: String = "program", objective: String = "cost", rows: [String], columns: [String]) {
        self.init(
            program: program, objective: objective,
            row: { $0 < rows.count ? rows[$0] : "r\($0 + 1)" },
            column: { $0 < columns.count ? columns[$0] : "c\($0 + 1)" })
    }
}
