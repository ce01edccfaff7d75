// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a rotation is made of, before anybody has looked whether it fits together.
public struct RotationParts: Sendable, Equatable {
    /// The title.
    public var name: String
    /// The first day of the first period.
    public var starts: CalendarDay
    /// How many periods there are.
    public var periodCount: Int
    /// How long they are.
    public var length: PeriodLength
    /// Roles and competencies.
    public var framework: Framework
    /// Periods that begin before this day are as in the plan in force; nil: none is.
    public var frozenBefore: CalendarDay?
    /// The templates.
    public var templates: [Template] = []
    /// The prices.
    public var policy = RotationPolicy()
    /// The posts, in the order of the file.
    public var posts: [Post] = []
    /// The people, in the order of the file.
    public var people: [RotatingPerson] = []
    /// Who is away when.
    public var away: [Absence] = []
    /// Who is kept apart.
    public var apart: [Apart] = []
    /// Blocks wanted and allowed.
    public var curriculum: [CurriculumRow] = []
    /// Amounts of posts in some periods.
    public var capacity: [CapacityRow] = []
    /// Competencies wanted.
    public var wanted: [WantedRow] = []
    /// What people are signed off in.
    public var signOffs: [SignOff] = []
    /// For whom people may work beside their employer.
    public var agreements: [Agreement] = []
    /// Minutes between localities; nil: travel has no limit, and costs nothing.
    public var travel: [TravelTime]?
    /// The plan in force; nil: there is none. Rows of people or posts no longer there count for nothing.
    public var current: [PlacementInForce]?

    /// A rotation without posts and people.
    public init(
        name: String, starts: CalendarDay, periodCount: Int, length: PeriodLength = .month,
        framework: Framework
    ) {
        self.name = name
        self.starts = starts
        self.periodCount = periodCount
        self.length = length
        self.framework = framework
    }
}

/// A rotation in which everything fits together: names resolve, figures make sense. It never changes.
///
/// Sign-offs, agreements, travel times and the plan in force are taken as they are: what names nobody or nowhere counts for
/// nothing, and the intake says so.
///
///     let rotation = try Rotation(parts)
///     rotation.posts.count
@dynamicMemberLookup
public struct Rotation: Sendable, Equatable {
    /// What it is made of.
    public let parts: RotationParts

    /// A rotation of those parts.
    ///
    /// - Throws: Everything that does not fit, at once.
    public init(_ parts: RotationParts) throws(RotationFaults) {
        let faults = RotationFaults(of: parts)
        guard faults.sentences.isEmpty else { throw faults }
        self.parts = parts
    }

    /// A part of it.
    public subscript<Value>(dynamicMember part: KeyPath<RotationParts, Value>) -> Value {
        parts[keyPath: part]
    }
}
