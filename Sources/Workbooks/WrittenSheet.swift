// SPDX-License-Identifier: GPL-3.0-or-later

/// A sheet to be written: its cells with how they look, and what helps people fill it in.
public struct WrittenSheet: Sendable, Equatable {
    /// What the tab is to say: 1 to 31 characters, none of `[ ] : * ? / \`.
    public var name: String
    /// The rows, from the top; cells from the left.
    public var rows: [[Cell]]
    /// Rows at the top, and columns at the left, that stay in sight.
    public var frozen: (rows: Int, columns: Int) { didSet { filters = filters && frozen.rows > 0 } }
    /// Whether the last of the frozen rows has filters.
    public var filters: Bool
    /// Rows at the foot that sum up the others, and that filters leave where they are.
    public var footers: Int
    /// Widths of the columns in characters, from the left; the last holds for those after it.
    public var widths: [Double]
    /// Lists to choose from, for rows below the heading.
    public var choices: [Choice]

    /// A cell.
    public struct Cell: Sendable, Equatable {
        /// What it holds; nil: nothing, but it may be coloured.
        public var value: CellValue?
        /// How it looks.
        public var look: Look
        /// A note that opens over it.
        public var note: String?

        /// A cell.
        public init(_ value: CellValue? = nil, look: Look = Look(), note: String? = nil) {
            (self.value, self.look, self.note) = (value, look, note)
        }
    }

    /// How a cell looks.
    public struct Look: Sendable, Hashable {
        /// How a number is shown.
        public enum NumberFormat: Sendable, Hashable {
            /// As many digits as it has.
            case plain
            /// Pounds and pence.
            case pounds
            /// A share in per cent, with a decimal.
            case share
            /// Text, whatever is typed: identifiers keep their zeros.
            case text
        }

        /// Whether it is a heading.
        public var isHeading: Bool
        /// The colour behind it, such as `0xDDEEFF`; nil: none.
        public var colour: UInt32?
        /// How a number is shown.
        public var format: NumberFormat

        /// A look.
        public init(isHeading: Bool = false, colour: UInt32? = nil, format: NumberFormat = .plain) {
            (self.isHeading, self.colour, self.format) = (isHeading, colour, format)
        }
    }

    /// What may be chosen in a column.
    public struct Choice: Sendable, Equatable {
        /// The columns, from 0.
        public let columns: ClosedRange<Int>
        /// The rows, from 0.
        public let rows: ClosedRange<Int>
        /// What there is to choose from.
        public let values: Values
        /// Whether something else may be typed all the same.
        public let isOpen: Bool

        /// What there is to choose from.
        public enum Values: Sendable, Equatable {
            /// Words; together at most 255 characters, else none are offered.
            case words([String])
            /// What stands in the rows of a column of a sheet of the workbook, both from 0.
            case cells(of: String, column: Int, rows: ClosedRange<Int>)
        }

        /// What may be chosen.
        public init(columns: ClosedRange<Int>, rows: ClosedRange<Int>, _ values: Values, isOpen: Bool = true)
        {
            (self.columns, self.rows, self.values, self.isOpen) = (columns, rows, values, isOpen)
        }
    }

    /// A sheet.
    public init(
        name: String, rows: [[Cell]] = [], frozen: (rows: Int, columns: Int) = (0, 0), filters: Bool = false,
        footers: Int = 0, widths: [Double] = [], choices: [Choice] = []
    ) {
        (self.name, self.rows, self.frozen) = (name, rows, frozen)
        (self.filters, self.footers, self.widths, self.choices) = (filters, footers, widths, choices)
    }

    /// Whether two sheets are the same.
    public static func == (one: WrittenSheet, other: WrittenSheet) -> Bool {
        one.name == other.name && one.rows == other.rows && one.frozen == other.frozen
            && one.filters == other.filters && one.footers == other.footers && one.widths == other.widths
            && one.choices == other.choices
    }
}
