// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import GLPK
import Workforce

/// Contacts, and their minutes with the person supported, that go unmet in every plan of a week.
struct Unmet: Equatable {
    var contacts = 0
    var minutes = 0

    static func + (one: Unmet, other: Unmet) -> Unmet {
        Unmet(contacts: one.contacts + other.contacts, minutes: one.minutes + other.minutes)
    }

    /// The larger of each: where two bounds hold, the better one does.
    func orMore(_ other: Unmet) -> Unmet {
        Unmet(contacts: max(contacts, other.contacts), minutes: max(minutes, other.minutes))
    }
}

/// What must go unmet of any set of lines, whatever the allocation: a bound from below, kept once worked out.
///
/// A set is bound by its own programme (`CapacityProgram`), and by its parts: what must go unmet of lines that have
/// none in common adds up. Where the programme would be too large, the parts alone have to do.
struct LeastUnmet {
    private let cells: CareCells
    private var known: [[Int]: Unmet] = [:]

    /// Programmes of more options, a person each, are not solved: they would take minutes.
    static let largestProgram = 60_000
    /// Iterations of the simplex method after which a programme's bound is taken as it stands.
    static let iterations = 20_000

    init(_ cells: CareCells) {
        self.cells = cells
    }

    private var instance: Instance { cells.instance }

    /// What must go unmet of these lines, ascending.
    ///
    /// - Parameter parts: Sets of these lines, none in two of them, with what must go unmet of each.
    mutating func unmet(of lines: [Int], parts: [Unmet] = []) -> Unmet {
        let ofParts = parts.reduce(Unmet(), +)
        let own = alone(lines)
        let found = own.orMore(ofParts)
        known[lines] = found
        return found
    }

    private mutating func alone(_ lines: [Int]) -> Unmet {
        if let answer = known[lines] { return answer }
        guard !lines.isEmpty, size(lines) <= Self.largestProgram else { return Unmet() }
        let program = CapacityProgram(lines: lines, cells: cells)
        let minutes = program.unmetMinutes(GLPKSolver(), iterations: Self.iterations)
        return whole(minutes, lines)
    }

    /// Options of people in sessions, before those who are alike are put together.
    private func size(_ lines: [Int]) -> Int {
        lines.reduce(0) { size, i in
            let line = instance.lines[i]
            return size + line.window.reduce(0) { $0 + cells.people(team: line.team, session: $1).count }
        }
    }

    /// Contacts are whole: minutes unmet are a multiple of what all lengths of contact have in common.
    private func whole(_ minutes: Double, _ lines: [Int]) -> Unmet {
        let lengths = lines.map { instance.activities[instance.lines[$0].activity].minutes }
        let step = lengths.reduce(0, Self.commonDivisor)
        let longest = lengths.max() ?? 0
        // What the sums of the programme's data may have lost to rounding is given back.
        let least = Int((minutes - 1e-6).rounded(.up))
        guard step > 0, least > 0 else { return Unmet() }
        let whole = (least + step - 1) / step * step
        return Unmet(contacts: (whole + longest - 1) / longest, minutes: whole)
    }

    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
        other == 0 ? one : commonDivisor(other, one % other)
    }
}
