// SPDX-License-Identifier: GPL-3.0-or-later

/// Hours that a person worked in a calendar week, for somebody: what working time is averaged over.
public struct WeekHours: Sendable, Hashable, Codable {
    /// The Monday.
    public var week: CalendarDay
    /// Hours of that week.
    public var hours: Double

    /// Hours of the week that begins on a Monday.
    public init(week: CalendarDay, hours: Double) {
        self.week = week
        self.hours = hours
    }
}

extension Sequence<WeekHours> {
    /// Minutes of those weeks together, to the millionth.
    var minutes: Double { Workforce.minutes(ofHours: reduce(0) { $0 + $1.hours }) }
}
