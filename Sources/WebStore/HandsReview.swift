// SPDX-License-Identifier: GPL-3.0-or-later

/// What a clinical review found of a line of care for two workers: how many of its contacts one may give.
public struct HandsReview: Sendable, Hashable {
    /// The demand line.
    public var line: String
    /// What the line was when it was reviewed, in words: a review is of that care and of no other.
    public var care: String
    /// Contacts that one worker may give; none: it stays with two.
    public var suitable: Int
    /// The first day from which it holds, `2026-11-23`.
    public var from: String
    /// What was seen and decided.
    public var why: String

    /// What a review found.
    public init(line: String, care: String, suitable: Int, from: String, why: String) {
        (self.line, self.care, self.suitable) = (line, care, suitable)
        (self.from, self.why) = (from, why)
    }
}

/// A review as it is kept.
public struct KeptReview: Sendable, Hashable {
    /// What it found.
    public let review: HandsReview
    /// Who recorded it.
    public let by: String
    /// When, in seconds since 1970.
    public let at: Int
}
