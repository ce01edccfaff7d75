// SPDX-License-Identifier: GPL-3.0-or-later

/// Up to when a week counts as worked: what has no row in `actuals.csv` was not worked up to then, and is still to come
/// after it.
public struct WorkedUntil: Sendable, Equatable {
    /// The last session that counts as worked; nil: none does, or nobody asks.
    public let session: String?
    /// The sessions after it.
    let toCome: Set<String>

    /// All of a week is over.
    public static let end = WorkedUntil(session: nil, toCome: [])

    private init(session: String?, toCome: Set<String>) {
        (self.session, self.toCome) = (session, toCome)
    }

    /// Up to a session of a week; nil: none was worked yet.
    public init(_ session: String?, in names: WeekNames) {
        let over = session.flatMap { names.sessions.firstIndex(of: $0) }
        self.init(
            session: over.map { names.sessions[$0] },
            toCome: Set(names.sessions.dropFirst(over.map { $0 + 1 } ?? 0)))
    }

    /// Up to the last session that somebody worked.
    public init(lastOf actual: [ActualSession], in names: WeekNames) {
        let worked = Set(actual.map(\.session))
        self.init(names.sessions.last { worked.contains($0) }, in: names)
    }
}
