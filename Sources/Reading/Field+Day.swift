// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Field {
    /// A day: `2026-11-23`; also `23/11/2026` and `23-Nov-2026`, with a notice, for spreadsheets write them so.
    ///
    /// With slashes the day comes first, always: `03/02/2026` is 3 February. A notice is given once a column, and
    /// once more for the first date that could be read the other way about.
    ///
    /// - Parameter blank: Whether a blank is an error (and not just nil).
    /// - Returns: Nil, with an error reported, where the text is no day of the years 1900–2199.
    public func day(blank isError: Bool = true, _ diagnostics: Diagnostics) -> CalendarDay? {
        guard !isBlank else {
            if isError { error("\(name) is blank", expected: Self.dayForm, diagnostics) }
            return nil
        }
        guard let reading = DayReading(text) else {
            error("\(name) \(shown) is no date\(Self.dayAdvice(text))", expected: Self.dayForm, diagnostics)
            return nil
        }
        guard let day = reading.day else {
            error("\(name) \(shown) is not in the calendar", expected: Self.dayForm, diagnostics)
            return nil
        }
        guard (1900..<2200).contains(day.components.year) else {
            error("\(name) \(shown) is not in the years 1900–2199", expected: Self.dayForm, diagnostics)
            return nil
        }
        tell(reading, day, diagnostics)
        return day
    }

    private static let dayForm = "a date such as 2026-11-23"

    /// Tells how an unusual form was read, once a column.
    func tell(_ reading: DayReading, _ day: CalendarDay, _ diagnostics: Diagnostics) {
        guard reading.form != .iso else { return }
        let column = place.file + "\n" + name
        if reading.isAmbiguous, diagnostics.isFirst("ambiguous\n" + column) {
            notice(
                "\(name) \(shown) is read day first, as \(day); so is every \(name) of that form",
                expected: day.iso, diagnostics)
        } else if diagnostics.isFirst("\(reading.form)\n" + column) {
            notice(
                "\(name) \(shown) is read as \(day); so is every \(name) of that form", expected: day.iso,
                diagnostics)
        }
    }

    private static func dayAdvice(_ text: String) -> String {
        let numbers = text.split { "/-. ".contains($0) }
        if numbers.count == 3, let last = numbers.last, last.count == 2, numbers[0].count <= 2 {
            return ": write the year with four digits"
        }
        return ""
    }
}

/// A date as it is written: in which form, and which day it is.
public struct DayReading {
    /// In which form: `2026-11-23`, `23/11/2026`, or with the month's name.
    enum Form { case iso, slashes, monthName }

    let form: Form
    /// The day; nil where the calendar has no such day.
    public let day: CalendarDay?
    /// Whether day and month could be told the other way about.
    let isAmbiguous: Bool

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// Nil where the text has none of the three forms.
    public init?(_ text: String) {
        guard text.utf8.count <= 20 else { return nil }
        let bytes = Array(text.utf8)
        if bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") {
            guard let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
                let day = Self.number(bytes[8..<10])
            else { return nil }
            self.init(.iso, year, month, day)
            return
        }
        let slashes = text.split(separator: "/", omittingEmptySubsequences: false)
        if slashes.count == 3 {
            guard let day = Self.number(slashes[0].utf8), let month = Self.number(slashes[1].utf8),
                slashes[2].utf8.count == 4, let year = Self.number(slashes[2].utf8)
            else { return nil }
            self.init(.slashes, year, month, day)
            return
        }
        let words = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == " " }
        guard words.count == 3, let day = Self.number(words[0].utf8), words[2].utf8.count == 4,
            let year = Self.number(words[2].utf8)
        else { return nil }
        let name = words[1].lowercased()
        guard let index = Self.months.firstIndex(where: { $0 == name || $0.prefix(3) == name }) else {
            return nil
        }
        self.init(.monthName, year, index + 1, day)
    }

    private init(_ form: Form, _ year: Int, _ month: Int, _ day: Int) {
        self.form = form
        self.day = CalendarDay(year: year, month: month, day: day)
        isAmbiguous = form == .slashes && day <= 12 && month <= 12 && day != month
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard (1...4).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
}
