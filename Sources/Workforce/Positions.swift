// SPDX-License-Identifier: GPL-3.0-or-later

/// A position in one of a week's lists, told apart by its type from positions in the others.
///
/// Whoever asks for more than one position in public takes them typed, so that no session is taken for a team;
/// arithmetic and long arrays keep whole numbers.
public protocol WeekPosition: Comparable, Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// The position in the list, from 0.
    var value: Int { get }
    /// That position in the list.
    init(_ value: Int)
}

extension WeekPosition {
    /// That position in the list.
    public init(integerLiteral value: Int) { self.init(value) }

    /// Whether it stands before the other.
    public static func < (one: Self, other: Self) -> Bool { one.value < other.value }
}

/// A person's position on the roster.
public struct PersonIndex: WeekPosition {
    /// The position, from 0.
    public let value: Int
    /// That person of the roster.
    public init(_ value: Int) { self.value = value }
}

/// A session's position in the horizon.
public struct SessionIndex: WeekPosition {
    /// The position, from 0.
    public let value: Int
    /// That session of the horizon.
    public init(_ value: Int) { self.value = value }
}

/// A day's position in the horizon.
public struct DayIndex: WeekPosition {
    /// The position, from 0.
    public let value: Int
    /// That day of the horizon.
    public init(_ value: Int) { self.value = value }
}

/// A team's position among the week's teams.
public struct TeamIndex: WeekPosition {
    /// The position, from 0.
    public let value: Int
    /// That team of the week.
    public init(_ value: Int) { self.value = value }
}

/// A line's position in the week's demand.
public struct LineIndex: WeekPosition {
    /// The position, from 0.
    public let value: Int
    /// That line of the demand.
    public init(_ value: Int) { self.value = value }
}
