// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// What a row of the programme is about, so that its shadow price can be told in words.
enum RowOrigin: Hashable {
    /// Hours of a kind in a calendar week.
    case hours(kind: Int)
    /// Heads of a kind there at one time on a day.
    case presence(kind: Int, day: DayKind)
    /// Days that a kind works in a week.
    case days(kind: Int)
    /// Rest of a kind between days.
    case rest(kind: Int)
    /// Sign-offs of a kind.
    case signOffs(kind: Int)
    /// Contacts that are wanted: a line of the work of a week.
    case demand(week: Int, line: Int)
    /// Contacts of it that may be given by one, which are no more than a review has found.
    case singleHanded(week: Int, line: Int)
    /// Heads that a team wants.
    case heads(week: Int, team: Int)
    /// Posts that may be added in all.
    case posts
    /// Everything else: what holds work and time together.
    case balance
}

/// Which days people would rather not work.
enum DayKind: String, Hashable, CaseIterable, Sendable {
    case weekday, saturday, sunday
}

/// A linear programme in the making: rows take their terms in any order.
struct ProgramRows {
    typealias Term = (column: Int, coefficient: Double)

    private struct Row {
        let lower: Double
        let upper: Double
        var terms: [Term]
        let origin: RowOrigin
    }

    private var columns = LinearProgram()
    private var rows: [Row] = []

    /// A column from 0 on.
    mutating func column(cost: Double = 0, upper: Double = .infinity, integer: Bool = false) -> Int {
        columns.addColumn(cost: cost, lower: 0, upper: upper, integer: integer)
    }

    /// A row; none where it has no terms and holds anyway.
    @discardableResult
    mutating func row(
        lower: Double = -.infinity, upper: Double = .infinity, _ terms: [Term], _ origin: RowOrigin = .balance
    ) -> Int {
        rows.append(Row(lower: lower, upper: upper, terms: terms, origin: origin))
        return rows.count - 1
    }

    /// The programme, and what its rows are about. Terms of one column in one row are added up.
    func made() -> (program: LinearProgram, origins: [RowOrigin]) {
        var program = columns
        for row in rows {
            program.beginRow(lower: row.lower, upper: row.upper)
            var sum: Term?
            for term in row.terms.sorted(by: { $0.column < $1.column }) {
                if let last = sum, last.column == term.column {
                    sum = (last.column, last.coefficient + term.coefficient)
                } else {
                    if let last = sum, last.coefficient != 0 {
                        program.addTerm(column: last.column, coefficient: last.coefficient)
                    }
                    sum = term
                }
            }
            if let last = sum, last.coefficient != 0 {
                program.addTerm(column: last.column, coefficient: last.coefficient)
            }
        }
        return (program, rows.map(\.origin))
    }
}
