// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// How many whole-time equivalents a post should have in a period.
public struct PostAmounts: Sendable, Equatable {
    /// The least that care needs.
    public var minimum: Double
    /// What it is meant to have; at least the minimum.
    public var target: Double
    /// The most there is room for; nil: no limit. 0 means none.
    public var maximum: Double?

    /// Amounts; the target is the minimum, where nothing else is said.
    public init(minimum: Double = 0, target: Double? = nil, maximum: Double? = nil) {
        self.minimum = minimum
        self.target = target ?? minimum
        self.maximum = maximum
    }
}

/// What somebody learns in a post, in how many periods.
public struct Development: Sendable, Equatable {
    /// The competency and the level reached.
    public var need: Need
    /// Periods spent in the post, at least 1.
    public var periods: Int

    /// What is learnt.
    public init(_ competency: String, _ level: Int, periods: Int) {
        need = Need(competency, level)
        self.periods = periods
    }
}

/// A place to learn and work in: a ward, a home-based team, a hub.
public struct Post: Sendable, Equatable {
    /// The identifier, without blanks and `>`.
    public var id: String
    /// The name people read.
    public var name: String
    /// The team of the weekly plan that whoever is in the post belongs to.
    public var team: String
    /// The setting that templates speak of, such as `acute` or `community`.
    public var setting: String
    /// The organisation that runs it.
    public var organisation: String
    /// Where it is.
    public var locality: String
    /// The professions that fit; nil: all (`*`), and people without one.
    public var professions: [String]?
    /// The groups that curricula speak of.
    public var groups: [String]
    /// The bands that fit; none: any, and people without one.
    public var bands: [String]
    /// What it should have where no row of capacity.csv says otherwise.
    public var amounts: PostAmounts
    /// Blocks that may begin in it at one change-over; nil: no limit.
    public var newMaximum: Int?
    /// People who are not senior that one senior may supervise; nil: no rule.
    public var span: Double?
    /// Seniors who do not rotate and supervise in it.
    public var permanentSeniors: Int
    /// Periods that a block lasts at least.
    public var minimumBlock: Int
    /// Periods that a block lasts at most; nil: no limit.
    public var maximumBlock: Int?
    /// Whether somebody may come back to it.
    public var repeats: Bool
    /// What has to be held by whoever begins in it.
    public var needs: [Need]
    /// What is learnt in it.
    public var develops: [Development]

    /// A post.
    public init(
        id: String, name: String? = nil, team: String? = nil, setting: String, organisation: String,
        locality: String, professions: [String]? = nil, groups: [String] = [], bands: [String] = [],
        amounts: PostAmounts = PostAmounts(), newMaximum: Int? = nil, span: Double? = nil,
        permanentSeniors: Int = 0, minimumBlock: Int = 1, maximumBlock: Int? = nil, repeats: Bool = false,
        needs: [Need] = [], develops: [Development] = []
    ) {
        self.id = id
        self.name = name ?? id
        self.team = team ?? id
        self.setting = setting
        self.organisation = organisation
        self.locality = locality
        self.professions = professions
        self.groups = groups
        self.bands = bands
        self.amounts = amounts
        self.newMaximum = newMaximum
        self.span = span
        self.permanentSeniors = permanentSeniors
        self.minimumBlock = minimumBlock
        self.maximumBlock = maximumBlock
        self.repeats = repeats
        self.needs = needs
        self.develops = develops
    }
}
