// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A session as a file writes it: a day and a part of it.
public struct WrittenSession: Sendable, Equatable {
    /// The day it begins on.
    public let day: CalendarDay
    /// The part of the day.
    public let part: String

    /// A session.
    public init(day: CalendarDay, part: String) {
        self.day = day
        self.part = part
    }

    /// The name in files: `2026-11-23 am`.
    public var id: String { "\(day.iso) \(part)" }
}

extension Field {
    /// A session: a date and a part of the day, `2026-11-23 am`; date habits as in `day`.
    ///
    /// - Parameters:
    ///   - days: The days planned, where they are known: then a date may be without its year, `Mon 23 Nov am`, and is the
    ///     nearest of that name.
    ///   - parts: The parts of the day, where they are known: one in other capitals is one of them.
    /// - Returns: Nil, with an error reported, where the text is no session or the date no date. The part may be none of
    ///   `parts`.
    public func session(
        within days: ClosedRange<CalendarDay>? = nil, parts: [String] = [], _ diagnostics: Diagnostics
    ) -> WrittenSession? {
        let form =
            "a session such as \(days?.lowerBound.iso ?? "2026-11-23") \(parts.first ?? "am")"
        guard !isBlank else {
            error("\(name) is blank", expected: form, diagnostics)
            return nil
        }
        guard let (date, written) = Self.cut(plain(diagnostics)) else {
            wrongEverywhere("\(name) \(shown) is no session", expected: form, diagnostics)
            return nil
        }
        let part = Self.spelling(of: written, among: parts) ?? written
        if DayReading(date) == nil, let days, let yearless = YearlessDay(date) {
            guard let day = day(of: yearless, days, diagnostics) else { return nil }
            tellReading(as: "\(day) \(part)", form: "yearless", diagnostics)
            return WrittenSession(day: day, part: part)
        }
        guard DayReading(date) != nil else {
            wrongEverywhere("\(name) \(shown) is no session", expected: form, diagnostics)
            return nil
        }
        guard part != written else {
            return self.part(date).day(diagnostics).map { WrittenSession(day: $0, part: part) }
        }
        guard let (day, _) = self.part(date).readDay(diagnostics) else { return nil }
        tellReading(as: "\(day) \(part)", form: "capitals", diagnostics)
        return WrittenSession(day: day, part: part)
    }

    /// The day that one without a year is; nil, with an error, where the weekday is another's.
    private func day(
        of yearless: YearlessDay, _ days: ClosedRange<CalendarDay>, _ diagnostics: Diagnostics
    ) -> CalendarDay? {
        guard let day = yearless.nearest(to: days) else {
            error("\(name) \(shown) is not in the calendar", expected: Self.dayForm, diagnostics)
            return nil
        }
        guard yearless.weekday == nil || yearless.weekday == day.weekday else {
            error(
                "\(name) \(shown) does not fit the calendar: \(day) is a \(day.weekday.short)",
                expected: Self.dayForm, diagnostics)
            return nil
        }
        return day
    }

    /// The day where the first of two numbers is the month, `12/07/2026`, or of a session `12/07/2026 am`; nil where the
    /// date is in another form, or other dates of the column show the order.
    public var dayIfMonthFirst: CalendarDay? {
        guard writing.dayOrder == .dayFirst, text.utf8.dropFirst(4).first != UInt8(ascii: "-") else {
            return nil
        }
        return (DayReading(text) ?? Self.cut(text).flatMap { DayReading($0.date) })?.dayIfMonthFirst
    }

    /// Whether a text has the form of a session: a date, which may be without its year, and a part of the day.
    public static func isSession(_ text: String) -> Bool {
        guard let (date, _) = cut(LookAlikes.plainMarks(text)) else { return false }
        return DayReading(date) != nil || YearlessDay(date) != nil
    }

    /// The text before and after the last blank.
    public static func cut(_ text: String) -> (date: String, part: String)? {
        guard let blank = text.lastIndex(where: { $0 == " " || $0 == "\n" }) else { return nil }
        let date = text[..<blank].trimmedEnd
        let part = text[text.index(after: blank)...]
        guard !date.isEmpty, !part.isEmpty else { return nil }
        return (String(date), String(part))
    }
}
