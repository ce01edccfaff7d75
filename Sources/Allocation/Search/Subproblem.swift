// SPDX-License-Identifier: GPL-3.0-or-later

/// The part of a week that a searching thread may change, so that two threads search one plan at once.
///
/// A week is divided by days: deployments, pairs, supervision, span and heads belong to a session, and so to one
/// part. What is left of a line whose window has days of both is one part's to give; the same goes for the right to
/// book a person. So whatever the parts make of it, both together are feasible.
struct Subproblem: Sendable {
    /// Whether each session is on this part.
    let hasSession: [Bool]
    /// Whether each person's `A` sessions may be booked or given up.
    private(set) var mayBook: [Bool]
    /// People with that right.
    private(set) var booking: [Int]
    let days: [Int]
    /// Cells whose deployment or contacts may change.
    let cells: [Int]
    /// Lines with a session on this part, and those of them that have one on the other too.
    let lines: [Int]
    let shared: [Int]
    /// Whether what is left of each shared line is this part's to give (of no meaning for others).
    let mayGive: [Bool]

    /// The whole week.
    init(_ tables: SearchTables) {
        let instance = tables.model.instance
        hasSession = [Bool](repeating: true, count: instance.sessionCount)
        mayBook = [Bool](repeating: true, count: instance.staffCount)
        booking = Array(0..<instance.staffCount)
        days = Array(0..<instance.dayCount)
        cells = tables.decomposition.cells
        lines = Array(instance.lines.indices)
        shared = []
        mayGive = [Bool](repeating: true, count: instance.lines.count)
    }

    /// The same, but that nobody's `A` sessions may be booked or given up.
    var bookingNobody: Subproblem {
        var part = self
        part.mayBook = mayBook.map { _ in false }
        part.booking = []
        return part
    }

    /// The part of some days, with rights to book people and to give what is left of lines.
    init(_ tables: SearchTables, days: [Int], mayBook: [Bool], mayGive: [Bool]) {
        let instance = tables.model.instance
        var hasSession = [Bool](repeating: false, count: instance.sessionCount)
        for day in days { for t in instance.calendar.sessionsOfDay[day] { hasSession[t] = true } }
        self.hasSession = hasSession
        self.days = days
        (self.mayBook, self.mayGive) = (mayBook, mayGive)
        booking = mayBook.indices.filter { mayBook[$0] }
        cells = tables.decomposition.cells.filter { hasSession[Int(tables.cells.session[$0])] }
        lines = instance.lines.indices.filter { instance.lines[$0].window.contains { hasSession[$0] } }
        shared = lines.filter { instance.lines[$0].window.contains { !hasSession[$0] } }
    }
}
