// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A day of the Gregorian calendar, without time or time zone.
///
/// Days are compared and counted by `number`; years, months and weekdays come from Foundation's calendar.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1 January 2001 (negative before it).
    public let number: Int

    /// The day that lies `number` days after 1 January 2001.
    public init(number: Int) {
        self.number = number
    }

    /// The day of that year, month and day of the month; nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        let wanted = DateComponents(year: year, month: month, day: day)
        guard (1...9999).contains(year), let date = Self.calendar.date(from: wanted) else { return nil }
        let found = Self.calendar.dateComponents([.year, .month, .day], from: date)
        guard found.year == year, found.month == month, found.day == day else { return nil }
        number = Int((date.timeIntervalSinceReferenceDate / 86_400).rounded(.down))
    }

    /// The day written as `2026-11-23`; nil for any other text.
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The year, the month (1–12) and the day of the month.
    public var components: (year: Int, month: Int, day: Int) {
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
        return (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }

    /// The day as `2026-11-23`.
    public var iso: String {
        let (year, month, day) = components
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// The day of the week.
    public var weekday: Weekday {
        let index = ((number % 7) + 7) % 7  // 1 January 2001 was a Monday.
        return Weekday(rawValue: index) ?? .monday
    }

    /// Whether it is a Saturday or a Sunday.
    public var isWeekend: Bool { weekday == .saturday || weekday == .sunday }

    /// The Monday of this day's calendar week (Monday to Sunday).
    public var monday: CalendarDay { adding(days: -weekday.rawValue) }

    /// The day `days` later (earlier where negative).
    public func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    /// The same day of the month `months` later, or the last day of that month where it is shorter.
    public func adding(months: Int) -> CalendarDay {
        guard let later = Self.calendar.date(byAdding: .month, value: months, to: date) else { return self }
        return CalendarDay(number: Int((later.timeIntervalSinceReferenceDate / 86_400).rounded(.down)))
    }

    /// Whether the one comes before the other.
    public static func < (one: CalendarDay, other: CalendarDay) -> Bool { one.number < other.number }

    private var date: Date { Date(timeIntervalSinceReferenceDate: Double(number) * 86_400) }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        return calendar
    }()

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension CalendarDay: CustomStringConvertible {
    /// The day as `2026-11-23`.
    public var description: String { iso }
}

extension CalendarDay: Codable {
    /// The day written as `2026-11-23`.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        let text = try value.decode(String.self)
        guard let day = CalendarDay(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: value, debugDescription: "\(text) is no day; write it as 2026-11-23.")
        }
        self = day
    }

    /// The day as `2026-11-23`.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(iso)
    }
}

/// A day of the week; weeks begin on Monday.
public enum Weekday: Int, CaseIterable, Sendable, Comparable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The three-letter English name used in the files: `Mon` … `Sun`.
    public var short: String { ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue] }

    /// Whether the one comes before the other in the week.
    public static func < (one: Weekday, other: Weekday) -> Bool { one.rawValue < other.rawValue }
}
