// SPDX-License-Identifier: GPL-3.0-or-later

/// An answer about a rotation plan: sentences for people, and what was tried as values for programs.
public struct RotationAnswer: Sendable, Encodable, Equatable {
    /// What was asked.
    public let question: String
    /// The answer.
    public let sentences: [String]
    /// What was tried, each with everything else as it stands.
    public let tried: [TriedPlacement]
}

/// Somebody in a post for some periods, instead of where the plan has them.
public struct TriedPlacement: Sendable, Encodable, Equatable {
    /// Who.
    public let staff: String
    /// The post.
    public let post: String
    /// The number of the first period.
    public let first: Int
    /// The number of the last period.
    public let last: Int
    /// Pounds that the plan would cost more; negative: less.
    public let pounds: Double
    /// The rules that it would break, each once, in the order of the model; none: it could be.
    public let rules: [String]
    /// What breaks them, in sentences.
    public let breaches: [String]
}

/// Why a question about a rotation plan has no answer.
public struct RotationQuestionError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong with it, and what would be right.
    public let description: String
}
