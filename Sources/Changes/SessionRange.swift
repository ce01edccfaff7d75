// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Sessions of a week that follow one another, by their names in files; both ends belong to it.
public struct SessionRange: Sendable, Hashable, Codable {
    /// The first; nil: the week's first.
    public var from: String?
    /// The last; nil: the week's last.
    public var until: String?

    /// The sessions from one to another.
    public init(from: String? = nil, until: String? = nil) {
        self.from = from
        self.until = until
    }

    /// One session.
    public init(_ session: String) { self.init(from: session, until: session) }

    /// Every session of a week.
    public static let week = SessionRange()

    /// `on Mon 23 Nov am`, `from Mon 23 Nov am to Tue 24 Nov pm`, `all week`.
    func words(_ names: Naming) -> String {
        guard from != nil || until != nil else { return "all week" }
        if let from, from == until { return "on \(names.session(named: from))" }
        let first = from.map { "from \(names.session(named: $0))" }
        let last = until.map { "to \(names.session(named: $0))" }
        return [first, last].compactMap(\.self).joined(separator: " ")
    }
}
