// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What an audit found.
public struct AuditFindings: Sendable, Equatable {
    /// Hard rules broken, by rule and then in order of the files.
    public let violations: [Violation]
    /// The price by term, worked out from the rows of deployments, contacts and supervision alone.
    public let terms: PriceTerms
    /// Where the plan states something else than what was found.
    public let discrepancies: [Discrepancy]

    /// The price in all.
    public var objective: Double { terms.total }

    /// Whether the plan keeps every rule and states nothing wrong.
    public var isClean: Bool { violations.isEmpty && discrepancies.isEmpty }
}

/// A hard rule that a plan breaks.
public struct Violation: Sendable, Equatable {
    /// The rules a plan must keep.
    public typealias Rule = HardRule

    /// Which rule.
    public let rule: Rule
    /// Who, where it is about a person.
    public let staff: String?
    /// When, as an index in the week's sessions, where it is about one session.
    public let session: Int?
    /// The demand line, where it is about one.
    public let line: String?
    /// The team, where it is about one.
    public let team: String?
    /// The breach in plain English, with its figures.
    public let sentence: String

    init(
        _ rule: Rule, staff: String? = nil, session: Int? = nil, line: String? = nil, team: String? = nil,
        _ sentence: String
    ) {
        self.rule = rule
        self.staff = staff
        self.session = session
        self.line = line
        self.team = team
        self.sentence = sentence
    }
}

/// Something a plan states otherwise than its rows say.
public struct Discrepancy: Sendable, Equatable {
    /// What is stated.
    public enum Subject: String, Sendable, CaseIterable {
        case terms, objective, bound, gap, status, deployments, contacts, unmet, bookings, decisions
    }

    /// What is stated wrongly.
    public let subject: Subject
    /// Who, where it is about a person.
    public let staff: String?
    /// When, as an index in the week's sessions, where it is about one session.
    public let session: Int?
    /// The demand line, where it is about one.
    public let line: String?
    /// The team, where it is about one.
    public let team: String?
    /// What is stated and what was found, in plain English.
    public let sentence: String

    init(
        _ subject: Subject, staff: String? = nil, session: Int? = nil, line: String? = nil,
        team: String? = nil, _ sentence: String
    ) {
        self.subject = subject
        self.staff = staff
        self.session = session
        self.line = line
        self.team = team
        self.sentence = sentence
    }
}
