// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What an audit of a rotation plan found.
public struct RotationFindings: Sendable, Equatable {
    /// Rules broken, by rule and then in the order of the files.
    public let violations: [RotationViolation]
    /// The price by term, worked out from the rows alone.
    public let price: RotationPrice

    /// Whether the plan keeps every rule.
    public var isClean: Bool { violations.isEmpty }
}

/// A rule that a rotation plan breaks.
public struct RotationViolation: Sendable, Equatable {
    /// Which rule.
    public let rule: RotationRule
    /// Who, where it is about a person.
    public let staff: String?
    /// The post, where it is about one.
    public let post: String?
    /// The number of the period, from 1, where it is about one; of a block its first.
    public let period: Int?
    /// The breach in plain English, with its figures.
    public let sentence: String

    init(
        _ rule: RotationRule, staff: String? = nil, post: String? = nil, period: Int? = nil,
        _ sentence: String
    ) {
        self.rule = rule
        self.staff = staff
        self.post = post
        self.period = period
        self.sentence = sentence
    }
}
