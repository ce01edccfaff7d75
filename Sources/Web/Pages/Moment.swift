// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A moment in words, by the clock on the wall: `Wednesday 6 August 2026, 5:30pm`.
enum Moment {
    /// - Parameter seconds: Since 1970.
    static func words(_ seconds: Int) -> String {
        let (day, minutes) = wall(seconds)
        let (year, month, date) = day.components
        return "\(weekdays[day.weekday.rawValue]) \(date) \(months[month - 1]) \(year), \(clock(minutes))"
    }

    /// A moment in seconds since 1970, of so many minutes after midnight of a day by the clock on the wall.
    static func seconds(_ minutes: Int, from start: CalendarDay) -> Int {
        guard let epoch = CalendarDay(year: 1970, month: 1, day: 1) else { return 0 }
        let ahead = BritishTime.stamp(minutes, from: start).hasSuffix("+01:00") ? 3_600 : 0
        return (start.number - epoch.number) * 86_400 + minutes * 60 - ahead
    }

    /// The day by the clock on the wall.
    ///
    /// - Parameter seconds: Since 1970.
    static func day(_ seconds: Int) -> CalendarDay { wall(seconds).day }

    /// A moment as a table has it, by the clock on the wall: `2026-11-24 11:05`.
    static func exact(_ seconds: Int) -> String {
        let (day, minutes) = wall(seconds)
        return "\(day.iso) \(BritishTime.text(minutes))"
    }

    private static func wall(_ seconds: Int) -> (day: CalendarDay, minutes: Int) {
        // 1 January 1970, by the calendar's count of days.
        BritishTime.clock(
            atGreenwich: CalendarDay(number: seconds / 86_400 - 11_323), seconds % 86_400 / 60)
    }

    /// `5:30pm`, `9am`, `midday`, `midnight`.
    static func clock(_ minutes: Int) -> String {
        switch minutes {
        case 0: return "midnight"
        case 720: return "midday"
        default:
            let (hour, minute) = (minutes / 60, minutes % 60)
            let shown = hour % 12 == 0 ? 12 : hour % 12
            let rest = minute == 0 ? "" : ":" + (minute < 10 ? "0" : "") + "\(minute)"
            return "\(shown)\(rest)\(hour < 12 ? "am" : "pm")"
        }
    }

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
