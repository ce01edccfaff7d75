// SPDX-License-Identifier: GPL-3.0-or-later

/// What whoever was in charge decided otherwise than the plan: shown with it, judged by no rule.
public struct Override: Sendable, Equatable {
    /// What it is about.
    public enum Subject: Sendable, Equatable {
        /// A person on the roster, by identifier.
        case staff(String)
        /// A session, as an index in the week's sessions.
        case session(Int)
        /// A team, by identifier.
        case team(String)
        /// A demand line, by identifier.
        case line(String)
        /// Something that the week does not have, as it was written.
        case other(String)
    }

    /// What it is about: one thing, or a person, a session and a team together.
    public var subjects: [Subject]
    /// What was decided.
    public var decision: String
    /// Why.
    public var why: String
    /// Who decided.
    public var by: String
    /// The day of the decision.
    public var on: CalendarDay

    /// What was decided otherwise.
    public init(subjects: [Subject], decision: String, why: String, by: String, on: CalendarDay) {
        self.subjects = subjects
        self.decision = decision
        self.why = why
        self.by = by
        self.on = on
    }
}
