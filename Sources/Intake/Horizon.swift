// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// The days and parts of the day that are planned, for sessions to be looked up in.
struct Horizon {
    let start: CalendarDay
    let days: Int
    /// In order of their start.
    let parts: [DayPart]
    let sessions: [Session]
    /// Days that are not as others of their weekday, those outside of the horizon among them.
    let specialDays: [SpecialDay]
    /// The names of the parts.
    let partNames: [String]
    private let partIndex: [String: Int]

    init(start: CalendarDay, days: Int, parts: [DayPart], specialDays: [SpecialDay] = []) {
        let ordered = parts.sorted { $0.starts < $1.starts }
        self.start = start
        self.days = days
        self.parts = ordered
        partNames = ordered.map(\.id)
        partIndex = ordered.map(\.id).positions
        self.specialDays = specialDays
        sessions = Session.all(from: start, days: days, parts: ordered, specialDays: specialDays)
    }

    var last: CalendarDay { start.adding(days: days - 1) }
    /// The days planned.
    var range: ClosedRange<CalendarDay> { start...last }

    /// The index of a session; nil outside the horizon.
    func index(of session: WrittenSession) -> Int? {
        let day = session.day.number - start.number
        guard (0..<days).contains(day), let part = partIndex[session.part] else { return nil }
        return day * parts.count + part
    }

    /// Whether week.yaml has that part of the day.
    func hasPart(_ part: String) -> Bool { partIndex[part] != nil }

    /// Why a session is not in the horizon.
    func absence(of session: WrittenSession) -> String {
        guard partIndex[session.part] != nil else {
            let nearest = nearestName(to: session.part, in: parts.map(\.id))
            return "'\(Diagnostic.shortened(session.part))' is no part of the day in week.yaml"
                + didYouMean(nearest)
        }
        return "\(session.day) is outside the horizon, \(start) to \(last)"
    }
}
