// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// The sessions of a week by name, both ways.
struct SessionNames {
    private let names: [String]
    private let index: WeekIndex
    private let parts: [String]
    private let start: CalendarDay
    private let end: CalendarDay
    /// Whether sessions that the week does not have are read as `elsewhere`; else they are errors.
    private let readsOthers: Bool

    /// The index that stands for every session of another week.
    static let elsewhere = -1

    init(_ week: Week, readsOthers: Bool = false) {
        self.readsOthers = readsOthers
        names = week.sessions.map(\.id)
        index = WeekIndex(week)
        parts = week.parts.map(\.id)
        start = week.start
        end = week.start.adding(days: week.days - 1)
    }

    /// `2026-11-23 am`.
    func name(_ index: Int) throws(PlanFolderError) -> String {
        guard names.indices.contains(index) else {
            throw .unfitPlan(reason: "it has a session \(index) where the week has \(names.count)")
        }
        return names[index]
    }

    /// The session a cell names; nil, with an error reported, where it is none of the horizon.
    func index(of field: Field, _ diagnostics: Diagnostics) -> Int? {
        if let session = index.session(field.text) { return session }
        let form = "a session such as \(names.first ?? "2026-11-23 am")"
        guard !field.isBlank else {
            field.error("\(field.name) is blank", expected: form, diagnostics)
            return nil
        }
        let shown = Diagnostic.shortened(field.text)
        guard let blank = field.text.lastIndex(of: " ") else {
            field.error("\(field.name) '\(shown)' is no session", expected: form, diagnostics)
            return nil
        }
        // A spreadsheet may have rewritten the date; then `day` tells how it is read.
        let date = Field(
            String(field.text[..<blank].reversed().drop { $0 == " " }.reversed()), name: field.name,
            place: field.place)
        let part = String(field.text[field.text.index(after: blank)...])
        guard let day = date.day(diagnostics) else { return nil }
        if readsOthers { return index.session("\(day.iso) \(part)") ?? Self.elsewhere }
        guard parts.contains(part) else {
            field.error(
                "\(field.name) '\(shown)' names '\(Diagnostic.shortened(part))', which is no part of the day",
                expected: "one of \(parts.joined(separator: ", "))", diagnostics)
            return nil
        }
        guard let session = index.session("\(day.iso) \(part)") else {
            field.error(
                "\(field.name) '\(shown)' is outside the horizon",
                expected: "a session from \(start) to \(end)",
                diagnostics)
            return nil
        }
        return session
    }
}
