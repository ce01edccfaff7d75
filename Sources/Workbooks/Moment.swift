// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A day, a time of day, or both, as a spreadsheet keeps them: in a number of days.
public struct Moment: Sendable, Equatable {
    /// The day; nil: a time alone.
    public let day: CalendarDay?
    /// Minutes after midnight; nil: a day alone.
    public let minutes: Int?

    /// A day with or without a time.
    public init(day: CalendarDay, minutes: Int? = nil) { (self.day, self.minutes) = (day, minutes) }

    /// A time of day.
    public init(minutes: Int) { (day, self.minutes) = (nil, minutes) }

    /// The moment that a serial number of days stands for where it is shown as a date or a time.
    ///
    /// - Parameter is1904: Whether days are counted from 1 January 1904, as old Macintosh workbooks do; otherwise 1 is 1
    ///   January 1900, and 60 a 29 February that there was not.
    /// - Returns: Nil where no day has that number.
    public init?(serial: Double, is1904: Bool) {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        var whole = Int(serial)
        // Seconds are rounded to minutes: a table of a week has none.
        var minutes = Int(((serial - Double(whole)) * 1440).rounded())
        if minutes == 1440 { (whole, minutes) = whole == 0 ? (0, 1439) : (whole + 1, 0) }
        guard whole > 0 || is1904 && serial >= 1 else {
            self.init(minutes: minutes)
            return
        }
        guard
            let epoch = CalendarDay(year: is1904 ? 1904 : 1899, month: is1904 ? 1 : 12, day: is1904 ? 1 : 30)
        else {
            return nil
        }
        guard is1904 || whole != 60 else { return nil }
        let days = is1904 || whole > 60 ? whole : whole + 1
        self.init(day: epoch.adding(days: days), minutes: minutes == 0 ? nil : minutes)
    }

    /// The time of day, or the time that something takes, that a serial number of days stands for where hours and minutes alone
    /// are shown: 1 is 24:00.
    ///
    /// - Returns: Nil beyond a month, where it is a day of which only the time is shown.
    init?(time serial: Double) {
        guard serial.isFinite, serial >= 0, serial <= 31 else { return nil }
        self.init(minutes: Int((serial * 1440).rounded()))
    }

    /// The number of days from 1900 that a spreadsheet keeps; nil: the day is before 1900, which none keeps.
    public var serial: Double? {
        let time = Double(minutes ?? 0) / 1440
        guard let day else { return time }
        guard let epoch = CalendarDay(year: 1899, month: 12, day: 30) else { return nil }
        // Spreadsheets count a 29 February 1900 that there was not.
        let days = day.number - epoch.number
        let kept = days > 60 ? days : days - 1
        return kept >= 1 ? Double(kept) + time : nil
    }

    /// `2026-11-23`, `08:00`, or `2026-11-23T08:00`.
    public var written: String {
        let time = minutes.map { minutes in
            let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
            return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        }
        return [day?.iso, time].compactMap(\.self).joined(separator: "T")
    }
}
