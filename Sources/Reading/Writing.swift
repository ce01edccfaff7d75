// SPDX-License-Identifier: GPL-3.0-or-later

/// How the cells of a column are written, as far as no cell can say so alone.
public struct Writing: Sendable, Equatable {
    /// What stands before the decimals of a number.
    public enum DecimalMark: Sendable {
        /// A point: a comma stands between thousands.
        case point
        /// A comma: a point stands between thousands, or before decimals where it cannot.
        case comma
        /// It cannot be told: `1,234` and `1.234` may both be 1234, or have decimals.
        case either
    }

    /// Whether what spreadsheets and people write is read as well, such as `£1,234.50`.
    public var readsHabits = false
    /// What stands before the decimals of a number.
    public var decimalMark = DecimalMark.point
    /// Which of the two numbers comes first in `03/02/2026`.
    public var dayOrder = DayOrder.dayFirst

    /// The forms of the contract and no others.
    public init() {}
}

extension Writing.DecimalMark {
    /// What the cells of a table show, whose cells semicolons separate: that is how spreadsheets save where a comma is
    /// the decimal mark, but not there alone.
    static func shown(by rows: [CSVTable.Row]) -> Writing.DecimalMark {
        let hasComma = rows.contains { row in row.cells.contains { isDecimal($0.text, UInt8(ascii: ",")) } }
        let hasPoint = rows.contains { row in row.cells.contains { isDecimal($0.text, UInt8(ascii: ".")) } }
        return hasComma == hasPoint ? .either : hasComma ? .comma : .point
    }

    /// Whether a text is a number with decimals behind a mark, and can be nothing else: `37,5`, `0,125`.
    private static func isDecimal(_ text: String, _ mark: UInt8) -> Bool {
        guard text.utf8.count <= 20, text.utf8.contains(mark) else { return false }
        let parts = text.utf8.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else {
            return false
        }
        return parts[1].count != 3 || parts[0].count > 3 || parts[0].first == UInt8(ascii: "0")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
