// SPDX-License-Identifier: GPL-3.0-or-later

/// Times of the clock on the wall in the United Kingdom.
///
/// British Summer Time is from 01:00 Greenwich time on the last Sunday of March until then on the last of October (Summer
/// Time Act 1972 as amended): clocks go from 01:00 to 02:00, and from 02:00 back to 01:00.
public enum BritishTime {
    /// The clock's day and minutes after midnight at a moment of Greenwich time.
    ///
    /// - Parameter minutes: Minutes after Greenwich's midnight, 0 to 1440.
    public static func clock(atGreenwich day: CalendarDay, _ minutes: Int) -> (day: CalendarDay, minutes: Int)
    {
        guard isSummer(day, minutes, begins: 60, ends: 60) else { return (day, minutes) }
        return minutes + 60 < 1440 ? (day, minutes + 60) : (day.adding(days: 1), minutes + 60 - 1440)
    }

    /// `2026-11-23T08:30:00+00:00`, of so many minutes after midnight of a day by the clock: with how far it is ahead of
    /// Greenwich time. An hour that is there twice is taken for its first, and one that is not there at all for summer time.
    public static func stamp(_ minutes: Int, from start: CalendarDay) -> String {
        let (day, minute) = (start.adding(days: minutes / 1440), minutes % 1440)
        let isSummer = isSummer(day, minute, begins: 60, ends: 120)
        return "\(day.iso)T\(text(minute)):00\(isSummer ? "+01:00" : "+00:00")"
    }

    /// `08:30`, of so many minutes after midnight.
    public static func text(_ minutes: Int) -> String {
        let (hour, minute) = (minutes % 1440 / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    /// Whether it is summer time, by the minutes of the two Sundays on which that begins and ends.
    private static func isSummer(_ day: CalendarDay, _ minutes: Int, begins: Int, ends: Int) -> Bool {
        let (year, month, _) = day.components
        guard (3...10).contains(month) else { return false }
        guard month == 3 || month == 10 else { return true }
        guard let last = CalendarDay(year: year, month: month, day: 31) else { return false }
        // The Sunday on or before the 31st.
        let change = last.adding(days: -((last.weekday.rawValue + 1) % 7))
        if day == change { return month == 3 ? minutes >= begins : minutes < ends }
        return month == 3 ? day > change : day < change
    }
}
