// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A caseload made ready for draws: what is the same in each of them is worked out once.
public struct CaseloadDraws: Sendable {
    let book: CaseloadBook
    let week: Week
    let grid: LineGrid
    let profiles: [String: CareProfile]

    /// The draws of a caseload in a week.
    public init(_ book: CaseloadBook, week: Week) {
        (self.book, self.week) = (book, week)
        grid = LineGrid(book, week: week)
        profiles = Dictionary(book.profiles.map { ($0.id, $0) }) { first, _ in first }
    }
}
