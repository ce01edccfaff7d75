// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The words that dates are written with, and times behind them.
enum DayWords {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// Takes a weekday's name off the beginning: `Mon 7 Dec`, `Monday, 7 December`.
    static func weekday(before text: inout Substring) -> Weekday? {
        let word = text.prefix { $0.isLetter }
        guard word.count >= 3, let weekday = weekday(word) else { return nil }
        let rest = text[word.endIndex...]
        guard let next = rest.first, ", .".contains(next) else { return nil }
        text = rest.drop { ", .".contains($0) }
        return weekday
    }

    /// The weekday of a name, or of three or more letters that it begins with.
    static func weekday(_ word: Substring) -> Weekday? {
        let name = word.lowercased()
        guard name.count >= 3 else { return nil }
        return Weekday.allCases.first { String(describing: $0).hasPrefix(name) }
    }

    /// Takes a time off the end, `T00:00:00`, ` 09:30` or `T23:00:00Z`; nil: there was none.
    ///
    /// - Returns: The minutes after midnight, and whether they are of Greenwich time.
    static func cutTime(_ text: inout Substring) -> (minutes: Int, isGreenwich: Bool)? {
        guard text.utf8.contains(UInt8(ascii: ":")),
            let start = text.lastIndex(where: { $0 == "T" || $0 == " " })
        else { return nil }
        let time = text[text.index(after: start)...].drop { $0 == " " }
        let isTime = time.allSatisfy { $0.isASCII && $0.isNumber || ":.Z".contains($0) }
        let numbers = time.split(separator: ":").map { $0.prefix { $0.isNumber } }
        guard isTime, (2...3).contains(numbers.count), numbers.allSatisfy({ (1...2).contains($0.count) }),
            let hours = Int(numbers[0]), let minutes = Int(numbers[1]), minutes < 60,
            hours * 60 + minutes <= 1440
        else { return nil }
        text = text[..<start].trimmedEnd
        return (hours * 60 + minutes, time.hasSuffix("Z"))
    }

    /// `7 Dec` and `Dec 7`, `7th` and `7,` among them.
    static func dayAndMonth(_ one: Substring, _ two: Substring) -> (day: Int, month: Int)? {
        if let day = day(one), let month = month(two) { return (day, month) }
        if let month = month(one), let day = day(two) { return (day, month) }
        return nil
    }

    private static func day(_ text: Substring) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text[digits.endIndex...].lowercased()
        guard (1...2).contains(digits.count), ["", "st", "nd", "rd", "th", ","].contains(rest) else {
            return nil
        }
        return Int(digits)
    }

    private static func month(_ text: Substring) -> Int? {
        let name = text.lowercased()
        let index = months.firstIndex {
            $0 == name || $0.prefix(3) == name || name == "sept" && $0.hasPrefix("sept")
        }
        return index.map { $0 + 1 }
    }
}
