// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The sessions of a week and where they lie in days and calendar weeks.
public struct SessionCalendar: Sendable {
    /// The sessions in date order.
    public let sessions: [Session]
    /// The day of each session.
    public let dayOfSession: [Int]
    /// The sessions of each day.
    public let sessionsOfDay: [Range<Int>]
    /// The calendar week of each day; weeks are counted from the horizon's first.
    public let weekOfDay: [Int]
    /// The days of each calendar week.
    public let daysOfWeek: [Range<Int>]

    init(_ week: Week) {
        sessions = week.sessions
        dayOfSession = week.sessions.map(\.dayIndex)
        let parts = week.parts.count
        sessionsOfDay = (0..<week.days).map { $0 * parts..<($0 + 1) * parts }
        weekOfDay = (0..<week.days).map { $0 / 7 }  // The horizon starts on a Monday.
        daysOfWeek = stride(from: 0, to: week.days, by: 7).map { $0..<min($0 + 7, week.days) }
    }

    /// The sessions of a calendar week.
    public func sessionsOfWeek(_ week: Int) -> Range<Int> {
        let days = daysOfWeek[week]
        return sessionsOfDay[days.lowerBound].lowerBound..<sessionsOfDay[days.upperBound - 1].upperBound
    }
}
