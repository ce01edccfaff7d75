// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// One thing that is otherwise in a week than in another one, as a sentence.
public struct WeekDifference: Sendable, Equatable, Encodable {
    /// What of a week differs.
    public enum Part: String, Sendable, CaseIterable, Encodable {
        case calendar, people, rates, marks, demand, teams
        case signOffs = "sign_offs"
        case delegation, activities, agreements, placements, policy, other

        /// What it is called above its sentences.
        public var title: String {
            switch self {
            case .calendar: "Days and sessions"
            case .people: "People"
            case .rates: "Rates"
            case .marks: "Rota"
            case .demand: "Demand"
            case .teams: "Teams"
            case .signOffs: "Sign-offs"
            case .delegation: "Delegation"
            case .activities: "Activities"
            case .agreements: "Agreements"
            case .placements: "Placements"
            case .policy: "Policy"
            case .other: "Other files"
            }
        }
    }

    /// What of a week it is about.
    public let part: Part
    /// Whom or what, by identifier; nil: the week as a whole.
    public let subject: String?
    /// What is otherwise, and what it was.
    public let sentence: String

    /// What differs between two weeks, part by part, in order of the files.
    public static func between(_ one: Week, _ other: Week) -> [WeekDifference] {
        var comparison = WeekComparison(one, other)
        comparison.compare()
        return Part.allCases.flatMap { part in comparison.found.filter { $0.part == part } }
    }
}
