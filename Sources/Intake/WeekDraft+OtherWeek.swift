// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Sessions of a table that lie outside of the days planned, to be told at once when all of them have been seen.
struct SessionsOutside {
    private(set) var outside: [(field: Field, session: WrittenSession)] = []
    private(set) var inside = 0

    /// Takes a session and gives its index in the horizon; nil where it lies outside of it.
    mutating func index(of session: WrittenSession, at field: Field, in horizon: Horizon) -> Int? {
        if let index = horizon.index(of: session) {
            inside += 1
            return index
        }
        outside.append((field, session))
        return nil
    }

    /// The days, from the first to the last, of a table that has none of the days planned; nil where it has some.
    func otherDays(than horizon: Horizon) -> ClosedRange<CalendarDay>? {
        let days = outside.map(\.session.day)
        guard inside == 0, days.count > 1, let first = days.min(), let last = days.max(),
            last < horizon.start || horizon.last < first
        else { return nil }
        return first...last
    }
}

extension WeekDraft {
    /// A table whose sessions are all of other days than those planned.
    struct OtherWeek {
        let file: String
        /// What its sessions are: `columns`.
        let what: String
        let first: Field
        let days: ClosedRange<CalendarDay>
        let count: Int
    }

    /// Tells of sessions outside of the days planned: each, or of a table that has no others the days it is of.
    func tell(
        _ sessions: SessionsOutside, in file: String, of what: String,
        each: (Field, WrittenSession, Horizon) -> Void
    ) {
        guard let horizon, let first = sessions.outside.first else { return }
        if let days = sessions.otherDays(than: horizon) {
            leaveOut(file)
            otherWeeks.append(
                OtherWeek(
                    file: file, what: what, first: first.field, days: days, count: sessions.outside.count))
            return
        }
        for (field, session) in sessions.outside { each(field, session, horizon) }
    }

    /// Tells of tables of another week, once each; once for both rota and demand, where they are of the same.
    func tellOtherWeeks() {
        guard let horizon else { return }
        let planned = "the days planned are \(horizon.start) to \(horizon.last)"
        let needed = otherWeeks.filter { $0.file != TableSchema.current.path }
        if needed.count > 1, Set(needed.map(\.days.lowerBound.monday)).count == 1,
            let start = weekFile?.startField
        {
            let monday = needed[0].days.lowerBound.monday
            diagnostics.add(
                .error, once: "another week", at: start,
                expected: "\(monday), if that is the week to be planned",
                leads: true,
                message: { _ in
                    "\(needed.map(\.file).joined(separator: " and ")) are of the week of \(monday), and \(planned)"
                })
        } else {
            for other in needed { tell(other, .error, planned, outcome: "") }
        }
        for other in otherWeeks where other.file == TableSchema.current.path {
            tell(other, .warning, planned, outcome: ", so all of it is left out")
        }
    }

    private func tell(
        _ other: OtherWeek, _ severity: Diagnostic.Severity, _ planned: String, outcome: String
    ) {
        diagnostics.add(
            severity, once: "another week in " + other.file, at: other.first,
            expected: "\(other.what) of the days planned, or another week_starting in \(WeekFile.path)",
            leads: true,
            message: { _ in
                "\(other.file) is of another week: all of its \(other.count) \(other.what) lie in "
                    + "\(other.days.lowerBound) to \(other.days.upperBound), and \(planned)\(outcome)"
            })
    }
}
