// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Times of the clock on the wall in the United Kingdom, with how far it is ahead of universal time.
enum LondonTime {
    /// `2026-11-23T08:30:00+00:00`, of so many minutes after midnight of a day.
    ///
    /// Summer time is from 1 am on the last Sunday of March to 2 am on the last of October; an hour that is there
    /// twice is taken for its first, and one that is not there at all for summer time.
    static func stamp(_ minutes: Int, from start: CalendarDay) -> String {
        let day = start.adding(days: minutes / 1440)
        let minute = minutes % 1440
        return "\(day.iso)T\(clock(minute)):00\(isSummer(day, minute) ? "+01:00" : "+00:00")"
    }

    /// `08:30`, of so many minutes after midnight.
    static func clock(_ minutes: Int) -> String {
        let (hour, minute) = (minutes % 1440 / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    private static func isSummer(_ day: CalendarDay, _ minute: Int) -> Bool {
        let (year, month, _) = day.components
        guard (3...10).contains(month) else { return false }
        guard month == 3 || month == 10 else { return true }
        guard let last = CalendarDay(year: year, month: month, day: 31) else { return false }
        // The Sunday on or before the 31st.
        let change = last.adding(days: -((last.weekday.rawValue + 1) % 7))
        if day == change { return month == 3 ? minute >= 60 : minute < 120 }
        return month == 3 ? day > change : day < change
    }
}
