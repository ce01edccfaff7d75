// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Field {
    /// A day as exports have it: `20261123` as well as every form of `day`.
    public func exportDay(_ diagnostics: Diagnostics) -> CalendarDay? {
        if text.utf8.count == 8, text.utf8.allSatisfy({ (48...57).contains($0) }) {
            let digits = text.utf8.map { Int($0) - 48 }
            let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
            if let day = CalendarDay(year: number(0..<4), month: number(4..<6), day: number(6..<8)) {
                return day
            }
        }
        return day(diagnostics)
    }

    /// A day, with a time behind it or not; nil, with one error, where it is none.
    ///
    /// - Parameter end: Whether it ends something, and so may be at `24:00`.
    public func dated(end: Bool = false, _ diagnostics: Diagnostics) -> (day: CalendarDay, minutes: Int?)? {
        guard text.contains(":") else { return exportDay(diagnostics).map { ($0, nil) } }
        guard let moment = moment(end: end, diagnostics) else { return nil }
        guard let day = moment.day else {
            error("\(name) \(shown) is a time without its day", expected: Self.dayForm, diagnostics)
            return nil
        }
        return (day, moment.minutes)
    }

    /// A time, alone or behind a date: `07:30`, `2026-11-23T07:30:00`, `23/11/2026 07:30`.
    ///
    /// - Parameter end: Whether it ends something, and so may be `24:00`.
    /// - Returns: The time in minutes after midnight, and the date where there is one; both nil where the date has no time;
    ///   nil, with an error, where the text is neither.
    public func moment(
        end: Bool = false, _ diagnostics: Diagnostics
    ) -> (day: CalendarDay?, minutes: Int?)? {
        let plain = plain(diagnostics)
        guard let blank = plain.lastIndex(where: { $0 == " " || $0 == "T" }),
            plain[plain.index(after: blank)...].contains(":")
        else {
            if DayReading(plain) != nil || plain.count == 8 && !plain.contains(":") {
                return exportDay(diagnostics).map { ($0, nil) }
            }
            return part(plain).time(end: end, diagnostics).map { (nil, $0) }
        }
        let time = part(plain[plain.index(after: blank)...].prefix { $0 != "." && $0 != "Z" })
        guard let day = part(plain[..<blank]).exportDay(diagnostics),
            let minutes = time.time(end: end, diagnostics)
        else { return nil }
        guard plain.hasSuffix("Z") else { return (day, minutes) }
        let clock = BritishTime.clock(atGreenwich: day, minutes)
        if clock != (day, minutes) {
            tellReading(
                as: "an hour later, since Z is Greenwich time and clocks show summer time", form: "Z",
                diagnostics)
        }
        return (clock.day, clock.minutes)
    }

    /// A length of time in minutes: `7:30` and `07:30:00` are hours and minutes, `7.5` hours.
    public func hoursAsMinutes(in limits: ClosedRange<Double>, _ diagnostics: Diagnostics) -> Double? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count >= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60, hours < 1000
        {
            let value = Double(hours * 60 + minutes)
            guard limits.contains(value / 60) else {
                error(
                    "\(name) \(shown) is not from \(limits.lowerBound) to \(limits.upperBound) hours",
                    expected: "hours", diagnostics)
                return nil
            }
            return value
        }
        return decimal(in: limits, unit: "hours", diagnostics).map { $0 * 60 }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
