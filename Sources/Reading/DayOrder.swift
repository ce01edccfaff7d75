// SPDX-License-Identifier: GPL-3.0-or-later

/// Which of the first two numbers of dates such as `03/02/2026` is the day.
public enum DayOrder: Sendable, Equatable {
    /// The first, as everywhere unless something else is shown.
    case dayFirst
    /// The first, and a date of the column shows that it is: `23/11/2026`.
    case surelyDayFirst
    /// The second: a date of the column, which is given, has no other reading, and all others can be read so.
    case monthFirst(String)
    /// Some dates of the column have only the one reading, and some only the other.
    case mixed

    /// What the dates among some texts show. A session's date is one of them.
    static func shown(by texts: some Sequence<String>) -> DayOrder {
        var isDayFirst = false
        var monthFirst: String?
        for text in texts where mayBeNumbers(text) {
            guard let reading = DayReading(text) ?? Field.cut(text).flatMap({ DayReading($0.date) }),
                let numbers = reading.numbers
            else { continue }
            if numbers.first > 12, numbers.second <= 12 { isDayFirst = true }
            if numbers.second > 12, numbers.first <= 12 { monthFirst = monthFirst ?? text }
        }
        guard let monthFirst else { return isDayFirst ? .surelyDayFirst : .dayFirst }
        return isDayFirst ? .mixed : .monthFirst(monthFirst)
    }

    /// Whether a text may hold `03/02/2026`: a look at a few bytes, since every cell of a table is asked.
    private static func mayBeNumbers(_ text: String) -> Bool {
        guard text.utf8.dropFirst(4).first != UInt8(ascii: "-") else { return false }
        var marks = 0
        for byte in text.utf8.prefix(14) where byte == 47 || byte == 46 || byte == 45 { marks += 1 }
        return marks >= 2 && text.utf8.count >= 6
    }
}
