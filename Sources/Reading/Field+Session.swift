// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A session as a file writes it: a day and a part of it.
public struct WrittenSession: Sendable, Equatable {
    /// The day it begins on.
    public let day: CalendarDay
    /// The part of the day.
    public let part: String

    /// A session.
    public init(day: CalendarDay, part: String) {
        self.day = day
        self.part = part
    }

    /// The name in files: `2026-11-23 am`.
    public var id: String { "\(day.iso) \(part)" }
}

extension Field {
    /// A session: a date and a part of the day, `2026-11-23 am`; date habits as in `day`.
    ///
    /// - Returns: Nil, with an error reported, where the text is no session or the date no date.
    public func session(_ diagnostics: Diagnostics) -> WrittenSession? {
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
    public static func cut(_ text: String) -> (date: String, part: String)? {
        guard let blank = text.lastIndex(where: { $0 == " " || $0 == "\n" }) else { return nil }
        let date = text[..<blank].trimmedEnd
        let part = text[text.index(after: blank)...]
        guard !date.isEmpty, !part.isEmpty else { return nil }
        return (String(date), String(part))
    }
}
