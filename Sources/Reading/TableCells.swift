// SPDX-License-Identifier: GPL-3.0-or-later

/// The rows of a table that became values, in their order, so that what is found out about a value can be told
/// where it stands.
public struct TableCells {
    private var table: CSVTable?
    private var rows: [CSVTable.Row] = []

    /// No rows yet.
    public init() {}

    /// Takes the row of the next value.
    public mutating func append(_ row: CSVTable.Row, of table: CSVTable) {
        if self.table == nil { self.table = table }
        rows.append(row)
    }

    /// The cell of a value in a column; the row itself, blank, where the table has no such column.
    public func field(_ column: String, _ index: Int) -> Field {
        guard let table, rows.indices.contains(index) else {
            return Field("", name: column, place: Place(file: ""))
        }
        return table.field(column, of: rows[index])
            ?? Field("", name: column, place: Place(file: table.file, line: rows[index].line))
    }

    /// The line on which a value stands.
    public func line(_ index: Int) -> Int { rows.indices.contains(index) ? rows[index].line : 0 }
}
