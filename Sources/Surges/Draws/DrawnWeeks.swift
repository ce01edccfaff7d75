// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Workforce

/// The weeks in which draws are planned, before anything is drawn.
///
/// In all of them whoever is booked already is on duty, and own people may be sent elsewhere than the plan has them, if
/// the ladder has `call-on`.
struct DrawnWeeks: Sendable {
    let ladder: Ladder
    /// Whoever is booked already, and the teams they may be in.
    let held: [Shift: [Int]]
    private let seed: UInt64
    private let isStopped: @Sendable () -> Bool

    init(
        _ ladder: Ladder, holding held: [Shift: [Int]], seed: UInt64,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        (self.ladder, self.held, self.seed, self.isStopped) = (ladder, held, seed, isStopped)
    }

    /// A week to be drawn.
    struct Kind: Sendable {
        let week: Week
        /// Who may be called in it, and to which teams.
        let callable: [Shift: [Int]]
    }

    /// Nobody is called.
    var uncalled: Kind {
        let opening = ladder.opening(ladder.withoutCalls, only: [], holding: held)
        return Kind(week: ladder.week(opening, holding: held), callable: [:])
    }

    /// Everybody may be called, at so many times what they cost now.
    ///
    /// - Parameter booked: Whoever is booked now besides: they are on duty, and paid for.
    func called(at factor: Double, booked: [Shift: [Int]] = [:]) -> Kind {
        let held = held.merging(booked) { kept, _ in kept }
        let opening = ladder.opening(ladder.everything, holding: held)
        let week = ladder.week(opening, holding: held)
        return Kind(
            week: factor == 1 ? week : week.supposing([.rate(RateChange(factor: factor))]),
            callable: opening.teams)
    }

    /// Everybody may be called, and next to nothing but critical care counts: own people give it first, and whoever is
    /// called is called for it.
    var calledForCriticalCare: Kind {
        let kind = called(at: 1)
        let policy = kind.week.policy
        let others = [
            ("unmet_minute.urgent", policy.unmetUrgentMinute),
            ("unmet_minute.routine", policy.unmetRoutineMinute),
            ("unmet_minute.reserve", policy.unmetReserveMinute),
            ("unsafe_staffing", policy.unsafeStaffing),
        ]
        let changes = others.map { Change.policy(PolicyChange(key: $0.0, $0.1 * Self.nextToNothing)) }
        return Kind(week: kind.week.supposing(changes), callable: kind.callable)
    }

    private static let nextToNothing = 0.01

    // MARK: Plans

    /// A drawn week planned.
    struct Planned: Sendable {
        let planner: NearbyPlanner
        var plan: NearbyPlan
        /// Whether it is proved the cheapest.
        var isExact: Bool

        var price: Double { plan.objective }
    }

    /// How often a week that is too large to be proved is gone over, while that betters it.
    private static let rounds = 2

    /// A week with what was drawn, planned from a plan near to it.
    ///
    /// - Parameters:
    ///   - people: Whose time is planned anew, besides that of whoever could meet what is unmet.
    ///   - moves: How many moves each round has; nil: by its size.
    func planned(
        _ kind: Kind, _ drawn: [Change], from rows: PlanRows, near people: [Int], moves: Int? = nil
    ) -> Planned {
        let planner = planner(kind, drawn)
        return planned(planner, planner.takingOver(rows), near: people, moves: moves)
    }

    func planner(_ kind: Kind, _ drawn: [Change]) -> NearbyPlanner {
        NearbyPlanner(
            WeeklyModel(Instance(kind.week.supposing(drawn))), seed: seed, isStopped: isStopped)
    }

    func planned(
        _ planner: NearbyPlanner, _ start: NearbyPlan, near people: [Int], lines: [Int] = [], moves: Int?
    ) -> Planned {
        var plan = start
        for _ in 0..<Self.rounds where !isStopped() {
            let before = plan.objective
            let unmet = plan.instance.lines.indices.filter { plan.unmet(ofLine: $0) > 0 }
            plan.improve(near: people, lines: Set(unmet + lines).sorted(), moves: moves)
            guard plan.objective < before - 0.005 else { break }
        }
        if let cheapest = planner.cheapest(from: plan) {
            return Planned(planner: planner, plan: cheapest, isExact: true)
        }
        return Planned(planner: planner, plan: plan, isExact: false)
    }
}

extension NearbyPlan {
    /// Whom of those who may be called the plan has, and where.
    func called(_ callable: [Shift: [Int]]) -> [Shift: Int] {
        callable.keys.reduce(into: [:]) { $0[$1] = team(ofPerson: $1.person, session: $1.session) }
    }
}
