// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Days on which somebody is away: maternity leave, a career break, a secondment.
public struct Absence: Sendable, Equatable {
    /// Who.
    public var staff: String
    /// The first day; nil: from before the programme.
    public var from: CalendarDay?
    /// The last day; nil: to its end and beyond.
    public var until: CalendarDay?
    /// Why, in people's own words.
    public var reason: String

    /// An absence.
    public init(staff: String, from: CalendarDay? = nil, until: CalendarDay? = nil, reason: String = "") {
        self.staff = staff
        self.from = from
        self.until = until
        self.reason = reason
    }
}

/// Two people who are never in one post in one period.
public struct Apart: Sendable, Equatable {
    /// The one.
    public var staff: String
    /// The other.
    public var other: String

    /// Two people.
    public init(_ staff: String, _ other: String) {
        self.staff = staff
        self.other = other
    }
}

/// How many blocks somebody should have in the posts of a group.
public struct CurriculumRow: Sendable, Equatable {
    /// Who; nil: everybody (`*`), each by themselves.
    public var staff: String?
    /// The group of posts.
    public var group: String
    /// Blocks wanted.
    public var atLeast: Int
    /// Blocks allowed; nil: no limit.
    public var atMost: Int?
    /// Pounds for each block short of those wanted.
    public var pounds: Double

    /// A row.
    public init(
        staff: String? = nil, group: String, atLeast: Int = 0, atMost: Int? = nil, pounds: Double = 500
    ) {
        self.staff = staff
        self.group = group
        self.atLeast = atLeast
        self.atMost = atMost
        self.pounds = pounds
    }
}

/// Other amounts of a post, in periods whose first day lies in some days.
public struct CapacityRow: Sendable, Equatable {
    /// The post.
    public var post: String
    /// The first day; nil: from the beginning.
    public var from: CalendarDay?
    /// The last day; nil: to the end.
    public var until: CalendarDay?
    /// The minimum; nil: the post's own.
    public var minimum: Double?
    /// The target; nil: the post's own, or the minimum here where that is larger.
    public var target: Double?
    /// The maximum; nil: the post's own.
    public var maximum: Double?

    /// A row.
    public init(
        post: String, from: CalendarDay? = nil, until: CalendarDay? = nil, minimum: Double? = nil,
        target: Double? = nil, maximum: Double? = nil
    ) {
        self.post = post
        self.from = from
        self.until = until
        self.minimum = minimum
        self.target = target
        self.maximum = maximum
    }

    /// Whether it holds in a period that begins on that day.
    public func holds(on first: CalendarDay) -> Bool {
        (from.map { $0 <= first } ?? true) && (until.map { first <= $0 } ?? true)
    }

    /// What a post of those amounts should have where this row holds.
    public func amounts(inPlaceOf own: PostAmounts) -> PostAmounts {
        let minimum = minimum ?? own.minimum
        return PostAmounts(
            minimum: minimum, target: target ?? max(own.target, minimum), maximum: maximum ?? own.maximum)
    }
}

/// How many people should hold a competency.
public struct WantedRow: Sendable, Equatable {
    /// The competency and the level.
    public var need: Need
    /// The number of the period, from 1; nil: each (`*`).
    public var period: Int?
    /// How many people.
    public var people: Int
    /// Pounds for each missing, a period.
    public var pounds: Double

    /// A row.
    public init(_ competency: String, _ level: Int, period: Int? = nil, people: Int, pounds: Double) {
        need = Need(competency, level)
        self.period = period
        self.people = people
        self.pounds = pounds
    }
}

/// A row of the plan in force: somebody's post from a day to a day.
public struct PlacementInForce: Sendable, Equatable {
    /// Who, in which team, from when, until when.
    public var placement: Placement
    /// The post.
    public var post: String

    /// A row.
    public init(
        staff: String, team: String = "", from: CalendarDay? = nil, until: CalendarDay? = nil, post: String
    ) {
        placement = Placement(staff: staff, team: team, from: from, until: until)
        self.post = post
    }
}
