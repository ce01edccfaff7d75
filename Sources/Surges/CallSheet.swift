// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// What stands in a row of `calls.csv` that somebody may have typed into: the call, and what was said.
public struct TypedCall: Sendable, Equatable {
    /// Who and when.
    public var shifts: [Shift]
    /// The teams that the row names; none where it names none.
    public var teams: [String]
    /// What was said; nil: nothing yet.
    public var answer: CallAnswer?
    /// When it was said, as typed.
    public var answeredAt = ""
    /// What else was typed.
    public var note = ""
    /// Agency bookings that the call takes over.
    public var displaces: [Shift] = []
    /// Cells of columns that somebody added, in the order of `CallSheet.columns`.
    public var others: [String] = []

    /// Takes over what was typed into another row, beside what was typed into this one.
    mutating func add(_ other: TypedCall) {
        func both(_ one: String, _ two: String) -> String {
            one.isEmpty || one == two ? two : two.isEmpty ? one : "\(one); \(two)"
        }
        answeredAt = both(answeredAt, other.answeredAt)
        note = both(note, other.note)
        others = others.indices.map { place in
            both(others[place], other.others.indices.contains(place) ? other.others[place] : "")
        }
    }

    /// Whether anything was typed into the row.
    var isTyped: Bool {
        answer != nil || !answeredAt.isEmpty || !note.isEmpty || others.contains { !$0.isEmpty }
    }
}

/// `calls.csv` as it was found: the answers, and all else that somebody typed into it.
public struct CallSheet: Sendable, Equatable {
    /// The file's name.
    public static let file = "calls.csv"

    /// The rows, in the order of the file.
    public var calls: [TypedCall] = []
    /// Columns that somebody added, in the order of the file.
    public var columns: [String] = []
    /// Lines that begin with `#`, in the order of the file.
    public var comments: [String] = []

    /// A sheet that nothing was typed into.
    public init() {}

    /// Columns without which there is no call.
    private static let required = ["staff", "sessions", "answer"]

    /// Reads a sheet, with everything that is wrong with it at its place.
    ///
    /// - Parameter week: The week that is called for, before the answers.
    /// - Returns: Nil where anything is wrong with it.
    public static func read(_ input: InputFile, week: Week, _ diagnostics: Diagnostics) -> CallSheet? {
        let own = CallList.columns.filter { !required.contains($0) }
        guard
            let table = CSVTable.read(input, required: required, optional: own, others: .keep, diagnostics),
            !diagnostics.hasErrors
        else { return nil }
        var sheet = CallSheet()
        sheet.columns = table.others.map(\.header.text)
        sheet.comments = CSVPieces(input, required: required, optional: own).pieces.filter { $0.cells == nil }
            .map { String(decoding: $0.bytes.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self) }
            .filter { $0.hasPrefix("#") }
        var reader = SheetReader(table, WeekIndex(week), week, diagnostics)
        for row in table.rows {
            if let call = reader.call(row) { sheet.calls.append(call) }
        }
        return diagnostics.hasErrors ? nil : sheet
    }

    /// The answers in it.
    public var answers: CallAnswers {
        var answers = CallAnswers()
        for call in calls {
            switch call.answer {
            case .yes:
                for shift in call.shifts { answers.accepted[shift] = call.teams }
                answers.stoodDown.formUnion(call.displaces)
            case .no: answers.declined.formUnion(call.shifts)
            case nil: break
            }
        }
        return answers
    }

    /// Puts an answer that was given otherwise into it: what the rows say of these sessions holds no longer.
    public mutating func answer(_ shifts: [Shift], _ answer: CallAnswer) {
        let meant = Set(shifts)
        for place in calls.indices where !meant.isDisjoint(with: calls[place].shifts) {
            if meant.isSuperset(of: calls[place].shifts) {
                calls[place].answer = answer
            } else {
                // A row of which only a part is answered so is two from now on.
                var part = calls[place]
                part.shifts = part.shifts.filter(meant.contains)
                part.answer = answer
                calls[place].shifts.removeAll(where: meant.contains)
                calls.append(part)
            }
        }
        joinAnswers()
        let known = Set(calls.flatMap(\.shifts))
        let new = Dictionary(grouping: shifts.filter { !known.contains($0) }, by: \.person)
        for person in new.keys.sorted() {
            calls.append(TypedCall(shifts: (new[person] ?? []).sorted(), teams: [], answer: answer))
        }
    }
}

