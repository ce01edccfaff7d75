// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Figures
import Formulation
import Trials
import Workforce

extension PlanAtHand {
    /// Moves for each person and session with which a run of either side is planned, and at most.
    static let fixedTeamMoves = 35
    static let mostFixedTeamMoves = 40_000

    /// The same week planned with nobody leaving the home team, beside the week with free teams: like with
    /// like.
    ///
    /// Where both weeks are small enough, both plans are proved. Otherwise a plan with fixed teams is the
    /// start of both sides, and each is searched for as long, some times over with seeds of its own: how far
    /// the runs lie apart says what chance makes.
    public func fixedTeams() -> FixedTeams {
        let fixedWeek = planner(with: [.supposed(.homeTeamsOnly)])
        let start = fixedWeek.takingOver(plan.rows)
        if fixedWeek.isProvable, let free = cheapest, let fixed = fixedWeek.cheapest(from: start) {
            var effect = Effect(from: fixed, to: free)
            effect.isExact = true
            return Self.comparing(fixed, free, effect, [effect.pounds])
        }
        let rows = start.rows
        let runs = inParallel(2 * FixedTeams.runs) { number -> NearbyPlan in
            let (run, side) = number.quotientAndRemainder(dividingBy: 2)
            let seed = UInt64(run + 1)
            var plan =
                side == 0 ? start.seeded(seed) : planner.takingOver(rows).seeded(seed)
            plan.improve(
                near: Array(week.staff.indices), lines: Array(instance.lines.indices),
                moves: movesOfFixedTeams)
            return plan
        }
        let saved = (0..<FixedTeams.runs).map { runs[2 * $0].objective - runs[2 * $0 + 1].objective }
        func best(_ side: Int) -> NearbyPlan? {
            (0..<FixedTeams.runs).map { runs[2 * $0 + side] }.min { $0.objective < $1.objective }
        }
        let (fixed, free) = (best(0) ?? start, best(1) ?? nearby)
        return Self.comparing(fixed, free, Effect(from: fixed, to: free), saved)
    }

    private static func comparing(
        _ fixed: NearbyPlan, _ free: NearbyPlan, _ effect: Effect, _ saved: [Double]
    ) -> FixedTeams {
        FixedTeams(
            fixed: side(fixed), free: side(free), effect: effect, least: saved.min() ?? 0,
            most: saved.max() ?? 0)
    }

    private static func side(_ plan: NearbyPlan) -> FixedTeams.Side {
        let unmet = zip(plan.unmet, plan.instance.lines).map { $1.isCare ? $0 : 0 }
        let minutes = plan.instance.lines.indices.reduce(0) { minutes, i in
            minutes + unmet[i] * plan.instance.activities[plan.instance.lines[i].activity].minutes
        }
        return FixedTeams.Side(
            objective: plan.objective, bookings: plan.terms[.bookings], unmetContacts: unmet.reduce(0, +),
            unmetHours: Double(minutes) / 60)
    }

    /// Moves of one run of either side.
    var movesOfFixedTeams: Int {
        min(Self.mostFixedTeamMoves, Self.fixedTeamMoves * week.staff.count * week.sessions.count)
    }
}
