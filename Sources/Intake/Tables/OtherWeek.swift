// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Sessions of a table that lie outside of the days planned, to be told at once when all of them have been seen.
struct SessionsOutside {
    private(set) var outside: [(field: Field, session: WrittenSession)] = []
    private(set) var inside = 0
    /// How many of them all are of a day planned where the month comes first.
    private var monthFirst = 0

    /// Takes a session and gives its index in the horizon; nil where it lies outside of it.
    mutating func index(of session: WrittenSession, at field: Field, in horizon: Horizon) -> Int? {
        if let day = field.dayIfMonthFirst, horizon.range.contains(day) { monthFirst += 1 }
        if let index = horizon.index(of: session) {
            inside += 1
            return index
        }
        outside.append((field, session))
        return nil
    }

    /// The days, from the first to the last, of a table that has none of the days planned; nil where it has some.
    private func otherDays(than horizon: Horizon) -> ClosedRange<CalendarDay>? {
        let days = outside.map(\.session.day)
        guard inside == 0, days.count > 1, let first = days.min(), let last = days.max(),
            last < horizon.start || horizon.last < first
        else { return nil }
        return first...last
    }

    /// Tells of each session, or where the table has no others gives the days that it is of, to be told once for all
    /// tables.
    func tell(
        in file: String, of what: String, _ horizon: Horizon?, _ diagnostics: Diagnostics,
        each: (Field, WrittenSession, Horizon) -> Void
    ) -> OtherWeek? {
        guard let horizon, let first = outside.first else { return nil }
        if monthFirst == inside + outside.count {
            let days = outside.map(\.session.day)
            return OtherWeek(
                file: file, what: what, first: first.field,
                days: (days.min() ?? horizon.start)...(days.max() ?? horizon.start), count: outside.count,
                isMonthFirst: true)
        }
        if let days = otherDays(than: horizon) {
            return OtherWeek(
                file: file, what: what, first: first.field, days: days, count: outside.count)
        }
        for (field, session) in outside { each(field, session, horizon) }
        return nil
    }
}

/// A table whose sessions are all of other days than those planned, so that nothing of it was taken over.
struct OtherWeek {
    let file: String
    /// What its sessions are: `columns`.
    let what: String
    let first: Field
    let days: ClosedRange<CalendarDay>
    let count: Int
    /// Whether they would be of the days planned if the month came first in their dates.
    var isMonthFirst = false
}
