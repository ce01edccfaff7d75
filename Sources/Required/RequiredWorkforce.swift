// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Pay
import Workforce

/// The workforce that weeks require, at the least cost a year, beside today's.
///
///     let required = try RequiredWorkforce([week], pay: table)
///     print(required.yearly, required.bound)
///
/// It is worked out of people who are alike, on average, each in a contract of a step or more: whether a week can be planned
/// with it, single people and whole contacts being what they are, only a plan tells. `RequiredSettings.fill` leaves room.
public struct RequiredWorkforce: Sendable, Equatable, Encodable {
    /// With what it was worked out.
    public let settings: RequiredSettings
    /// The weeks, by their first day.
    public let weeks: [String]
    /// Whether every session was looked at by itself; else Monday to Friday were taken together, part of the day by part.
    public let isBySession: Bool
    /// The years that the pay table is of; none without one.
    public let payYears: [String]
    /// Where the pay table's figures come from, as it says.
    public let paySources: [String]
    /// Every kind of post, with how many are required.
    public let posts: [RequiredPosts]
    /// Every competency that the care asks for.
    public let competencies: [RequiredCompetency]
    /// What each kind does, an activity a row.
    public let work: [RequiredWork]
    /// What the cost is due to, the dearest first: it adds up to `relaxed`, but for what nearness to today's posts weighs.
    public let causes: [CostCause]
    /// Care that no kind of post could give, and that is left out.
    public let nobody: [UncoveredCare]
    /// Minimums of heads that no kind of post counts for, and that are left out.
    public let uncountedHeads: Int
    /// Pounds a year of posts, sign-offs beyond the usual ones, and enhancements of weekends.
    public let yearly: Double
    /// Pounds a year of the posts alone: what `today` is to be held against.
    public let postsYearly: Double
    /// Pounds a year of enhancements of weekends.
    public let enhancementsYearly: Double
    /// Pounds a year of sign-offs beyond the usual ones.
    public let signOffsYearly: Double
    /// No workforce of such posts costs less a year.
    public let bound: Double
    /// What it would cost if posts could be split at will.
    public let relaxed: Double
    /// Pounds a year of today's posts, at the same pay, without enhancements.
    public let today: Double
    /// How large the programme is, and how long was searched.
    public let size: ProgramSize

    enum CodingKeys: String, CodingKey {
        case settings, weeks
        case isBySession = "by_session"
        case payYears = "pay_years"
        case paySources = "pay_sources"
        case posts, competencies, work, causes, nobody
        case uncountedHeads = "uncounted_heads"
        case yearly
        case postsYearly = "yearly_posts"
        case enhancementsYearly = "yearly_enhancements"
        case signOffsYearly = "yearly_sign_offs"
        case bound, relaxed, today, size
    }

    /// By what share of the bound this workforce may be dearer than the cheapest; nil where nothing is proved.
    public var gap: Double? { bound > 0 ? max(0, yearly - bound) / bound : yearly > 0 ? nil : 0 }
}

/// Posts of one kind.
public struct RequiredPosts: Sendable, Equatable, Encodable {
    /// The kind.
    public let kind: PostKind
    /// Whole-time equivalents required.
    public let required: Double
    /// How many people they are: as few for these posts as the search has found.
    public let people: Int
    /// Pounds a year of these posts.
    public let yearly: Double
    /// The most hours that they are there in one of the weeks, as a share of those they could be.
    public let hoursUsed: Double
    /// Which rules the cost of a post is due to, the largest share first; none where none is required.
    public let setBy: [PostRule]
    /// By how many pounds a year a post is too dear; nil where some are required.
    public let tooDear: Double?

    enum CodingKeys: String, CodingKey {
        case kind, required, people, yearly
        case hoursUsed = "hours_used"
        case setBy = "set_by"
        case tooDear = "too_dear"
    }
}

/// A rule that sets how many posts there are, with the share of a post's cost that is due to it.
public struct PostRule: Sendable, Equatable, Encodable {
    /// What sets the number.
    public enum Rule: String, Sendable, CaseIterable, Encodable {
        /// Hours of the week.
        case hours
        /// Heads at one time from Monday to Friday.
        case weekdays
        /// Heads at one time on Saturday.
        case saturday
        /// Heads at one time on Sunday.
        case sunday
        /// Days a week.
        case days
        /// Rest between days.
        case rest
        /// People with a sign-off beyond the usual ones.
        case signOffs = "sign-offs"
    }

    /// The rule.
    public let rule: Rule
    /// The share, of 1.
    public let share: Double
}

/// A competency that care asks for: who holds it, and how much of the work needs it.
public struct RequiredCompetency: Sendable, Equatable, Encodable {
    /// Its identifier.
    public let id: String
    /// The name people read.
    public let name: String
    /// The highest level that an activity asks for.
    public let level: Int
    /// Whole-time equivalents of today's people who hold it at that level.
    public let today: Double
    /// Whole-time equivalents required that hold it at that level, or as their kind needs it.
    public let required: Double
    /// Of these, how many have it beyond the usual sign-offs of their kind.
    public let beyondUsual: Double
    /// Whole-time equivalents whose time goes to work that asks for it, in the week with most of it.
    public let inUse: Double

    enum CodingKeys: String, CodingKey {
        case id, name, level, today, required
        case beyondUsual = "beyond_usual"
        case inUse = "in_use"
    }
}

/// What one kind of post does of one activity.
public struct RequiredWork: Sendable, Equatable, Encodable {
    /// The kind.
    public let kind: String
    /// The activity.
    public let activity: String
    /// The activity's name.
    public let name: String
    /// In what part: own, delegated, lead, second or single.
    public let part: String
    /// Contacts a week taken part in, on average over the weeks.
    public let contacts: Double
    /// Hours a week: contact, record and travel.
    public let hours: Double
}

/// Something that costs because it is asked for.
public struct CostCause: Sendable, Equatable, Encodable {
    /// What is asked for: an activity, or heads.
    public let what: String
    /// The team that asks.
    public let team: String
    /// Contacts asked for in all weeks; 0 of heads.
    public let number: Double
    /// Pounds a year due to it.
    public let yearly: Double
    /// Pounds that one more contact costs on average, posts being split at will; nil of heads.
    public let perContact: Double?

    enum CodingKeys: String, CodingKey {
        case what, team, number, yearly
        case perContact = "per_contact"
    }
}

/// Care that no kind of post may give.
public struct UncoveredCare: Sendable, Equatable, Encodable {
    /// The week.
    public let week: String
    /// The team.
    public let team: String
    /// The activity.
    public let activity: String
    /// Contacts.
    public let contacts: Int
}

/// The size of a programme and of its search.
public struct ProgramSize: Sendable, Equatable, Encodable {
    /// Columns.
    public let columns: Int
    /// Those of them that are whole.
    public let whole: Int
    /// Rows.
    public let rows: Int
    /// Nodes looked at.
    public let nodes: Int
}
