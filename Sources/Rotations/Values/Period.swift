// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// How long the periods of a rotation are.
public enum PeriodLength: Sendable, Equatable {
    /// Calendar months from the programme's first day, clipped to the month's end.
    case month
    /// So many weeks of seven days.
    case weeks(Int)
}

/// A stretch of days in which everybody stays in one post.
public struct Period: Sendable, Equatable {
    /// Its number, from 1, as files have it.
    public let number: Int
    /// The first day.
    public let first: CalendarDay
    /// The last day.
    public let last: CalendarDay

    /// How many days it has.
    public var days: Int { last.number - first.number + 1 }

    /// How many of its days lie from one day to another; a blank end is open.
    public func days(from: CalendarDay?, until: CalendarDay?) -> Int {
        let begins = max(first.number, from?.number ?? first.number)
        let ends = min(last.number, until?.number ?? last.number)
        return max(0, ends - begins + 1)
    }

    /// The periods of a programme. Each begins so many months, or weeks, after the first day itself: a programme that
    /// begins on 31 January goes on on 28 February and on 31 March.
    public static func all(from starts: CalendarDay, count: Int, length: PeriodLength) -> [Period] {
        func begin(_ index: Int) -> CalendarDay {
            switch length {
            case .month: starts.adding(months: index)
            case .weeks(let weeks): starts.adding(days: 7 * weeks * index)
            }
        }
        return (0..<max(0, count)).map { index in
            Period(number: index + 1, first: begin(index), last: begin(index + 1).adding(days: -1))
        }
    }
}
