// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A day without its year, as headings have it: `Mon 7 Dec`, `7-Dec`, `Mon 07/12`. Numbers are day first.
struct YearlessDay {
    let day: Int
    let month: Int
    let weekday: Weekday?

    /// Nil where the text is none.
    init?(_ text: String) {
        guard (3...24).contains(text.utf8.count) else { return nil }
        var rest = Substring(text)
        weekday = DayWords.weekday(before: &rest)
        let tokens = rest.split { "-/. ".contains($0) }
        guard tokens.count == 2 else { return nil }
        if let (day, month) = DayWords.dayAndMonth(tokens[0], tokens[1]) {
            (self.day, self.month) = (day, month)
            return
        }
        let isNumbers = tokens.allSatisfy { $0.count <= 2 && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        guard isNumbers, rest.contains("/"), let day = Int(tokens[0]), let month = Int(tokens[1]) else {
            return nil
        }
        (self.day, self.month) = (day, month)
    }

    /// The day of that name that is nearest to some days; nil where the calendar has none.
    func nearest(to days: ClosedRange<CalendarDay>) -> CalendarDay? {
        let year = days.lowerBound.components.year
        return ((year - 1)...(year + 1)).compactMap { CalendarDay(year: $0, month: month, day: day) }
            .min { distance($0, days) < distance($1, days) }
    }

    private func distance(_ day: CalendarDay, _ days: ClosedRange<CalendarDay>) -> Int {
        max(days.lowerBound.number - day.number, day.number - days.upperBound.number, 0)
    }
}
