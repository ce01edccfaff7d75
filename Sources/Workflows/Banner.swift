// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// What an answer about a plan begins with: that the plan is not as it was made, or that somebody decided
/// otherwise.
public struct Banner: Sendable {
    /// Sentences for people; none where there is nothing to say.
    public let sentences: [String]
    /// How the plan stands to its week.
    public let standing: PlanStanding
    private let week: Week

    /// What there is to say of a plan that stands so to a week.
    public init(_ standing: PlanStanding, of week: Week) {
        self.standing = standing
        self.week = week
        sentences = StandingText(standing, overrides: week.overrides.count).sentences
    }
}

extension Banner: Encodable {
    private struct Input: Encodable {
        let file: String
        let change: String
    }

    private struct Decided: Encodable {
        let what: [String]
        let decision: String
        let why: String
        let by: String
        let on: String
    }

    private enum CodingKeys: CodingKey {
        case sentences, changedFiles, edited, tables, brokenRules, poundsNow, poundsStated, bound, overrides
    }

    /// Writes the sentences and what they are about.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sentences, forKey: .sentences)
        try container.encode(
            standing.inputs.map { Input(file: $0.path, change: $0.change.rawValue) }, forKey: .changedFiles)
        try container.encode(standing.edited, forKey: .edited)
        try container.encode(standing.tables, forKey: .tables)
        try container.encode(standing.breaches, forKey: .brokenRules)
        try container.encode(standing.terms.total, forKey: .poundsNow)
        try container.encode(standing.stated.total, forKey: .poundsStated)
        try container.encodeIfPresent(standing.bound, forKey: .bound)
        try container.encode(week.overrides.map(decided), forKey: .overrides)
    }

    private func decided(_ override: Override) -> Decided {
        let what = override.subjects.map { subject in
            switch subject {
            case .staff(let id), .team(let id), .line(let id), .other(let id): id
            case .session(let session):
                week.sessions.indices.contains(session) ? week.sessions[session].id : ""
            }
        }
        return Decided(
            what: what, decision: override.decision, why: override.why, by: override.by, on: override.on.iso)
    }
}
