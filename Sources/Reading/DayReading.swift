// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A date as it is written: in which form, and which day it is.
public struct DayReading {
    /// In which form.
    enum Form: Equatable {
        /// `2026-11-23`.
        case iso
        /// `2026/11/23`.
        case yearFirst
        /// `23/11/2026`, `23.11.2026` or `23-11-2026`.
        case numbers
        /// `23-Nov-2026`, `23 November 2026` or `Nov 23, 2026`.
        case monthName
        /// `46349`: the day's number in a spreadsheet, counted from the end of 1899.
        case serial
    }

    let form: Form
    /// The day; nil where the calendar has no such day.
    public private(set) var day: CalendarDay?
    /// The first two numbers of the form `numbers`, as they stand.
    private(set) var numbers: (first: Int, second: Int)?
    /// The day where the second number is the day and the first the month; of the form `numbers` alone.
    private(set) var dayIfMonthFirst: CalendarDay?
    /// Whether the year has two digits.
    private(set) var hasShortYear = false
    /// Whether a time of the day stands behind it, `T00:00:00`; one that ends in `Z` is Greenwich time.
    private(set) var hasTime = false
    /// The day of the week that stands before it.
    private(set) var weekday: Weekday?

    /// Whether day and month could be told the other way about.
    var isAmbiguous: Bool {
        form == .numbers && dayIfMonthFirst != nil && day != nil && dayIfMonthFirst != day
    }

    /// What tells one form from another, for something to be told once for each.
    var formKey: String { "\(form) \(hasShortYear) \(hasTime) \(weekday != nil)" }

    /// The years that a number of a spreadsheet's is taken for a day of: 1982 to 2100.
    private static let serials = 30_000...73_415
    /// The day that such numbers are counted from.
    private static let serialStart = CalendarDay(year: 1899, month: 12, day: 30)

    /// Nil where the text is no date in any of the forms.
    public init?(_ text: String) {
        guard (5...40).contains(text.utf8.count) else { return nil }
        var rest = Substring(text)
        let startsWithDigit = rest.utf8.first.map(Self.isDigit) ?? false
        let weekday = startsWithDigit ? nil : DayWords.weekday(before: &rest)
        let time = DayWords.cutTime(&rest)
        let tokens = rest.utf8.split(omittingEmptySubsequences: false, whereSeparator: Self.isMark)
            .map { Substring($0) }
        let isNamed = tokens.contains { $0.utf8.first.map { !Self.isDigit($0) } ?? false }
        if isNamed {
            self.init(named: tokens.filter { !$0.isEmpty })
        } else if tokens.count == 3, Self.hasOneMark(rest) {
            self.init(numbers: tokens, isHyphened: rest.utf8.contains(UInt8(ascii: "-")))
        } else if tokens.count == 1, weekday == nil, time == nil, let number = Self.number(tokens[0]),
            Self.serials.contains(number)
        {
            self.init(.serial, Self.serialStart?.adding(days: number))
        } else {
            return nil
        }
        (self.weekday, hasTime) = (weekday, time != nil)
        if let time, time.isGreenwich {
            // What systems write as 23:00 Greenwich time is the midnight of a summer's day. A weekday beside it is that of
            // the day as it is written.
            let written = day
            day = day.map { BritishTime.clock(atGreenwich: $0, time.minutes).day }
            dayIfMonthFirst = dayIfMonthFirst.map { BritishTime.clock(atGreenwich: $0, time.minutes).day }
            if let weekday, weekday == written?.weekday { self.weekday = day?.weekday }
        }
    }

    /// Day, month's name and year.
    private init?(named parts: [Substring]) {
        guard parts.count == 3, let (day, month) = DayWords.dayAndMonth(parts[0], parts[1]),
            let (year, isShort) = Self.year(parts[2])
        else { return nil }
        self.init(.monthName, CalendarDay(year: year, month: month, day: day))
        hasShortYear = isShort
    }

    /// Three numbers, of which the year is first or last.
    private init?(numbers parts: [Substring], isHyphened: Bool) {
        guard let one = Self.number(parts[0]), let two = Self.number(parts[1]),
            let three = Self.number(parts[2]), parts[1].utf8.count <= 2
        else { return nil }
        if parts[0].utf8.count == 4, parts[2].utf8.count <= 2 {
            let isISO = isHyphened && parts[1].utf8.count == 2 && parts[2].utf8.count == 2
            self.init(isISO ? .iso : .yearFirst, CalendarDay(year: one, month: two, day: three))
            return
        }
        guard parts[0].utf8.count <= 2, let (year, isShort) = Self.year(parts[2]) else { return nil }
        self.init(
            .numbers, CalendarDay(year: year, month: two, day: one),
            monthFirst: CalendarDay(year: year, month: one, day: two))
        numbers = (one, two)
        hasShortYear = isShort
    }

    private init(_ form: Form, _ day: CalendarDay?, monthFirst: CalendarDay? = nil) {
        (self.form, self.day, dayIfMonthFirst) = (form, day, monthFirst)
    }

    /// Whether the same mark stands between all parts of a date of numbers.
    private static func hasOneMark(_ text: Substring) -> Bool {
        let marks = text.utf8.filter(isMark)
        return marks.first != UInt8(ascii: " ") && marks.allSatisfy { $0 == marks.first }
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == 45 || byte == 47 || byte == 46 || byte == 32 }

    /// A year of four digits, or of two: those from 70 on are of the last century.
    private static func year(_ digits: Substring) -> (year: Int, isShort: Bool)? {
        guard let number = number(digits) else { return nil }
        switch digits.utf8.count {
        case 4: return (number, false)
        case 2: return (number < 70 ? 2000 + number : 1900 + number, true)
        case _: return nil
        }
    }

    private static func number(_ digits: Substring) -> Int? {
        guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit) else { return nil }
        return digits.utf8.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
