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

/// What a step of the ladder came to.
public struct ClimbedStep: Sendable {
    /// The rung.
    public let rung: Rung
    /// Whether those who offered nothing were asked, too.
    public let asks: Bool
    /// How many sessions were booked on it.
    public let booked: Int
    /// Contacts of care not met after it.
    public let unmet: Int
}

/// The way up the ladder: on each step the best plan of the week in which the steps above are closed and what the
/// steps below booked is kept.
struct Climb: Sendable {
    let ladder: Ladder
    private let isStopped: @Sendable () -> Bool
    private let seed: UInt64
    /// Who is booked by now, and where to.
    private(set) var held: [Shift: [Int]]
    /// Who was booked on the way, in that order.
    private(set) var booked: [Booked] = []
    /// The plan by now.
    private(set) var rows: PlanRows
    /// Whether the plan of each step was proved the cheapest.
    private(set) var isExact = true
    /// The steps that were planned.
    private(set) var steps: [ClimbedStep] = []
    private var last = Ladder.Opening()

    /// Pounds of the plan by now, in the week in which those who are booked are `A`.
    var price: Double { plan.objective }

    /// The plan by now, in the week in which those who are booked are `A`. Where agency is booked beyond the cap, the
    /// cap is what that costs.
    var plan: NearbyPlan {
        let week = ladder.week
        var changes = booked.map { week.marking($0.shift, .available, pins: week.mark($0.shift).pins) }
        let pay = ladder.pay(.agency, held)
        if let cap = week.policy.agencyCap, pay > cap + 1e-9 { changes.append(.policy(.agencyCap(pay))) }
        return NearbyPlanner(WeeklyModel(Instance(week.supposing(changes))), seed: seed).takingOver(rows)
    }

    init(
        _ ladder: Ladder, from rows: PlanRows, holding held: [Shift: [Int]], seed: UInt64,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        (self.ladder, self.rows, self.held, self.seed, self.isStopped) = (ladder, rows, held, seed, isStopped)
    }

    /// How often a step of a week that is too large to be proved is gone over.
    private static let rounds = 3

    /// Climbs all steps that may change something.
    ///
    /// - Parameter only: The only calls looked at; nil: all that the ladder has.
    mutating func climb(_ steps: [Ladder.Step], only: Set<Shift>? = nil) {
        for (number, step) in steps.enumerated() where !isStopped() {
            let opening = ladder.opening(step, only: only, holding: held)
            guard number == 0 || opening.goesBeyond(last) else { continue }
            plan(step, opening)
            last = opening
        }
    }

    /// Takes calls back, and plans the rest anew.
    mutating func drop(_ shifts: Set<Shift>) {
        for shift in shifts { held[shift] = nil }
        booked.removeAll { shifts.contains($0.shift) }
        let step = ladder.withoutCalls
        plan(step, ladder.opening(step, only: [], holding: held))
    }

    /// Plans a step anew, from the plan by now, and keeps what it books.
    private mutating func plan(_ step: Ladder.Step, _ opening: Ladder.Opening) {
        let week = ladder.week(opening, holding: held)
        let planner = NearbyPlanner(WeeklyModel(Instance(week)), seed: seed, isStopped: isStopped)
        var plan = planner.takingOver(rows)
        let people = Set(opening.teams.keys.map(\.person)).sorted()
        for _ in 0..<Self.rounds {
            let before = plan.objective
            let lines = plan.instance.lines.indices.filter { plan.unmet(ofLine: $0) > 0 }
            plan.improve(near: people, lines: lines)
            guard plan.objective < before - 0.005 else { break }
        }
        if let cheapest = planner.cheapest(from: plan) { plan = cheapest } else { isExact = false }
        rows = plan.rows
        let found = opening.teams.keys.sorted().compactMap { shift -> Booked? in
            plan.team(ofPerson: shift.person, session: shift.session).map {
                Booked(shift: shift, team: $0, rung: step.rung)
            }
        }
        for one in found { held[one.shift] = [one.team] }
        booked += named(found, step)
        let unmet = plan.instance.lines.indices.filter { plan.instance.lines[$0].isCare }
            .reduce(0) { $0 + plan.unmet(ofLine: $1) }
        self.steps.append(
            ClimbedStep(rung: step.rung, asks: step.asks, booked: found.count, unmet: unmet))
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
