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
    private let partIndex: [String: Int]

    init(start: CalendarDay, days: Int, parts: [DayPart], specialDays: [SpecialDay] = []) {
        let ordered = parts.sorted { $0.starts < $1.starts }
        self.start = start
        self.days = days
        self.parts = ordered
        partIndex = ordered.map(\.id).positions
        self.specialDays = specialDays
        sessions = Session.all(from: start, days: days, parts: ordered, specialDays: specialDays)
    }

    var last: CalendarDay { start.adding(days: days - 1) }

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

/// A session as a file writes it: a day and a part of it.
struct WrittenSession {
    let day: CalendarDay
    let part: String
}

extension Field {
    /// A session: a date and a part of the day, `2026-11-23 am`; date habits as in `day`.
    ///
    /// - Returns: Nil, with an error reported, where the text is no session or the date no date.
    func session(_ diagnostics: Diagnostics) -> WrittenSession? {
        let form = "a session such as 2026-11-23 am"
        guard !isBlank else {
            error("\(name) is blank", expected: form, diagnostics)
            return nil
        }
        guard let (date, part) = Self.cut(text), DayReading(date) != nil else {
            error("\(name) \(shown) is no session", expected: form, diagnostics)
            return nil
        }
        guard let day = Field(date, name: name, place: place).day(diagnostics) else { return nil }
        return WrittenSession(day: day, part: part)
    }

    /// The text before and after the last blank.
    static func cut(_ text: String) -> (date: String, part: String)? {
        guard let blank = text.lastIndex(where: { $0 == " " || $0 == "\n" }) else { return nil }
        let date = text[..<blank].trimmedEnd
        let part = text[text.index(after: blank)...]
        guard !date.isEmpty, !part.isEmpty else { return nil }
        return (String(date), String(part))
    }
}
