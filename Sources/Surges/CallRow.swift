// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// A row of `calls.csv` as somebody has it before them while they ring.
public struct CallRow: Sendable, Equatable {
    /// Who and when: no two rows of a list that can be answered are the same.
    public struct Key: Sendable, Hashable {
        /// The person's identifier.
        public let staff: String
        /// The sessions' names, ascending.
        public let sessions: [String]

        /// A row's key.
        public init(staff: String, sessions: [String]) { (self.staff, self.sessions) = (staff, sessions) }
    }

    /// Whom and for when.
    public let key: Key
    /// The place in the order to ring; nil: it is answered, or not proposed any more.
    public let rank: Int?
    /// What the row says in the columns of the list, by column.
    private let cells: [String: String]
    /// What was typed.
    let typed: TypedCall

    /// What was said; nil: nothing yet.
    public var answer: CallAnswer? { typed.answer }
    /// When it was said or tried, as typed.
    public var answeredAt: String { typed.answeredAt }
    /// What else was typed.
    public var note: String { typed.note }
    /// What a column of the list says.
    public subscript(column: String) -> String { cells[column] ?? "" }

    /// The rows of a list, in its order.
    ///
    /// - Parameter week: The week that is called for.
    /// - Returns: Nil, with everything that is wrong, where the command could not read the answers either.
    public static func read(_ input: InputFile, week: Week, _ diagnostics: Diagnostics) -> [CallRow]? {
        guard let sheet = CallSheet.read(input, week: week, diagnostics),
            let table = CSVTable.read(
                input, required: CallList.columns, others: .keep, diagnostics),
            // Both read the same rows, or there is an error.
            sheet.calls.count == table.rows.count, !diagnostics.hasErrors
        else { return nil }
        return zip(table.rows, sheet.calls).map { row, call in
            let cells = CallList.columns.map { ($0, CSVText.original(table.field($0, of: row)?.text ?? "")) }
            return CallRow(
                key: Key(
                    staff: call.shifts.first.map { week.staff[$0.person].id } ?? "",
                    sessions: call.shifts.map { week.sessions[$0.session].id }),
                rank: table.field("rank", of: row).flatMap { Int($0.text) },
                cells: Dictionary(cells) { first, _ in first }, typed: call)
        }
    }
}

extension [CallRow] {
    /// The answers of a list.
    public var answers: CallAnswers {
        var sheet = CallSheet()
        sheet.calls = map(\.typed)
        return sheet.answers
    }
}
