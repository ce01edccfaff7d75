// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// British Summer Time: from 01:00 Greenwich time on the last Sunday of March until then on the last of October (Summer Time
/// Act 1972 as amended).
enum SummerTime {
    /// Whether it holds at a moment of Greenwich time.
    static func holds(_ day: CalendarDay, _ minutes: Int) -> Bool {
        guard let begins = lastSunday(day.components.year, 3), let ends = lastSunday(day.components.year, 10)
        else { return false }
        let isAfter = { (change: CalendarDay) in day > change || day == change && minutes >= 60 }
        return isAfter(begins) && !isAfter(ends)
    }

    /// Of a month that has 31 days.
    private static func lastSunday(_ year: Int, _ month: Int) -> CalendarDay? {
        CalendarDay(year: year, month: month, day: 31).map { last in
            last.adding(days: -((last.weekday.rawValue + 1) % 7))
        }
    }
}
