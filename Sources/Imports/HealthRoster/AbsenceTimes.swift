// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// When an absence begins and ends: whole days, or from a time of the first to one of the last.
struct AbsenceTimes: Equatable {
    /// The days of it.
    let days: ClosedRange<CalendarDay>
    /// Minutes after the midnight that the first day begins with.
    private let start: Int
    /// Minutes after the midnight that the last day begins with.
    private let end: Int

    private static let dayEnds = 1440

    /// - Returns: Nil where the end is before the beginning.
    init?(from: (day: CalendarDay, minutes: Int?), until: (day: CalendarDay, minutes: Int?)) {
        start = from.minutes ?? 0
        var (last, end) = (until.day, until.minutes ?? Self.dayEnds)
        if end == 0 {
            // Systems write a day as its midnight; behind a time of day it is the end of the day before.
            end = Self.dayEnds
            if start > 0 { last = last.adding(days: -1) }
        } else if end == Self.dayEnds - 1 {
            end = Self.dayEnds
        }
        guard from.day < last || from.day == last && start < end else { return nil }
        (days, self.end) = (from.day...last, end)
    }

    /// The minutes of a session in which somebody is away, after the midnight that the session's day begins with; nil: none.
    ///
    /// Whole days have all of their sessions, nights that end on the next day too, and none of the day before.
    func minutes(of session: Session) -> Range<Int>? {
        let day = session.day.number
        let from =
            start == 0
            ? (day < days.lowerBound.number ? Int.max : 0)
            : (days.lowerBound.number - day) * Self.dayEnds + start
        let until =
            end == Self.dayEnds
            ? (day > days.upperBound.number ? 0 : Int.max)
            : (days.upperBound.number - day) * Self.dayEnds + end
        let (first, last) = (max(session.part.starts, from), min(session.part.ends, until))
        return first < last ? first..<last : nil
    }
}
