// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Wording
import Workforce

/// People, posts, periods and prices of a rotation, as sentences name them.
public struct RotationNaming: Sendable {
    private let facts: RotationFacts

    /// The names of a rotation.
    public init(_ facts: RotationFacts) { self.facts = facts }

    /// `Ann Lee (PT-04)`, or the identifier alone where there is no other name.
    public func person(_ p: Int) -> String {
        let person = facts.rotation.people[p]
        return person.name == person.id ? person.id : "\(person.name) (\(person.id))"
    }

    /// `Home team north (home-north)`, or the identifier alone where there is no other name.
    public func post(_ k: Int) -> String {
        let post = facts.rotation.posts[k]
        return post.name == post.id ? post.id : "\(post.name) (\(post.id))"
    }

    /// `4 January 2027`.
    public func begin(of period: Int) -> String { Show.day(facts.periods[period].first) }

    /// `Jan 27`, or of periods of weeks `4 Jan`.
    public func short(_ period: Int) -> String {
        let first = facts.periods[period].first
        let words = Show.shortDay(first).split(separator: " ")
        let month = words.last.map(String.init) ?? ""
        switch facts.rotation.length {
        case .month: return "\(month) \(String(String(first.components.year).suffix(2)))"
        case .weeks: return "\(first.components.day) \(month)"
        }
    }

    /// `“Reabling approach” at level 2`.
    public func need(_ need: Need) -> String {
        let competency = facts.rotation.framework.competencies.first { $0.id == need.competency }
        return "“\(competency?.name ?? need.competency)” at level \(need.level)"
    }
}

extension RotationPrice.Term {
    /// The term as people read it.
    public var words: String {
        switch self {
        case .belowMinimum: "Posts below their minimum"
        case .belowTarget: "Posts below their target"
        case .unplaced: "People without a post"
        case .preference: "Wishes not met"
        case .travel: "Travel"
        case .change: "Change-overs"
        case .fairness: "Fairness: the worst-off person"
        case .wanted: "Competencies wanted and not held"
        case .curriculum: "Blocks short of the curriculum"
        case .disruption: "Changes to the plan in force"
        }
    }
}

extension UnfilledReason {
    /// The reason as people read it.
    public var words: String {
        switch self {
        case .nobodyMay:
            "Nobody who is there may hold it: profession, band, agreement, travel or what they cannot do"
        case .rules:
            "Somebody who may hold it is without a post or would cost less there: rules keep them from it, or the search "
                + "was not finished"
        case .nobodyFree: "Whoever may hold it is worth more where they are"
        }
    }
}

extension RotationPrice {
    /// The price as lines of plain text, a term a line, for the terminal.
    public var lines: String {
        PriceLines(Term.allCases.map { ($0.words, self[$0]) }).description
    }
}
