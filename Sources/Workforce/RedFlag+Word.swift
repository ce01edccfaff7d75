// SPDX-License-Identifier: GPL-3.0-or-later

extension RedFlag {
    /// What people say of a flag, and nothing that a plan says: who sees to it, and that it is closed.
    public struct Word: Sendable, Hashable {
        /// Who sees to it; blank: nobody yet.
        public var owner: String
        /// That it is closed; nil: it is open.
        public var closing: Closing?

        /// What is said of a flag.
        public init(owner: String = "", closing: Closing? = nil) {
            (self.owner, self.closing) = (owner, closing)
        }

        /// It as one line, the same for the same words and for no others.
        public var line: String {
            let closed = closing.map { "closed by \($0.by) on \($0.on.iso): \($0.why)" } ?? "open"
            return (owner.isEmpty ? "nobody sees to it" : "\(owner) sees to it") + "; " + closed
        }
    }

    /// What people say of it.
    public var word: Word { Word(owner: owner, closing: closing) }

    /// The flag with other words of people's about it.
    ///
    /// - Parameter size: How bad the thing is that the flag is about; nil: nobody knows. What is closed is closed at that
    ///   size: a plan that makes it worse opens it again.
    public func saying(_ word: Word, size: Int?) -> RedFlag {
        var flag = self
        flag.owner = word.owner
        if word.closing != closing { flag.size = size ?? flag.size }
        flag.closing = word.closing
        return flag
    }
}
