// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Workforce

/// A plan of a week too large to be proved, in which calls are made and taken back one at a time.
///
/// Whoever is booked stays so whatever else is planned anew, and nobody comes who is not sent. One model serves for
/// all calls, so that what hangs on each takes hundredths of a second.
struct BookedPlan: Sendable {
    /// The plan as it stands.
    private(set) var plan: NearbyPlan

    /// Moves with which the plan is planned anew near to a call, once all over before calls are compared, and once
    /// without all of them.
    private static let moves = 1_000
    private static let settlingMoves = 30_000
    private static let movesWithoutAll = 20_000

    /// - Parameters:
    ///   - opening: Whom one may send besides.
    ///   - held: Who is booked, and the teams they may be in.
    init(
        _ ladder: Ladder, _ opening: Ladder.Opening, holding held: [Shift: [Int]], rows: PlanRows,
        seed: UInt64, isStopped: @escaping @Sendable () -> Bool
    ) {
        let week = ladder.week(opening, holding: held, as: .available)
        // Nothing is proved of it.
        let planner = NearbyPlanner(
            week, like: ladder.everybody, rulesUpTo: 0, seed: seed, isStopped: isStopped)
        plan = planner.takingOver(rows)
    }

    /// Betters the plan of those who are booked.
    mutating func settle() {
        let lines = plan.instance.lines.indices.filter { plan.unmet(ofLine: $0) > 0 }
        plan.improve(near: [], lines: lines, moves: Self.settlingMoves, booking: false)
    }

    /// The plan with some calls and without them, both planned anew near to them with the same work.
    func without(_ shifts: [Shift]) -> (before: NearbyPlan, after: NearbyPlan) {
        let people = Set(shifts.map(\.person)).sorted()
        let lines = linesGiven(by: shifts)
        var before = plan
        var after = before
        for shift in shifts { after.clear(person: shift.person, session: shift.session) }
        after.improve(near: people, lines: lines, moves: Self.moves, booking: false)
        // As often as the plan without them: what that betters is no call's doing.
        before.improve(near: people, lines: lines, moves: Self.moves, booking: false)
        return (before, after)
    }

    /// The plan without all of some calls, bettered for those who stay.
    func withoutAll(_ shifts: [Shift]) -> PlanRows {
        var plan = plan
        for shift in shifts { plan.clear(person: shift.person, session: shift.session) }
        let lines = plan.instance.lines.indices.filter { plan.unmet(ofLine: $0) > 0 }
        plan.improve(near: [], lines: lines, moves: Self.movesWithoutAll, booking: false)
        return plan.rows
    }

    /// Takes calls back, and plans anew near to them.
    mutating func drop(_ shifts: [Shift]) {
        let people = Set(shifts.map(\.person)).sorted()
        let lines = linesGiven(by: shifts)
        for shift in shifts { plan.clear(person: shift.person, session: shift.session) }
        plan.improve(near: people, lines: lines, moves: Self.moves, booking: false)
    }

    /// Sends somebody in each of some sessions to the team in which the plan is cheapest, as far as that saves.
    ///
    /// - Parameter teams: The teams that may be chosen from.
    /// - Returns: Where they are sent; none: it does not pay.
    mutating func send(_ shifts: [Shift], to teams: [Shift: [Int]]) -> [Shift: Int] {
        for shift in shifts {
            let before = plan.objective
            let best = (teams[shift] ?? []).map { ($0, price(sending: shift, to: $0)) }.min { $0.1 < $1.1 }
            if let (team, price) = best, price < before - 0.005 { _ = place(shift, team) }
        }
        // Where a booking is of more sessions than one, the others of the day came with the first.
        return shifts.reduce(into: [:]) { sent, shift in
            sent[shift] = plan.team(ofPerson: shift.person, session: shift.session)
        }
    }

    /// Plans anew near to some people and what they give.
    mutating func improve(near shifts: [Shift]) {
        plan.improve(
            near: Set(shifts.map(\.person)).sorted(), lines: linesGiven(by: shifts), moves: Self.moves,
            booking: false)
    }

    /// Pounds of the plan with somebody sent to a team; infinite where they may not be.
    private mutating func price(sending shift: Shift, to team: Int) -> Double {
        plan.looking { plan in
            let isSent = plan.send(
                person: PersonIndex(shift.person), session: SessionIndex(shift.session), team: TeamIndex(team)
            )
            return isSent ? plan.objective : .infinity
        }
    }

    private mutating func place(_ shift: Shift, _ team: Int) -> Bool {
        plan.send(
            person: PersonIndex(shift.person), session: SessionIndex(shift.session), team: TeamIndex(team))
    }

    private func linesGiven(by shifts: [Shift]) -> [Int] {
        Set(shifts.flatMap { plan.contacts(ofPerson: $0.person, session: $0.session).map(\.line) }).sorted()
    }
}
