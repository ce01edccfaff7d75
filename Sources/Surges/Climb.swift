// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Workforce

/// A booking that a step of the ladder has and the step before has not.
struct Booked: Sendable, Equatable {
    /// Who and when.
    let shift: Shift
    /// Where to.
    let team: Int
    /// On which rung.
    let rung: Rung
}

/// The way up the ladder: on each step the best plan of the week in which the steps above are closed and what the
/// steps below booked is kept.
struct Climb: Sendable {
    let ladder: Ladder
    private let isStopped: @Sendable () -> Bool
    private let seed: UInt64
    private let proves: Bool
    /// The most columns of a model that has the rules: where nothing is to be proved none has, as in a large week.
    private var rulesUpTo: Int { proves ? NearbyPlanner.provableColumns : 0 }
    /// Who is booked by now, and where to.
    private(set) var held: [Shift: [Int]]
    /// Who was booked on the way, in that order.
    private(set) var booked: [Booked] = []
    /// The plan by now.
    private(set) var rows: PlanRows
    /// Whether the plan of each step was proved the cheapest.
    private(set) var isExact = true
    /// Whether the week is small enough for proofs on each step.
    private(set) var isSmall = true
    /// What was open on the last step; nil: none was planned yet.
    private var last: Ladder.Opening?

    /// Pounds of the plan by now, in the week in which those who are booked are `A`.
    var price: Double { plan.objective }

    /// The plan by now, in the week in which those who are booked are `A`. Where agency is booked beyond the cap, the
    /// cap is what that costs.
    var plan: NearbyPlan { plan(orOf: nil) }

    /// The same, or another plan in which the same people come, where that is cheaper.
    func plan(orOf other: PlanRows?) -> NearbyPlan {
        let week = ladder.week
        var changes = booked.map { week.marking($0.shift, .available, pins: week.mark($0.shift).pins) }
        let pay = ladder.pay(.agency, held)
        if let cap = week.policy.agencyCap, pay > cap + 1e-9 { changes.append(.policy(.agencyCap(pay))) }
        let planner = NearbyPlanner(
            week.supposing(changes), like: ladder.everybody, rulesUpTo: rulesUpTo, seed: seed)
        let plan = planner.takingOver(rows)
        guard let taken = other.map(planner.takingOver), taken.isWhole, taken.objective < plan.objective
        else { return plan }
        return taken
    }

    init(
        _ ladder: Ladder, from rows: PlanRows, holding held: [Shift: [Int]], _ options: SurgeOptions,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        (self.ladder, self.rows, self.held, self.isStopped) = (ladder, rows, held, isStopped)
        (seed, proves) = (options.seed, options.proves)
    }

    /// How often a step of a small week is gone over.
    private static let rounds = 3
    /// Moves of a step of a week too large to be proved; and of the one on which nobody is called, from which all others
    /// go on.
    private static let moves = 5_000
    private static let movesWithoutCalls = 45_000

    /// Climbs all steps that may change something.
    ///
    /// - Parameters:
    ///   - only: The only calls looked at; nil: all that the ladder has.
    ///   - own: A plan of people on duty and those who are held; a week too large to be proved goes on from it where
    ///     they may be sent elsewhere.
    mutating func climb(_ steps: [Ladder.Step], only: Set<Shift>? = nil, besides own: PlanRows? = nil) {
        for step in steps where !isStopped() {
            let opening = ladder.opening(step, only: only, holding: held)
            guard last.map(opening.goesBeyond) ?? true else { continue }
            let isFirst = opening.moves && !(last?.moves ?? false)
            plan(step, opening, besides: isFirst ? own : nil)
            last = opening
        }
    }

    /// Takes calls back, and plans the rest anew.
    mutating func drop(_ shifts: Set<Shift>) {
        let step = ladder.withoutCalls
        guard isSmall else {
            let opening = ladder.opening(step, only: [], holding: held)
            var plan = BookedPlan(
                ladder, opening, holding: held, rows: rows, seed: seed, isStopped: isStopped)
            plan.drop(shifts.sorted())
            rows = plan.plan.rows
            forget(shifts)
            return
        }
        forget(shifts)
        plan(step, ladder.opening(step, only: [], holding: held))
    }

    private mutating func forget(_ shifts: Set<Shift>) {
        for shift in shifts { held[shift] = nil }
        booked.removeAll { shifts.contains($0.shift) }
    }

    /// Goes on from a plan in which the same people come.
    mutating func take(_ better: PlanRows) { rows = better }

    /// Plans a step anew, from the plan by now, and keeps what it books.
    ///
    /// - Parameter other: Another plan to begin with, where it is cheaper.
    private mutating func plan(
        _ step: Ladder.Step, _ opening: Ladder.Opening, besides other: PlanRows? = nil
    ) {
        let week = ladder.week(opening, holding: held)
        let planner = NearbyPlanner(
            week, like: ladder.everybody, rulesUpTo: rulesUpTo, seed: seed, isStopped: isStopped)
        var plan = planner.takingOver(rows)
        let isProvable = planner.isProvable
        if !isProvable {
            isSmall = false
            if let taken = other.map(planner.takingOver), taken.objective < plan.objective { plan = taken }
        }
        let people = Set(opening.teams.keys.map(\.person)).sorted()
        let moves = isProvable ? nil : step == ladder.withoutCalls ? Self.movesWithoutCalls : Self.moves
        for _ in 0..<(isProvable ? Self.rounds : 1) {
            let before = plan.objective
            let lines = plan.instance.lines.indices.filter { plan.unmet(ofLine: $0) > 0 }
            plan.improve(near: people, lines: lines, moves: moves)
            guard plan.objective < before - 0.005 else { break }
        }
        if isProvable, let cheapest = planner.cheapest(from: plan) {
            plan = cheapest
        } else {
            isExact = false
        }
        rows = plan.rows
        let found = opening.teams.keys.sorted().compactMap { shift -> Booked? in
            plan.team(ofPerson: shift.person, session: shift.session).map {
                Booked(shift: shift, team: $0, rung: step.rung)
            }
        }
        for one in found { held[one.shift] = [one.team] }
        booked += named(found, step)
    }

    /// Bookings by the rung that they are of: one of an earlier rung may be worth it only beside a later one.
    private func named(_ found: [Booked], _ step: Ladder.Step) -> [Booked] {
        guard !found.isEmpty else { return [] }
        let instance = ladder.everybody
        var isDeployed = [Bool](repeating: false, count: instance.duty.count)
        for shift in held.keys { isDeployed[instance.cell(shift.person, shift.session)] = true }
        let pay = SessionPay(instance, isDeployed: isDeployed)
        let isOver = ladder.week.policy.agencyCap.map { ladder.pay(.agency, held) > $0 + 1e-9 } ?? false
        return found.map { one in
            let booking = pay.booking[instance.cell(one.shift.person, one.shift.session)]
            return Booked(
                shift: one.shift, team: one.team,
                rung: ladder.rung(
                    one.shift, team: one.team, paidAs: booking,
                    isOverCap: step.rung == .agencyOverCap || isOver))
        }
    }
}
