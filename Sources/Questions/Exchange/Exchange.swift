// SPDX-License-Identifier: GPL-3.0-or-later

/// A session that somebody gives to somebody else, for one of theirs or for nothing.
public struct Exchange: Sendable, Hashable {
    /// Who gives it, by identifier.
    public var giver: String
    /// The session, `2026-11-24 am`.
    public var session: String
    /// Who takes it, by identifier.
    public var taker: String
    /// The session that the taker gives for it; nil: none.
    public var inReturn: String?

    /// An exchange.
    public init(giver: String, session: String, taker: String, inReturn: String? = nil) {
        (self.giver, self.session, self.taker, self.inReturn) = (giver, session, taker, inReturn)
    }
}
