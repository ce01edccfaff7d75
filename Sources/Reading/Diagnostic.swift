// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing to know about the input: where it stands, what is there and what would be right.
public struct Diagnostic: Sendable, Equatable, Codable, Error {
    /// How grave it is.
    public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
        /// The input cannot be planned from.
        case error
        /// The input can be planned from, but somebody should look.
        case warning
        /// How something unusual was read.
        case notice

        /// Whether the one is graver than the other.
        public static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }

        private var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }
    }

    /// How grave it is.
    public let severity: Severity
    /// The file, as a path from the week's folder.
    public let file: String
    /// The line, from 1; nil where the whole file is meant.
    public let line: Int?
    /// The column, from 1, counted in characters (Unicode scalars); nil where the whole line is meant.
    public let column: Int?
    /// The cell of a sheet, such as `C7`; nil in a file of text. `file` is then what the sheet's tab says.
    public let cell: String?
    /// The table column or the key concerned, where there is one.
    public let field: String?
    /// What stands there, shortened where long.
    public let found: String?
    /// What would be right.
    public let expected: String?
    /// What is wrong, in one sentence that says what stands there.
    public let message: String

    /// A diagnostic at a place.
    public init(
        _ severity: Severity, at place: Place, field: String? = nil, found: String? = nil,
        expected: String? = nil, message: String
    ) {
        self.severity = severity
        self.file = place.file
        self.line = place.line
        self.column = place.column
        self.cell = place.cell
        self.field = field
        self.found = found.map(Self.shortened)
        self.expected = expected
        self.message = message
    }

    /// Text fit to be shown on a line: control characters, and blanks and hyphens that look like others, made
    /// visible; 80 characters at most.
    public static func shortened(_ text: String) -> String {
        var shown = ""
        for (count, scalar) in text.unicodeScalars.enumerated() {
            guard count < 80 else { return shown + "…" }
            let category = scalar.properties.generalCategory
            let isBlank = category == .spaceSeparator && scalar != " "
            if category == .control || category == .format || isBlank || scalar == "\u{2011}" {
                shown += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `staff.csv:7:12: error: …`, and what would be right on a second line where the message does not say it.
    public var description: String {
        let position = cell.map { "!" + $0 } ?? [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
        let first = "\(file)\(position): \(severity.rawValue): \(message)"
        guard let expected, !message.contains(expected) else { return first }
        return first + "\n    expected: \(expected)"
    }
}

extension Diagnostic: Comparable {
    /// By file, line and column; then the graver first; then by message.
    public static func < (one: Diagnostic, other: Diagnostic) -> Bool {
        if one.file != other.file { return one.file < other.file }
        if one.line != other.line { return (one.line ?? 0) < (other.line ?? 0) }
        if one.column != other.column { return (one.column ?? 0) < (other.column ?? 0) }
        if one.severity != other.severity { return one.severity < other.severity }
        return one.message < other.message
    }
}

/// A place in an input file.
public struct Place: Sendable, Equatable {
    /// The file, as a path from the week's folder.
    public let file: String
    /// The line, from 1; nil where the whole file is meant.
    public let line: Int?
    /// The column, from 1, counted in Unicode scalars; nil where the whole line is meant.
    public let column: Int?

    /// The cell of a sheet, such as `C7`; nil in a file of text. `file` is then what the sheet's tab says.
    public let cell: String?

    /// A place.
    public init(file: String, line: Int? = nil, column: Int? = nil, cell: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.cell = cell
    }
}
