// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Wording
import Workforce

/// Agency that is booked already and that somebody of the bank could take over.
struct Displacement {
    let ladder: Ladder
    /// Everybody who is booked or proposed.
    let held: [Shift: [Int]]
    let rows: PlanRows
    let seed: UInt64

    /// Moves with which the plan without a booking is looked for.
    private static let moves = 6_000

    /// The calls to bank by which bookings of agency would not be needed, each with what it saves.
    ///
    /// - Parameter booked: The bookings that the plan has.
    func calls(besides booked: [Shift: [Int]]) -> [(
        booked: Booked, instead: Shift, saving: Double, isExact: Bool
    )] {
        var taken = Set<Shift>()
        let agency = booked.keys.sorted().filter { ladder.week.staff[$0.person].employment == .agency }
        return agency.compactMap { shift in
            guard let found = call(instead: shift, besides: taken) else { return nil }
            taken.insert(found.booked.shift)
            return found
        }
    }

    private func call(
        instead shift: Shift, besides taken: Set<Shift>
    ) -> (booked: Booked, instead: Shift, saving: Double, isExact: Bool)? {
        let week = ladder.week
        var left = held
        left[shift] = nil
        let bank = Set(
            week.staff.indices.filter { week.staff[$0].employment == .bank }
                .map { Shift(person: $0, session: shift.session) }
        ).subtracting(taken)
        let opening = ladder.opening(ladder.everything, only: bank, holding: left)
        guard !opening.teams.isEmpty else { return nil }
        let asItIs = best(
            ladder.opening(ladder.withoutCalls, only: [], holding: held), held, near: [shift.person])
        let without = best(
            opening, left, near: Set(opening.teams.keys.map(\.person)).sorted() + [shift.person])
        let cost = ladder.everybody.bookingPay[ladder.everybody.cell(shift.person, shift.session)]
        let saving = asItIs.plan.objective + cost - without.plan.objective
        let called = opening.teams.keys.sorted().compactMap { one in
            without.plan.team(ofPerson: one.person, session: one.session).map { (one, $0) }
        }
        guard saving > 0.005, called.count == 1, let (one, team) = called.first else { return nil }
        let own = week.staff[one.person].employer == week.teams[team].organisation
        return (
            Booked(shift: one, team: team, rung: own ? .ownBank : .collaborativeBank), shift, saving,
            asItIs.isExact && without.isExact
        )
    }

    private func best(
        _ opening: Ladder.Opening, _ held: [Shift: [Int]], near people: [Int]
    ) -> (plan: NearbyPlan, isExact: Bool) {
        let planner = NearbyPlanner(
            WeeklyModel(Instance(ladder.week(opening, holding: held))), seed: seed)
        var plan = planner.takingOver(rows)
        let lines = plan.instance.lines.indices.filter { plan.unmet(ofLine: $0) > 0 }
        plan.improve(near: people, lines: lines, moves: Self.moves)
        if let cheapest = planner.cheapest(from: plan) { return (cheapest, true) }
        return (plan, false)
    }
}
