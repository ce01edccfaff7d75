// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Field {
    /// A day: `2026-11-23`; with a notice once a column also the forms that people and spreadsheets write (`DayReading`).
    ///
    /// Of two numbers the first is the day: `03/02/2026` is 3 February. Where dates of the column show that it is the
    /// other way about, that is an error, once for the column, and they are read so.
    ///
    /// - Parameter blank: Whether a blank is an error (and not just nil).
    /// - Returns: Nil, with an error reported, where the text is no day of the years 1900–2199.
    public func day(blank isError: Bool = true, _ diagnostics: Diagnostics) -> CalendarDay? {
        guard let (day, reading) = readDay(blank: isError, diagnostics) else { return nil }
        tell(reading, day, diagnostics)
        return day
    }

    /// The day with how it is written, which is for the caller to tell.
    func readDay(
        blank isError: Bool = true, _ diagnostics: Diagnostics
    ) -> (day: CalendarDay, reading: DayReading)? {
        guard !isBlank else {
            if isError { error("\(name) is blank", expected: Self.dayForm, diagnostics) }
            return nil
        }
        guard let reading = DayReading(plain(diagnostics)) else {
            wrongEverywhere("\(name) \(shown) is no date", expected: Self.dayForm, diagnostics)
            return nil
        }
        guard let day = day(of: reading, diagnostics) else { return nil }
        guard (1900..<2200).contains(day.components.year) else {
            error("\(name) \(shown) is not in the years 1900–2199", expected: Self.dayForm, diagnostics)
            return nil
        }
        if let weekday = reading.weekday, weekday != day.weekday {
            error(
                "\(name) \(shown) does not fit the calendar: \(day) is a \(day.weekday.short)",
                expected: Self.dayForm, diagnostics)
            return nil
        }
        return (day, reading)
    }

    static let dayForm = "a date such as 2026-11-23"

    /// The day of a date, by the order that its column shows.
    private func day(of reading: DayReading, _ diagnostics: Diagnostics) -> CalendarDay? {
        if reading.form == .numbers {
            switch writing.dayOrder {
            case .dayFirst, .surelyDayFirst: break
            case .monthFirst(let example):
                if let day = reading.dayIfMonthFirst {
                    tellMonthFirst(example, diagnostics)
                    return day
                }
            case .mixed:
                if reading.day == nil, reading.dayIfMonthFirst != nil {
                    tellMixed(diagnostics)
                    return nil
                }
            }
        }
        guard let day = reading.day else {
            error("\(name) \(shown) is not in the calendar", expected: Self.dayForm, diagnostics)
            return nil
        }
        return day
    }

    private var column: String { place.file + "\n" + name }

    private func tellMonthFirst(_ example: String, _ diagnostics: Diagnostics) {
        let name = name
        diagnostics.add(
            .error, once: "month first\n" + column, at: self,
            expected:
                "the year first, 2026-11-23, or the day, 23/11/2026: in a spreadsheet the format yyyy-mm-dd",
            message: { met in
                "is the month first? \(name) '\(Diagnostic.shortened(example))' can only be read so, and the other dates "
                    + "of the column can be" + (met.count > 1 ? "; there are \(met.count)" : "")
            })
    }

    private func tellMixed(_ diagnostics: Diagnostics) {
        let text = "\(name) \(shown)"
        diagnostics.add(
            .error, once: "month and day first\n" + column, at: self,
            expected: "the year first in all of them, 2026-11-23",
            message: { met in
                "\(text) can only be read month first, and other dates of the column only day first"
                    + met.others("date")
            })
    }

    /// Tells how an unusual form was read, once a column.
    private func tell(_ reading: DayReading, _ day: CalendarDay, _ diagnostics: Diagnostics) {
        let isPlain = reading.form == .iso && !reading.hasTime && reading.weekday == nil
        // That the month comes first is told already.
        let isTold = if case .monthFirst = writing.dayOrder { reading.form == .numbers } else { false }
        guard !isPlain, !isTold, diagnostics.isFirst(reading.formKey + "\n" + column) else { return }
        let how = reading.isAmbiguous && writing.dayOrder == .dayFirst ? "day first, as \(day)" : "as \(day)"
        let what = reading.form == .serial ? ", the day that a spreadsheet counts so" : ""
        notice(
            "\(name) \(shown) is read \(how)\(what); so is every \(name) of that form", expected: day.iso,
            diagnostics)
    }
}
