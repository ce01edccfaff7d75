// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of a folder as a value: its file, and its columns in order, each with what it says and an example.
///
/// Who reads the table, writes an empty one, or fills one from another program's sheet goes by this and knows no
/// column of its own.
public struct TableSchema: Sendable, Equatable {
    /// A column.
    public struct Column: Sendable, Equatable {
        /// The heading in the file.
        public let name: String
        /// Whether a table may be without it, as those of earlier versions are.
        public let isOptional: Bool
        /// What it says, for people who fill it in.
        public let meaning: String
        /// A cell as it may stand there.
        public let example: String

        /// What its cells are.
        public enum Kind: Sendable, Equatable {
            /// Words, names and marks.
            case text
            /// Numbers.
            case number
            /// Days.
            case day
        }

        /// What its cells are, as the example shows.
        public var kind: Kind {
            if DayReading(example)?.form == .iso { return .day }
            return example.isEmpty || Double(example) == nil ? .text : .number
        }

        /// A column without which the table makes no sense.
        public init(_ name: String, _ meaning: String, _ example: String) {
            self.init(name: name, isOptional: false, meaning: meaning, example: example)
        }

        /// A column that may be left out.
        public static func optional(_ name: String, _ meaning: String, _ example: String) -> Column {
            Column(name: name, isOptional: true, meaning: meaning, example: example)
        }

        private init(name: String, isOptional: Bool, meaning: String, example: String) {
            self.name = name
            self.isOptional = isOptional
            self.meaning = meaning
            self.example = example
        }
    }

    /// The file, as a path from its folder.
    public let path: String
    /// Whether the folder may be without it.
    public let isOptional: Bool
    /// What a row is, and what goes for the whole table: lines for people who fill it in.
    public let notes: [String]
    /// The columns in order.
    public let columns: [Column]
    /// Whether there is a column for each session besides, as in a rota.
    public let hasSessions: Bool

    /// A table.
    public init(
        path: String, isOptional: Bool = false, notes: [String], columns: [Column], hasSessions: Bool = false
    ) {
        self.path = path
        self.isOptional = isOptional
        self.notes = notes
        self.columns = columns
        self.hasSessions = hasSessions
    }

    /// The headings without which the table makes no sense, in order.
    public var required: [String] { columns.filter { !$0.isOptional }.map(\.name) }
    /// The headings that may be left out, in order.
    public var optional: [String] { columns.filter(\.isOptional).map(\.name) }

    /// The same table with other columns.
    public func with(_ columns: [Column]) -> TableSchema {
        TableSchema(
            path: path, isOptional: isOptional, notes: notes, columns: columns, hasSessions: hasSessions)
    }
}

extension CSVTable {
    /// Reads a table by its schema; see `read(_:required:optional:others:isExact:_:)`. Columns for sessions are left to the
    /// caller.
    public static func read(
        _ input: InputFile, _ schema: TableSchema, _ diagnostics: Diagnostics
    ) -> CSVTable? {
        read(
            input, required: schema.required, optional: schema.optional,
            others: schema.hasSessions ? .sessions : .warn, diagnostics)
    }
}
