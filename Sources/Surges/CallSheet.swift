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
    /// Why what a row says that it takes over cannot be read, in words, where the row is still to be answered.
    var unread: String?
    /// What stands there then, which is kept as it was typed.
    var unreadCell = ""
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
