// SPDX-License-Identifier: GPL-3.0-or-later

/// The sessions of a horizon and where they lie in days and calendar weeks.
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

    /// The calendar of a week.
    public init(_ week: Week) {
        self.init(week.sessions, days: week.days)
    }

    /// The calendar of sessions in date order, as many on each of the days.
    public init(_ sessions: [Session], days: Int) {
        self.sessions = sessions
        dayOfSession = sessions.map(\.dayIndex)
        let parts = days == 0 ? 0 : sessions.count / days
        sessionsOfDay = (0..<days).map { $0 * parts..<($0 + 1) * parts }
        weekOfDay = (0..<days).map { $0 / 7 }  // The horizon starts on a Monday.
        daysOfWeek = stride(from: 0, to: days, by: 7).map { $0..<min($0 + 7, days) }
    }

    /// The sessions of a calendar week.
    public func sessionsOfWeek(_ week: Int) -> Range<Int> {
        let days = daysOfWeek[week]
        return sessionsOfDay[days.lowerBound].lowerBound..<sessionsOfDay[days.upperBound - 1].upperBound
    }

    /// The calendar week of a session.
    public func weekOfSession(_ session: Int) -> Int { weekOfDay[dayOfSession[session]] }
}
