// SPDX-License-Identifier: GPL-3.0-or-later

/// A table as a value: shown to people, rounded, and written exactly as a CSV.
///
///     Table(
///         name: "care-by-priority", caption: "Care by priority",
///         columns: [.text("Priority", "priority"), .number("Contacts wanted", "contacts_wanted")],
///         rows: [[.text("Urgent"), .count(12)]])
///
/// The first cell of a row is its header. Cells hold exact values: the page rounds them, the CSV does not.
public struct Table: Sendable, Equatable {
    /// The stem of its file, such as `utilisation-by-person`: small letters, digits and hyphens, unique on a page.
    public var name: String
    /// What stands above it, unique on a page.
    public var caption: String
    /// The columns.
    public var columns: [Column]
    /// The rows, with a cell a column.
    public var rows: [[Cell]]
    /// A last row that sums up the others.
    public var total: [Cell]?
    /// The sentence that stands there instead where there are no rows.
    public var whenEmpty: String

    /// A table.
    public init(
        name: String, caption: String, columns: [Column], rows: [[Cell]], total: [Cell]? = nil,
        whenEmpty: String = "None."
    ) {
        self.name = name
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.total = total
        self.whenEmpty = whenEmpty
    }

    /// Where its CSV lies, from the folder of the page: `tables/….csv`, but `metrics.csv` for the table of that name.
    public var path: String { name == "metrics" ? "metrics.csv" : "tables/\(name).csv" }

    /// A column.
    public struct Column: Sendable, Equatable {
        /// What a column holds.
        public enum Kind: Sendable, Equatable {
            /// A few words.
            case text
            /// Sentences, which get more room.
            case prose
            /// Numbers of one unit, or of several where each row says its own.
            case number
        }

        /// The heading that people read.
        public var title: String
        /// The heading in the CSV, in `snake_case`.
        public var name: String
        /// What it holds.
        public var kind: Kind

        /// A column.
        public init(title: String, name: String, kind: Kind) {
            self.title = title
            self.name = name
            self.kind = kind
        }

        /// A column of words.
        public static func text(_ title: String, _ name: String) -> Column {
            Column(title: title, name: name, kind: .text)
        }

        /// A column of sentences.
        public static func prose(_ title: String, _ name: String) -> Column {
            Column(title: title, name: name, kind: .prose)
        }

        /// A column of numbers.
        public static func number(_ title: String, _ name: String) -> Column {
            Column(title: title, name: name, kind: .number)
        }
    }

    /// What stands in one place of a table, exactly.
    public enum Cell: Sendable, Equatable {
        /// Words.
        case text(Phrase)
        /// A whole number.
        case count(Int)
        /// Hours; the page shows one decimal. Nil: there is no such figure.
        case hours(Double?)
        /// Minutes; the page shows at most one decimal.
        case minutes(Double?)
        /// Pounds; the page shows pence.
        case pounds(Double?)
        /// A share of 1; the page shows it in per cent with one decimal.
        case share(Double?)
        /// One amount for one of another; the page shows two decimals.
        case ratio(Double?)
        /// Nothing.
        case blank

        /// Words.
        ///
        /// - Parameters:
        ///   - text: What people read.
        ///   - link: The place on the page that they lead to, with its `#`.
        ///   - anchor: The name by which other places on the page lead here.
        ///   - title: What more there is to say.
        ///   - exact: What the CSV says instead, such as a session's name in the plan's files.
        public static func text(
            _ text: String, link: String? = nil, anchor: String? = nil, title: String? = nil,
            exact: String? = nil
        ) -> Cell {
            .text(Phrase(text: text, link: link, anchor: anchor, title: title, exact: exact))
        }
    }

    /// Words in a cell.
    public struct Phrase: Sendable, Equatable {
        /// What people read.
        public var text: String
        /// The place on the page that they lead to, with its `#`.
        public var link: String?
        /// The name by which other places on the page lead here.
        public var anchor: String?
        /// What more there is to say.
        public var title: String?
        /// What the CSV says instead.
        public var exact: String?
    }
}
