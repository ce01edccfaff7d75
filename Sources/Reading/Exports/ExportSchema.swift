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

    /// An export.
    public init(_ title: String, columns: [Column], neverRead: [String], hasDays: Bool = false) {
        (self.title, self.columns) = (title, columns)
        (self.neverRead, self.hasDays) = (neverRead, hasDays)
    }

    /// The columns without which it makes no sense.
    public var required: [String] { columns.filter(\.isRequired).map(\.name) }

    /// The column that a heading names; nil: none that is read.
    public func column(of heading: String) -> String? {
        let folded = Self.folded(heading)
        guard !folded.isEmpty, !Self.isOfNames(heading) else { return nil }
        return columns.first { column in
            ([column.name] + column.aliases).contains { Self.folded($0) == folded }
        }?.name
    }

    /// Whether a heading is one of those left unread on purpose.
    public func isPrivate(_ heading: String) -> Bool {
        let folded = Self.folded(heading)
        return neverRead.contains { Self.folded($0) == folded }
    }

    /// Whether a heading is of people's names and not of their numbers, such as `Staff Name`.
    static func isOfNames(_ heading: String) -> Bool {
        let plain = LookAlikes.folded(heading).lowercased().filter { $0.isLetter || $0.isNumber }
        return ["staffname", "employeename", "personname", "workername", "name", "staffmembername"].contains(
            plain)
    }

    /// A heading without what makes no difference.
    static func folded(_ heading: String) -> String {
        let plain = LookAlikes.folded(heading).lowercased().filter { $0.isLetter || $0.isNumber }
        return plain.hasSuffix("name") ? String(plain.dropLast(4)) : plain
    }
}
