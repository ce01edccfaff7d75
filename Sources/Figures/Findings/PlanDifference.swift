// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What is otherwise in one plan than in another: who works where, which contacts change hands, what is met,
/// and what each term of the price saves. The plans may be of a week and of the same week with changes;
/// people and lines are told by their identifiers, so that it does not matter where they stand.
public struct PlanDifference: Sendable, Equatable, Encodable {
    /// What becomes of somebody in a session.
    public enum Kind: String, Sendable, CaseIterable, Encodable {
        /// They work, and did not.
        case calledIn = "called-in"
        /// They do not work, and did.
        case stoodDown = "stood-down"
        /// They are away, and were to work.
        case absent
        /// They work in another team.
        case moved
        /// They work in the same team, and do something else there.
        case newWork = "same-team-new-work"
    }

    /// Somebody's session that is otherwise.
    public struct Move: Sendable, Equatable, Encodable {
        /// Who.
        public let staff: String
        /// When.
        public let session: Int
        /// The team without; nil: none.
        public let from: String?
        /// The team with; nil: none.
        public let to: String?
        /// What becomes of them.
        public let kind: Kind
    }

    /// Contacts of a line in a session that somebody gives more or fewer of.
    public struct Handover: Sendable, Equatable, Encodable {
        /// The line.
        public let line: String
        /// When.
        public let session: Int
        /// Who gives or leads them.
        public let staff: String
        /// Their second worker.
        public let partner: String?
        /// By which route.
        public let route: ContactRoute
        /// How many more; negative where fewer.
        public let contacts: Int
    }

    /// A line of which more or less is met.
    public struct Met: Sendable, Equatable, Encodable {
        /// The line.
        public let line: String
        /// Contacts given without.
        public let before: Int
        /// Contacts given with.
        public let after: Int
    }

    /// Whose sessions are otherwise, in order of the roster and the sessions.
    public let moves: [Move]
    /// Contacts that change hands, in order of line, session and person.
    public let handovers: [Handover]
    /// Lines of which more or less is met, in order of their file.
    public let met: [Met]
    /// What it does to care and price.
    public let effect: Effect

    /// The difference of two plans.
    ///
    /// - Parameters:
    ///   - before: What of the plan without is decided.
    ///   - week: Its week.
    ///   - after: What of the plan with is decided.
    ///   - changed: Its week: the same, or the same with changes; its sessions are the same.
    ///   - terms: What each term of the price saves.
    public init(
        from before: PlanRows, of week: Week, to after: PlanRows, of changed: Week, saving terms: PriceTerms
    ) {
        let (without, with) = (PlanWork(before, of: week), PlanWork(after, of: changed))
        moves = without.moves(to: with, marks: changed)
        handovers = without.handovers(to: with)
        met = without.met(beside: with)
        effect = Effect(
            met: met.filter { !with.isReserve($0.line, or: without) }.map {
                (contacts: $0.after - $0.before, minutes: with.minutes(of: $0.line, or: without))
            },
            registeredMinutes: without.registeredMinutes - with.registeredMinutes, terms: terms)
    }
}

extension Effect {
    /// What a plan does beyond another.
    ///
    /// - Parameters:
    ///   - met: Contacts met besides, and the contact minutes of one of them, line by line.
    ///   - registeredMinutes: Contact minutes of registered people saved.
    ///   - terms: What each term of the price saves.
    public init(met: [(contacts: Int, minutes: Int)], registeredMinutes: Int, terms: PriceTerms) {
        self.init(
            contacts: met.reduce(0) { $0 + $1.contacts },
            hours: Double(met.reduce(0) { $0 + $1.contacts * $1.minutes }) / 60,
            registeredHours: Double(registeredMinutes) / 60, pounds: terms.total, terms: terms)
    }
}
