// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Figures
import Workforce

/// An answer to a question about a plan: sentences for people, and the facts in them for programs.
public struct Answer: Sendable, Equatable, Encodable {
    /// What was asked, in words.
    public var question: String
    /// The answer, the most important sentence first.
    public var sentences: [String]
    /// People, and what keeps each from it.
    public var people: [PersonFact] = []
    /// Changes that were tried, the best first.
    public var changes: [ChangeFact] = []
    /// Changes that would meet more of a line, but of which nobody can say what they cost.
    public var unpriced: [UnpricedFact] = []
    /// The price by term without and with what was asked about; empty where no other plan was made.
    public var terms: [TermFact] = []

    /// An answer.
    public init(question: String, sentences: [String]) {
        self.question = question
        self.sentences = sentences
    }

    /// What keeps one person from giving a contact.
    public struct PersonFact: Sendable, Equatable, Encodable {
        /// Who.
        public var staff: String
        /// The session in which they are nearest to it, `2026-11-23 am`; nil where none is.
        public var session: String?
        /// What keeps them from it there, as one word.
        public var obstacle: String
        /// The same as a sentence.
        public var sentence: String
    }

    /// A change, and what it does.
    public struct ChangeFact: Sendable, Equatable, Encodable {
        /// What is changed, as a noun in a sentence.
        public var change: String
        /// The same as values, to be made in the week.
        public var changes: [Change]
        /// Who it is about; nil where it is about nobody alone.
        public var staff: String?
        /// Contacts of the line asked about that are met besides.
        public var contacts: Int
        /// What it does to the whole plan.
        public var effect: Effect
        /// Of somebody sent elsewhere: the team they leave, and contacts that are met no more; nil where that was
        /// not asked.
        public var leaves: [String]?
    }

    /// A change whose price is not known.
    public struct UnpricedFact: Sendable, Equatable, Encodable {
        /// What is changed, as a noun in a sentence.
        public var change: String
        /// The same as values.
        public var changes: [Change]
        /// Contacts of the line asked about that could be met besides.
        public var contacts: Int
        /// Why there is no price.
        public var why: String
    }

    /// A term of the price without and with a change, in pounds.
    public struct TermFact: Sendable, Equatable, Encodable {
        /// The term's name in `plan.json`.
        public var term: String
        /// Pounds without.
        public var before: Double
        /// Pounds with.
        public var after: Double
    }
}

/// A question that cannot be answered as it is put, said to the person who asked.
public struct QuestionError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, and what would be right.
    public let description: String

    init(_ description: String) { self.description = description }
}
