// SPDX-License-Identifier: GPL-3.0-or-later

/// A workbook as a spreadsheet keeps it: its sheets in the order of their tabs.
public struct Workbook: Sendable, Equatable {
    /// The sheets.
    public var sheets: [Sheet]
    /// Whether its days are counted from 1904: numbers that show none were not told apart from days.
    public var countsFrom1904: Bool

    /// A workbook of some sheets.
    public init(sheets: [Sheet], countsFrom1904: Bool = false) {
        (self.sheets, self.countsFrom1904) = (sheets, countsFrom1904)
    }
}

/// A sheet: the cells that hold something, by row.
public struct Sheet: Sendable, Equatable {
    /// What the tab says.
    public var name: String
    /// Rows that hold something, downwards.
    public var rows: [Row]
    /// Whether the tab is hidden.
    public var isHidden: Bool
    /// The numbers of rows that are hidden and hold something: they are read like any other.
    public var hiddenRows: [Int]
    /// Columns that are hidden and hold something, from 0: they are read like any other.
    public var hiddenColumns: [Int]
    /// Cells with a formula of which the workbook does not say what came of it, such as `C7`.
    public var formulasWithoutValue: [String]

    /// A row.
    public struct Row: Sendable, Equatable {
        /// Its number, from 1.
        public let number: Int
        /// The cells that hold something, from the left.
        public var cells: [Cell]

        /// A row.
        public init(number: Int, cells: [Cell]) { (self.number, self.cells) = (number, cells) }
    }

    /// A cell.
    public struct Cell: Sendable, Equatable {
        /// Its column, from 0.
        public let column: Int
        /// What it holds.
        public let value: CellValue

        /// A cell.
        public init(column: Int, value: CellValue) { (self.column, self.value) = (column, value) }
    }

    /// A sheet.
    public init(
        name: String, rows: [Row] = [], isHidden: Bool = false, hiddenRows: [Int] = [],
        hiddenColumns: [Int] = [],
        formulasWithoutValue: [String] = []
    ) {
        (self.name, self.rows, self.isHidden) = (name, rows, isHidden)
        (self.hiddenRows, self.hiddenColumns) = (hiddenRows, hiddenColumns)
        self.formulasWithoutValue = formulasWithoutValue
    }

    /// The name of a column, from 0: `A` to `Z`, `AA` and so on.
    public static func columnName(_ column: Int) -> String {
        var (name, rest) = ("", column + 1)
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }
}

/// What a cell holds.
public enum CellValue: Sendable, Equatable {
    /// Text.
    case text(String)
    /// A number; shares are 0.5 where the sheet shows 50%.
    case number(Double)
    /// True or false.
    case boolean(Bool)
    /// A day, a time of day, or both.
    case moment(Moment)
    /// What a spreadsheet shows where a formula failed, such as `#N/A`.
    case failure(String)

    /// What is written in a table of text: days as `2026-11-23`, times as `08:00`, both with a `T` between, numbers with a
    /// point and up to 15 digits, `true` or `false`.
    public var written: String {
        switch self {
        case .text(let text), .failure(let text): text
        case .number(let number): Self.decimal(number)
        case .boolean(let value): value ? "true" : "false"
        case .moment(let moment): moment.written
        }
    }

    /// A number in the fewest digits that a spreadsheet's 15 stand for.
    static func decimal(_ number: Double) -> String {
        guard number.isFinite else { return "\(number)" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        let exponent = Int(abs(number).exponent) * 30103 / 100_000
        let scale = 14 - exponent
        guard (0...22).contains(scale) else { return "\(number)" }
        let power = (0..<scale).reduce(1.0) { value, _ in value * 10 }
        let rounded = (number * power).rounded() / power
        return "\(rounded)"
    }
}