extension CallSheet {
    /// Two answered rows of one session are one answer: the first has what was typed into either.
    private mutating func joinAnswers() {
        for place in calls.indices where calls[place].answer != nil {
            let row = calls[place]
            let first = calls[..<place].firstIndex { other in
                other.answer != nil && other.shifts.contains(where: row.shifts.contains)
            }
            guard let first else { continue }
            let before = calls[..<place].filter { $0.answer != nil }.flatMap(\.shifts)
            calls[first].add(row)
            calls[place].shifts.removeAll(where: before.contains)
        }
        calls.removeAll { $0.shifts.isEmpty }
    }
}

/// Rows of a call sheet into calls.
private struct SheetReader {
    private let table: CSVTable
    private let index: WeekIndex
    private let week: Week
    private let diagnostics: Diagnostics
    /// The line on which each session of somebody is answered.
    private var lines: [Shift: Int] = [:]

    init(_ table: CSVTable, _ index: WeekIndex, _ week: Week, _ diagnostics: Diagnostics) {
        (self.table, self.index, self.week, self.diagnostics) = (table, index, week, diagnostics)
    }

    mutating func call(_ row: CSVTable.Row) -> TypedCall? {
        let answer = answer(row)
        guard let person = person(row), let answer,
            let shifts = shifts(row, person, isAnswered: answer.said != nil)
        else { return nil }
        var call = TypedCall(shifts: shifts, teams: teams(row), answer: answer.said)
        call.answeredAt = text("answered_at", row)
        call.note = text("note", row)
        call.displaces = displaced(row)
        call.others = table.others.map {
            table.field(at: $0.index, named: $0.header.text, of: row)?.text ?? ""
        }
        return call
    }

    private func text(_ column: String, _ row: CSVTable.Row) -> String {
        CSVText.original(table.field(column, of: row)?.text ?? "")
    }

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

    private mutating func shifts(
        _ row: CSVTable.Row, _ person: Int, isAnswered: Bool
    ) -> [Shift]? {
        guard let field = table.field("sessions", of: row) else { return nil }
        let words = field.text.split(separator: ";").map { String($0.drop { $0 == " " }.trimmedEnd) }
        guard !words.isEmpty else {
            field.error(
                "sessions is blank", expected: "sessions such as \(week.sessions.first?.id ?? "")",
                diagnostics)
            return nil
        }
        var shifts: [Shift] = []
        for word in words {
            guard let session = index.session(word) ?? named(field.part(word)) else {
                field.error(
                    "'\(Diagnostic.shortened(word))' is no session of the week",
                    expected: "sessions such as \(week.sessions.first?.id ?? ""), separated by semicolons",
                    diagnostics)
                return nil
            }
            let shift = Shift(person: person, session: session)
            if let line = isAnswered ? lines[shift] : shifts.contains(shift) ? row.line : nil {
                field.error(
                    "\(week.staff[person].id) on \(word) stands in line \(line) already",
                    expected: "one answer for each person and session", diagnostics)
                return nil
            }
            if isAnswered { lines[shift] = row.line }
            shifts.append(shift)
        }
        return shifts.sorted()
    }

    /// A session that a spreadsheet or somebody wrote otherwise; nil: it is none of the week's.
    private func named(_ field: Field) -> Int? {
        guard Field.isSession(field.text), week.days > 0 else { return nil }
        let days = week.start...week.start.adding(days: week.days - 1)
        return field.session(within: days, parts: week.parts.map(\.id), diagnostics)
            .flatMap { index.session($0.id) }
    }

    /// The answer; nil, with an error reported, where it is none.
    private func answer(_ row: CSVTable.Row) -> (said: CallAnswer?, Void)? {
        guard let field = table.field("answer", of: row) else { return nil }
        guard !field.isBlank else { return (nil, ()) }
        return field.word(CallAnswer.self, diagnostics).map { ($0, ()) }
    }

    /// `AG-01@2026-11-25 am`, several separated by semicolons. What is none was never written here, and is left out.
    private func displaced(_ row: CSVTable.Row) -> [Shift] {
        text("displaces", row).split(separator: ";").compactMap { word in
            let parts = word.split(separator: "@", maxSplits: 1).map(String.init)
            guard parts.count == 2, let person = index.person(parts[0]), let session = index.session(parts[1])
            else { return nil }
            return Shift(person: person, session: session)
        }
    }

    private func teams(_ row: CSVTable.Row) -> [String] {
        (table.field("team", of: row)?.text ?? "").split(separator: ";").map(String.init)
    }
}
