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

    /// Whether a text may hold `03/02/2026`: a look at a few bytes, since every cell of a table is asked. Names have hyphens, too,
    /// but not between numbers.
    private static func mayBeNumbers(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count >= 6, bytes.dropFirst(4).first != UInt8(ascii: "-") else { return false }
        var (marks, before) = (0, UInt8(0))
        for byte in bytes.prefix(24) {
            let isMark = byte == 47 || byte == 46 || byte == 45
            let follows = (48...57).contains(before)
            if isMark ? !follows : !(48...57).contains(byte) { marks = 0 } else if isMark { marks += 1 }
            if marks == 2 { return true }
            before = byte
        }
        return false
    }
}
