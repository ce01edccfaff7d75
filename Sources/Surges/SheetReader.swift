// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// Rows of a call sheet into calls. Everything that is acted on is read, or told at its place, all of it at once.
struct SheetReader {
    private let table: CSVTable
    private let index: WeekIndex
    private let week: Week
    private let diagnostics: Diagnostics
    /// The line on which each session of somebody is answered.
    private var lines: [Shift: Int] = [:]

    init(_ table: CSVTable, _ index: WeekIndex, _ week: Week, _ diagnostics: Diagnostics) {
        (self.table, self.index, self.week, self.diagnostics) = (table, index, week, diagnostics)
    }

    /// The call of a row; nil, with errors reported, where something in it cannot be read.
    mutating func call(_ row: CSVTable.Row) -> TypedCall? {
        let answer = answer(row)
        let person = person(row)
        let sessions = sessions(row)
        let teams = teams(row)
        let displaced = displaced(row)
        // An answer that cannot be read was to be one.
        let isAnswered = answer.map { $0.said != nil } ?? true
        // Of who said no nothing is booked, and nobody given up.
        let isActedOn = answer.map { $0.said == .yes } ?? true
        if isActedOn, let wrong = displaced.wrong {
            wrong.field.error(wrong.message, expected: wrong.expected, diagnostics)
        }
        guard let answer, let person, let sessions, let teams, !isActedOn || displaced.wrong == nil,
            let shifts = shifts(row, person, sessions, isAnswered: isAnswered)
        else { return nil }
        var call = TypedCall(shifts: shifts, teams: teams, answer: answer.said)
        call.answeredAt = text("answered_at", row)
        call.note = text("note", row)
        call.displaces = displaced.shifts
        call.unread = displaced.wrong?.message
        call.unreadCell = displaced.wrong.map { CSVText.original($0.field.text) } ?? ""
        call.others = table.others.map {
            table.field(at: $0.index, named: $0.header.text, of: row)?.text ?? ""
        }
        return call
    }

    private func text(_ column: String, _ row: CSVTable.Row) -> String {
        CSVText.original(table.field(column, of: row)?.text ?? "")
    }

    private func words(_ text: String) -> [String] {
        text.split(separator: ";").map { String($0.drop { $0 == " " }.trimmedEnd) }
    }

    // MARK: Who and when

    private func person(_ row: CSVTable.Row) -> Int? {
        guard let field = table.field("staff", of: row) else { return nil }
        if let person = index.person(field.text) { return person }
        let nearest = nearestName(to: field.text, in: week.staff.map(\.id))
        field.error(
            field.isBlank
                ? "staff is blank" : "nobody on the roster is \(field.shown)" + didYouMean(nearest),
            expected: nearest ?? "a person of staff.csv", diagnostics)
        return nil
    }

    /// The sessions that the row names, with how each is written there.
    private func sessions(_ row: CSVTable.Row) -> [(word: String, session: Int)]? {
        guard let field = table.field("sessions", of: row) else { return nil }
        let words = words(field.text)
        guard !words.isEmpty else {
            field.error(
                "sessions is blank", expected: "sessions such as \(week.sessions.first?.id ?? "")",
                diagnostics)
            return nil
        }
        let found = words.compactMap { word -> (word: String, session: Int)? in
            if let session = session(word, field, diagnostics) { return (word, session) }
            field.error(
                "'\(Diagnostic.shortened(word))' is no session of the week",
                expected: "sessions such as \(week.sessions.first?.id ?? ""), separated by semicolons",
                diagnostics)
            return nil
        }
        return found.count == words.count ? found : nil
    }

    private func session(_ word: String, _ field: Field, _ diagnostics: Diagnostics) -> Int? {
        index.session(word) ?? named(field.part(word), diagnostics)
    }

    /// A session that a spreadsheet or somebody wrote otherwise; nil: it is none of the week's.
    private func named(_ field: Field, _ diagnostics: Diagnostics) -> Int? {
        guard Field.isSession(field.text), week.days > 0 else { return nil }
        let days = week.start...week.start.adding(days: week.days - 1)
        return field.session(within: days, parts: week.parts.map(\.id), diagnostics)
            .flatMap { index.session($0.id) }
    }

