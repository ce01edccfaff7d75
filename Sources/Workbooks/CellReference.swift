// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a cell stands, such as `C7`: row and column from 0.
struct CellReference: Equatable {
    let row: Int
    let column: Int

    init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

    /// - Returns: Nil where that is no cell of a sheet.
    init?(_ text: some StringProtocol) {
        var (column, row, isRow) = (0, 0, false)
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !isRow:
                column = column * 26 + Int(byte - 64)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                isRow = true
                row = row * 10 + Int(byte - 48)
            default: return nil
            }
            guard column <= WorkbookLimits.columns, row <= WorkbookLimits.rows else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }

    var name: String { Sheet.columnName(column) + String(row + 1) }

    /// The corners of `A1:C3`; of one cell both are it.
    static func corners(_ text: String) -> (first: CellReference, last: CellReference)? {
        let parts = text.split(separator: ":").map { CellReference($0) }
        guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2,
            first.row <= last.row, first.column <= last.column
        else { return nil }
        return (first, last)
    }
}
