// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A moment in words, by the clock on the wall: `Wednesday 6 August 2026, 5:30pm`.
enum Moment {
    /// - Parameter seconds: Since 1970.
    static func words(_ seconds: Int) -> String {
        guard let (day, minutes) = clockTime(seconds) else { return "" }
        let (year, month, date) = day.components
        return "\(weekdays[day.weekday.rawValue]) \(date) \(months[month - 1]) \(year), \(clock(minutes))"
    }

    /// The day of a moment, by the clock on the wall.
    static func day(_ seconds: Int) -> CalendarDay? { clockTime(seconds)?.day }

    /// A moment as a table has it, by the clock on the wall: `2026-11-24 11:05`.
    static func exact(_ seconds: Int) -> String {
        clockTime(seconds).map { "\($0.day.iso) \(BritishTime.text($0.minutes))" } ?? ""
    }

    private static func clockTime(_ seconds: Int) -> (day: CalendarDay, minutes: Int)? {
        guard let epoch = CalendarDay(year: 1970, month: 1, day: 1) else { return nil }
        return BritishTime.clock(
            atGreenwich: epoch.adding(days: seconds / 86_400), seconds % 86_400 / 60)
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
