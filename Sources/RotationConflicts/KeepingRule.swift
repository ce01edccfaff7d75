// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What may keep somebody from a post whatever others do; each can be thought away alone, so that it can be told which of
/// them together keep somebody out.
///
/// They come in the order in which they are thought away. What is left in the end is named, so of several sets of rules that
/// keep somebody out it is one of later rules.
public enum KeepingRule: Int, Sendable, CaseIterable, Comparable {
    /// The travel limit.
    case travel
    /// Memoranda between employer and organisation.
    case agreement
    /// The bands that a post is for.
    case band
    /// The professions that a post is for.
    case profession
    /// Posts that somebody cannot hold.
    case cannot
    /// How many may be in a post, and begin in it.
    case room
    /// Those who are not senior are supervised.
    case supervision
    /// The most blocks of a group.
    case curriculum
    /// What a post needs.
    case entry
    /// Nobody comes back to a post.
    case once
    /// Blocks are neither too short nor too long.
    case blockLength
    /// The settings of a template.
    case template

    /// The order in which they are thought away.
    public static func < (one: KeepingRule, other: KeepingRule) -> Bool { one.rawValue < other.rawValue }

    /// The rule in words, with the file and column that it stands in.
    public var words: String {
        switch self {
        case .travel: "the travel limit (travel_limit_minutes, travel.csv)"
        case .agreement: "agreements (agreements.csv)"
        case .band: "bands (posts.csv, people.csv)"
        case .profession: "professions (posts.csv)"
        case .cannot: "what they cannot do (people.csv, cannot)"
        case .room: "room (posts.csv, max_wte and new_max; capacity.csv)"
        case .supervision: "supervision (posts.csv, span and permanent_seniors)"
        case .curriculum: "the most blocks of a group (curriculum.csv, at_most)"
        case .entry: "what posts need (posts.csv, needs; competencies.csv)"
        case .once:
            "the rule that nobody comes back to a post (posts.csv, repeat; people.csv, done and start_post)"
        case .blockLength: "the length of blocks (posts.csv, min_block and max_block)"
        case .template: "templates (people.csv, template; rotation.yaml)"
        }
    }

    init(_ bar: HoldingBar) {
        switch bar {
        case .profession: self = .profession
        case .band: self = .band
        case .cannot: self = .cannot
        case .agreement: self = .agreement
        case .travel: self = .travel
        }
    }
}
