// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What the heading of a rota's column stands for: a day, or a session of it.
public struct WrittenDay: Sendable, Equatable {
    /// The day.
    public let day: CalendarDay
    /// The part of the day; nil: the whole day.
    public let part: String?

    /// Whether a text has the form of one: a date, with or without its year, a session, or a weekday's name.
    public static func isOne(_ text: String) -> Bool {
        let text = LookAlikes.plainMarks(text)
        return DayReading(text) != nil || YearlessDay(text) != nil || DayWords.weekday(Substring(text)) != nil
            || Field.isSession(text) || weekdayAndPart(text) != nil
    }

    /// Whether a text is a day and says no part of it: a date, with or without its year, or a weekday's name.
    public static func isDay(_ text: String) -> Bool {
        let text = LookAlikes.plainMarks(text)
        return DayReading(text) != nil || YearlessDay(text) != nil || DayWords.weekday(Substring(text)) != nil
    }

    /// A weekday and a part of the day: `Mon am`.
    private static func weekdayAndPart(_ text: String) -> (weekday: Weekday, part: String)? {
        guard let (name, part) = Field.cut(text), let weekday = DayWords.weekday(Substring(name)) else {
            return nil
        }
        return (weekday, part)
    }

    /// What a heading says, among the days planned; nil, with an error, where that is not certain.
    public static func read(
        _ field: Field, within days: ClosedRange<CalendarDay>, parts: [String], _ diagnostics: Diagnostics
    ) -> WrittenDay? {
        let text = LookAlikes.plainMarks(field.text)
        if let reading = DayReading(text) {
            guard let day = field.day(diagnostics), reading.day != nil else { return nil }
            return WrittenDay(day: day, part: nil)
        }
        if let yearless = YearlessDay(text), let day = yearless.nearest(to: days) {
            guard yearless.weekday == nil || yearless.weekday == day.weekday else {
                field.error(
                    "\(field.shown) does not fit the calendar: \(day) is a \(day.weekday.short)",
                    expected: Field.dayForm, diagnostics)
                return nil
            }
            return WrittenDay(day: day, part: nil)
        }
        let named = weekdayAndPart(text)
        if let weekday = DayWords.weekday(Substring(text)) ?? named?.weekday {
            let found = (days.lowerBound.number...days.upperBound.number).map { CalendarDay(number: $0) }
                .filter { $0.weekday == weekday }
            guard found.count == 1, let day = found.first else {
                field.error(
                    "\(field.shown) is on more than one day planned", expected: Field.dayForm, diagnostics)
                return nil
            }
            let part = named?.part
            return WrittenDay(
                day: day, part: part.map { Field.spelling(of: $0, among: parts) ?? $0 })
        }
        guard let session = field.session(within: days, parts: parts, diagnostics) else { return nil }
        return WrittenDay(day: session.day, part: session.part)
    }
}