    /// The person's sessions, each in one row that is answered.
    private mutating func shifts(
        _ row: CSVTable.Row, _ person: Int, _ sessions: [(word: String, session: Int)], isAnswered: Bool
    ) -> [Shift]? {
        var shifts: [Shift] = []
        for (word, session) in sessions {
            let shift = Shift(person: person, session: session)
            if let line = isAnswered ? lines[shift] : shifts.contains(shift) ? row.line : nil {
                table.field("sessions", of: row)?.error(
                    "\(week.staff[person].id) on \(word) stands in line \(line) already",
                    expected: "one answer for each person and session", diagnostics)
                return nil
            }
            if isAnswered { lines[shift] = row.line }
            shifts.append(shift)
        }
        return shifts.sorted()
    }

    // MARK: What was said, and what that means

    /// The answer; nil, with an error reported, where it is none.
    private func answer(_ row: CSVTable.Row) -> (said: CallAnswer?, Void)? {
        guard let field = table.field("answer", of: row) else { return nil }
        guard !field.isBlank else { return (nil, ()) }
        return field.word(CallAnswer.self, diagnostics).map { ($0, ()) }
    }

    /// The teams that the row names; nil, with an error reported, where one is none of the week's.
    private func teams(_ row: CSVTable.Row) -> [String]? {
        guard let field = table.field("team", of: row) else { return [] }
        let names = words(field.text).filter { !$0.isEmpty }
        let unknown = names.filter { index.team($0) == nil }
        for name in unknown {
            let nearest = nearestName(to: name, in: week.teams.map(\.id))
            field.error(
                "no team is '\(Diagnostic.shortened(name))'" + didYouMean(nearest),
                expected: nearest ?? "teams of teams.csv, separated by semicolons", diagnostics)
        }
        return unknown.isEmpty ? names : nil
    }

    /// Why what a row takes over cannot be read.
    private struct Wrong {
        let field: Field
        let message: String
        let expected: String
    }

    /// Bookings of agency that the row takes over, `AG-01@2026-11-25 am`, several separated by semicolons; and what is wrong
    /// with the first that is none. A row that nobody has answered yet may be of somebody who has left the roster since.
    private func displaced(_ row: CSVTable.Row) -> (shifts: [Shift], wrong: Wrong?) {
        guard let field = table.field("displaces", of: row) else { return ([], nil) }
        var shifts: [Shift] = []
        for word in words(CSVText.original(field.text)) where !word.isEmpty {
            let parts = word.split(separator: "@", maxSplits: 1).map(String.init)
            let person = parts.first.flatMap(index.person)
            // What is wrong with it is told as a whole, and only where it is acted on.
            let session = parts.count == 2 ? session(parts[1], field, Diagnostics()) : nil
            guard let person, let session, week.staff[person].employment == .agency else {
                return ([], wrong(word, parts, person, session, field))
            }
            shifts.append(Shift(person: person, session: session))
        }
        return (shifts, nil)
    }

    private func wrong(
        _ word: String, _ parts: [String], _ person: Int?, _ session: Int?, _ field: Field
    ) -> Wrong {
        let agency = week.staff.filter { $0.employment == .agency }.map(\.id)
        let name = parts.first ?? ""
        let form = "\(agency.first ?? "AG-01")@\(week.sessions.first?.id ?? "")"
        let nearest = person == nil ? nearestName(to: name, in: agency) : nil
        let why =
            parts.count < 2
            ? "a booking is written as \(form)"
            : person == nil
                ? "nobody on the roster is '\(Diagnostic.shortened(name))'" + didYouMean(nearest)
                : session == nil
                    ? "'\(Diagnostic.shortened(parts[1]))' is no session of the week"
                    : "'\(name)' is not from an agency"
        return Wrong(
            field: field, message: "'\(Diagnostic.shortened(word))' is no booking of agency: \(why)",
            expected: nearest.map { "\($0)@\(parts.dropFirst().first ?? "")" }
                ?? "bookings of agency such as \(form), separated by semicolons, or a blank")
    }
}
