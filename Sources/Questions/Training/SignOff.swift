// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Workforce

/// A sign-off somebody does not hold yet, and what it is worth to a plan.
public struct SignOffValue: Sendable, Equatable, Encodable {
    /// Who.
    public let staff: String
    /// In what.
    public let competency: String
    /// At which level.
    public let level: Int
    /// What it does to the plan: proved, where the week is small enough, and otherwise confirmed by planning
    /// near to it with the sign-off and without, with the same work for each sign-off of the list.
    public let effect: Effect

    /// The need that the sign-off meets.
    var need: Need { Need(competency, level) }
}

/// Several sign-offs chosen together, and what they are worth to a plan.
public struct SignOffSet: Sendable, Equatable, Encodable {
    /// The sign-offs, in order of the roster.
    public let signOffs: [Item]
    /// What they do to the plan together, in the same way.
    public let effect: Effect

    /// One sign-off of several.
    public struct Item: Sendable, Equatable, Encodable {
        /// Who.
        public let staff: String
        /// In what.
        public let competency: String
        /// At which level.
        public let level: Int
    }
}

/// What sign-offs would be worth to a plan.
public struct TrainingValue: Sendable, Equatable, Encodable {
    /// Single sign-offs, those that save most first. Those that save nothing are left out.
    public let ranked: [SignOffValue]
    /// How many single sign-offs were looked at, and how many of them were confirmed by planning anew.
    public let considered: Int
    /// How many of them were tried by planning anew.
    public let tried: Int
    /// The best set of at most so many sign-offs; nil where none saves anything.
    public let best: SignOffSet?
    /// What to know of the plan itself before any of it: that it is not the cheapest of its week, say.
    let bettered: [String]

    private enum CodingKeys: CodingKey { case ranked, considered, tried, best }
}

/// The fewest sign-offs with which a demand line can be met in full.
public struct FewestSignOffs: Sendable, Equatable, Encodable {
    /// The line.
    public let line: String
    /// Contacts of it that go unmet in the plan.
    public let unmet: Int
    /// The sign-offs; empty where none is needed, nil where no set of those considered is enough.
    public let signOffs: [SignOffSet.Item]?
    /// Whether no smaller set of those considered can do, with everybody in the team the plan has them in;
    /// otherwise the search for one was cut short.
    public let isFewest: Bool
    /// What becomes of the plan with them, the line met in full whatever that costs; nil where no set is
    /// enough.
    public let effect: Effect?
}
