// SPDX-License-Identifier: GPL-3.0-or-later

/// The columns of another program's export that are read: a list of what may be read, and nothing else ever is.
///
/// Headings are told apart from capitals, blanks, underscores and other marks, and from an ending `Name`: `Employee Type`,
/// `EMPLOYEE_TYPE` and `EmployeeTypeName` are one.
public struct ExportSchema: Sendable, Equatable {
    /// A column that is read.
    public struct Column: Sendable, Equatable {
        /// What it is called here, and in messages.
        public let name: String
        /// Other headings that it has.
        public let aliases: [String]
        /// Whether the export makes no sense without it.
        public let isRequired: Bool

        /// A column without which the export makes no sense.
        public static func required(_ name: String, or aliases: String...) -> Column {
            Column(name: name, aliases: aliases, isRequired: true)
        }

        /// A column that may be missing.
        public static func optional(_ name: String, or aliases: String...) -> Column {
            Column(name: name, aliases: aliases, isRequired: false)
        }
    }

    /// What the export is called, for people.
    public let title: String
    /// The columns that are read.
    public let columns: [Column]
    /// Headings that are known and left unread on purpose, because they are about people in a way no plan needs.
    public let neverRead: [String]
    /// Whether headings that are days or sessions are read, too.
    public let hasDays: Bool
    /// The column of each heading that it may have, and the headings left unread, without what makes no difference: they are
    /// asked for every cell of the first rows.
    private let byHeading: [String: String]
    private let unread: Set<String>

    /// An export.
    public init(_ title: String, columns: [Column], neverRead: [String], hasDays: Bool = false) {
        (self.title, self.columns) = (title, columns)
        (self.neverRead, self.hasDays) = (neverRead, hasDays)
        let headings = columns.flatMap { column in
            ([column.name] + column.aliases).map { (Self.folded($0), column.name) }
        }
        byHeading = Dictionary(headings) { first, _ in first }
        unread = Set(neverRead.map(Self.folded))
    }

    /// The columns without which it makes no sense.
    public var required: [String] { columns.filter(\.isRequired).map(\.name) }

    /// The column that a heading names; nil: none that is read.
    public func column(of heading: String) -> String? {
        let plain = Self.plain(heading)
        return plain.isEmpty || Self.ofNames.contains(plain) ? nil : byHeading[Self.withoutName(plain)]
    }

    /// Whether a heading is one of those left unread on purpose.
    public func isPrivate(_ heading: String) -> Bool {
        unread.contains(Self.folded(heading))
    }

    /// Whether a heading is of people's names and not of their numbers, such as `Staff Name`.
    static func isOfNames(_ heading: String) -> Bool { ofNames.contains(plain(heading)) }

    private static let ofNames: Set<String> = [
        "staffname", "employeename", "personname", "workername", "name", "staffmembername",
    ]

    /// A heading without what makes no difference.
    static func folded(_ heading: String) -> String { withoutName(plain(heading)) }

    private static func withoutName(_ plain: String) -> String {
        plain.hasSuffix("name") ? String(plain.dropLast(4)) : plain
    }

    private static func plain(_ heading: String) -> String {
        let folded = LookAlikes.folded(heading)
        guard folded.utf8.contains(where: { $0 > 127 }) else {
            // Most headings. Every cell of the first rows is asked, and what a letter is in all alphabets takes long.
            return String(decoding: folded.utf8.compactMap(Self.letterOrDigit), as: UTF8.self)
        }
        return folded.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// A small letter or a digit; nil: another mark.
    private static func letterOrDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
        case _: nil
        }
    }
}
