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
    /// Whether small weeks are proved; tests leave it out to see what is found without.
    private let proves: Bool
    private let isStopped: @Sendable () -> Bool

    init(
        _ ladder: Ladder, holding held: [Shift: [Int]], seed: UInt64, proves: Bool,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        (self.ladder, self.held, self.seed, self.isStopped) = (ladder, held, seed, isStopped)
        self.proves = proves
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

    /// Everybody may be called, and critical care counts for more than all calls together, other care and whatever else a
    /// plan is priced by for nothing: own people give critical care first, then as few pounds as can be are paid for
    /// calls.
    var calledForCriticalCare: Kind {
        let kind = called(at: 1)
        let policy = kind.week.policy
        let nothing = Self.weights.filter { $0 != Self.criticalMinute }.map { PolicyChange(key: $0, 0) }
        let weight = min(
            PolicyFigure.pounds.weight.upperBound, max(policy.unmetCriticalMinute, dearestCriticalMinute))
        let changes = nothing + [PolicyChange(key: Self.criticalMinute, weight)]
        return Kind(week: kind.week.supposing(changes.map { .policy($0) }), callable: kind.callable)
    }

    /// The weight of critical care, as a change of the policy names it.
    private static let criticalMinute = "unmet_minute.critical"

    /// Every weight that plans are priced with, as changes of the policy name them.
    private static let weights = Policy.lines.flatMap { line -> [String] in
        switch line.content {
        case .figure(.weight): [line.key]
        case .figures(let figures):
            figures.compactMap { key, figure in
                if case .weight = figure { "\(line.key).\(key)" } else { nil }
            }
        case .figure(.number), .figure(.count), .figure(.most), .figure(.cap), .accompanied,
            .lowUtilisation, .ladder:
            []
        }
    }

    /// Pounds for a minute of critical care at which a contact of it is worth more than all calls there are, and all
    /// requests.
    private var dearestCriticalMinute: Double {
        let (week, everybody) = (ladder.week, ladder.everybody)
        var pounds = week.requests.reduce(1) { $0 + $1.weight }
        for (person, staff) in week.staff.enumerated() {
            let overtime =
                staff.employment == .substantive
                ? staff.hourlyCost / 60 * week.policy.overtimeFactor : 0
            for session in week.openSessions {
                let cell = everybody.cell(person, session)
                guard everybody.duty[cell] == .available else { continue }
                pounds += everybody.bookingPay[cell] + overtime * Double(everybody.paidMinutes[cell])
            }
        }
        let minutes = everybody.lines.indices.filter { week.demand[$0].priority == .critical }
            .map { everybody.activities[everybody.lines[$0].activity].minutes }
        return pounds / Double(max(1, minutes.min() ?? 1))
    }

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
            kind.week.supposing(drawn), like: ladder.everybody, seed: seed, isStopped: isStopped)
    }

    func planned(
        _ planner: NearbyPlanner, _ start: NearbyPlan, near people: [Int], lines: [Int] = [],
        moves: Int? = nil
    ) -> Planned {
        var plan = start
        for _ in 0..<Self.rounds where !isStopped() {
            let before = plan.objective
            let unmet = plan.instance.lines.indices.filter { plan.unmet(ofLine: $0) > 0 }
            plan.improve(near: people, lines: Set(unmet + lines).sorted(), moves: moves)
            guard plan.objective < before - 0.005 else { break }
        }
        if proves, let cheapest = planner.cheapest(from: plan) {
            return Planned(planner: planner, plan: cheapest, isExact: true)
        }
        return Planned(planner: planner, plan: plan, isExact: false)
    }
}

extension DrawnWeeks.Planned {
    /// Leaves out, one after the other, whoever is called and without whom no more critical care goes unmet: somebody
    /// who costs nothing may be in a plan for nothing.
    mutating func leaveOutNeedless(of callable: [Shift: [Int]]) {
        for shift in plan.called(callable).keys.sorted() {
            guard plan.team(ofPerson: shift.person, session: shift.session) != nil else { continue }
            var without = plan
            without.withdraw(person: shift.person, session: shift.session)
            if without.unmetCritical <= plan.unmetCritical { plan = without }
        }
    }
}

extension NearbyPlan {
    /// Critical contacts that are not met.
    fileprivate var unmetCritical: Int {
        instance.week.demand.indices.reduce(0) {
            $0 + (instance.week.demand[$1].priority == .critical ? unmet(ofLine: $1) : 0)
        }
    }

    /// Whom of those who may be called the plan has, and where.
    func called(_ callable: [Shift: [Int]]) -> [Shift: Int] {
        callable.keys.reduce(into: [:]) { $0[$1] = team(ofPerson: $1.person, session: $1.session) }
    }
}
