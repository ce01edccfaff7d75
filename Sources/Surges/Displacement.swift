// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Trials
import Wording
import Workforce

/// Agency that is booked already and that somebody of the bank could take over.
struct Displacement: Sendable {
    let ladder: Ladder
    /// The plan in which everybody who is booked or proposed comes.
    let climb: Climb
    let seed: UInt64
    let isStopped: @Sendable () -> Bool

    /// Somebody of the bank instead of a booking of agency.
    struct Found: Sendable {
        /// Who, when and where.
        let shift: Shift
        /// The team they go to.
        let team: Int
        /// The booking that is not needed then.
        let instead: Shift
        /// Pounds that it saves.
        let saving: Double
        /// Whether both plans are proved the cheapest.
        let isExact: Bool
        /// The plan in which they come, and that booking is none.
        let rows: PlanRows
    }

    /// Moves with which the plan without a booking is looked for in a small week.
    private static let moves = 6_000

    private var week: Week { ladder.week }

    /// The calls to bank by which bookings of agency would not be needed, the one that saves most first; nobody of the
    /// bank stands for two in one session. Each is tried by itself.
    ///
    /// - Parameter booked: The bookings that the plan has.
    func calls(besides booked: [Shift: [Int]]) -> [Found] {
        let agency = booked.keys.sorted().filter { week.staff[$0.person].employment == .agency && mayGo($0) }
        guard !agency.isEmpty else { return [] }
        let large = climb.isSmall ? nil : bookedPlan(instead: agency)
        @Sendable func found(_ shift: Shift, _ taken: Set<Shift>) -> Found? {
            if isStopped() { return nil }
            let bank = bank(in: shift.session).subtracting(taken)
            guard let large else { return proved(instead: shift, bank) }
            return sent(instead: shift, bank, in: large)
        }
        var left = inParallel(agency.count) { found(agency[$0], []) }.compactMap(\.self)
        var calls: [Found] = []
        while let next = left.max(by: { ($0.saving, $1.instead) < ($1.saving, $0.instead) }) {
            calls.append(next)
            left.removeAll { $0.instead == next.instead }
            // Who wanted the same person looks for another.
            let taken = Set(calls.map(\.shift))
            left = left.compactMap { $0.shift == next.shift ? found($0.instead, taken) : $0 }
        }
        return calls
    }

    /// Whether a booking can be given up by itself: what is left of the day must be a booking still.
    private func mayGo(_ shift: Shift) -> Bool {
        let others = sessionsBeside(shift)
        return others == 0 || others >= week.policy.bookingMinimumSessions
    }

    /// Who of the bank could come for a session alone.
    private func bank(in session: Int) -> Set<Shift> {
        Set(
            week.staff.indices.filter { week.staff[$0].employment == .bank }
                .map { Shift(person: $0, session: session) }
                .filter { sessionsBeside($0) + 1 >= week.policy.bookingMinimumSessions })
    }

    /// Sessions for which somebody is booked on a day besides one.
    private func sessionsBeside(_ shift: Shift) -> Int {
        let day = week.sessions[shift.session].dayIndex
        return climb.held.keys.count {
            $0.person == shift.person && $0 != shift && week.sessions[$0.session].dayIndex == day
        }
    }

    // MARK: A small week

    private func proved(instead shift: Shift, _ bank: Set<Shift>) -> Found? {
        var left = climb.held
        left[shift] = nil
        let opening = ladder.opening(ladder.everything, only: bank, holding: left)
        guard !opening.teams.isEmpty else { return nil }
        let asItIs = best(
            ladder.opening(ladder.withoutCalls, only: [], holding: climb.held), climb.held,
            near: [shift.person])
        let without = best(
            opening, left, near: Set(opening.teams.keys.map(\.person)).sorted() + [shift.person])
        let saving = asItIs.plan.objective + pay(shift) - without.plan.objective
        let called = opening.teams.keys.sorted().compactMap { one in
            without.plan.team(ofPerson: one.person, session: one.session).map { (one, $0) }
        }
        guard saving > 0.005, called.count == 1, let (one, team) = called.first else { return nil }
        return Found(
            shift: one, team: team, instead: shift, saving: saving,
            isExact: asItIs.isExact && without.isExact, rows: without.plan.rows)
    }

    private func pay(_ shift: Shift) -> Double {
        ladder.everybody.bookingPay[ladder.everybody.cell(shift.person, shift.session)]
    }

    private func best(
        _ opening: Ladder.Opening, _ held: [Shift: [Int]], near people: [Int]
    ) -> (plan: NearbyPlan, isExact: Bool) {
        let planner = NearbyPlanner(
            ladder.week(opening, holding: held), like: ladder.everybody, seed: seed, isStopped: isStopped)
        var plan = planner.takingOver(climb.rows)
        let lines = plan.instance.lines.indices.filter { plan.unmet(ofLine: $0) > 0 }
        plan.improve(near: people, lines: lines, moves: Self.moves)
        if let cheapest = planner.cheapest(from: plan) { return (cheapest, true) }
        return (plan, false)
    }

    // MARK: A large one

    /// The plan, in a week in which bank may be sent wherever agency is booked.
    private func bookedPlan(instead agency: [Shift]) -> (plan: BookedPlan, open: [Shift: [Int]]) {
        let bank = agency.reduce(into: Set<Shift>()) { $0.formUnion(self.bank(in: $1.session)) }
        let opening = ladder.opening(ladder.everything, only: bank, holding: climb.held)
        let plan = BookedPlan(
            ladder, opening, holding: climb.held, rows: climb.rows, seed: seed, isStopped: isStopped)
        return (plan, opening.teams)
    }

    private func sent(
        instead shift: Shift, _ bank: Set<Shift>, in large: (plan: BookedPlan, open: [Shift: [Int]])
    ) -> Found? {
        var without = large.plan
        without.drop([shift])
        let ways = bank.sorted().compactMap { one -> (plan: BookedPlan, shift: Shift, team: Int)? in
            var plan = without
            return plan.send([one], to: large.open)[one].map { (plan, one, $0) }
        }
        guard var found = ways.min(by: { $0.plan.plan.objective < $1.plan.plan.objective }) else {
            return nil
        }
        found.plan.improve(near: [found.shift])
        // As often as the plan with somebody else in that place.
        var asItIs = large.plan
        for _ in 1...2 { asItIs.improve(near: [shift]) }
        let saving = asItIs.plan.objective - found.plan.plan.objective
        guard saving > 0.005 else { return nil }
        return Found(
            shift: found.shift, team: found.team, instead: shift, saving: saving, isExact: false,
            rows: found.plan.plan.rows)
    }
}
