// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Report
import Workforce

extension PlanAtHand {
    /// Moves for each person and session with which the week with fixed teams is planned, and at most.
    static let fixedTeamMoves = 200
    static let mostFixedTeamMoves = 250_000

    /// The same week planned with nobody leaving the home team, from the plan at hand as far as that goes.
    ///
    /// A short search, as long for every plan of the week: a longer one would find a somewhat cheaper plan.
    public func fixedTeams() -> FixedTeams {
        var fixed = planner(of: week.fixingTeams()).takingOver(plan)
        fixed.improve(
            near: Array(week.staff.indices), lines: Array(instance.lines.indices), moves: movesOfFixedTeams)
        let unmet = fixed.unmet
        let minutes = instance.lines.indices.reduce(0) { minutes, i in
            minutes + unmet[i] * instance.activities[instance.lines[i].activity].minutes
        }
        return FixedTeams(
            objective: fixed.objective, bookings: fixed.terms[.bookings],
            unmetContacts: unmet.reduce(0, +), unmetHours: Double(minutes) / 60)
    }

    var movesOfFixedTeams: Int {
        min(Self.mostFixedTeamMoves, Self.fixedTeamMoves * week.staff.count * week.sessions.count)
    }
}
