// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Trials
import Workforce

extension PlanAtHand {
    /// What comes of having somebody in a team in a session, whatever that costs.
    enum Having: Sendable {
        /// The plan without, and the best found, or proved, with them there.
        case trial(Trial)
        /// They cannot be sent there: the team wants nothing of them then.
        case nothingToDo
        /// They cannot be booked for it beside their other sessions.
        case notBookable
    }

    /// Tries to have somebody in a team in a session.
    ///
    /// - Parameters:
    ///   - changes: What takes all that stands in the way of that out of it.
    ///   - lines: Further lines whose contacts are given out anew.
    ///   - moves: How many moves each plan is improved with; nil: by the size of the part that is planned anew.
    func having(
        person s: Int, session t: Int, team k: Int, with changes: [Change], lines: [Int], moves: Int? = nil
    ) -> Having {
        func there(_ duty: RotaMark.Duty) -> [Change] {
            let place = Availability(
                staff: week.staff[s].id, sessions: [week.sessions[t].id], duty, team: week.teams[k].id,
                minutes: week.rota[s][t].minutes)
            return changes + [.availability(place)]
        }
        // On duty and pinned, so that the person is there whatever that costs; a booking's pay is added
        // afterwards, when the plan is taken over into the week in which the session is only available.
        let lines = Set(nearby.contacts(ofPerson: s, session: t).map(\.line) + lines).sorted()
        // Those in either team may have to make up for the person's coming and going.
        let here = nearby.team(ofPerson: s, session: t)
        let people = week.staff.indices.filter {
            let team = nearby.team(ofPerson: $0, session: t)
            return $0 == s || team != nil && (team == k || team == here)
        }
        var before = nearby
        before.improve(near: people, lines: lines, moves: moves)
        var with = planner(with: there(.rostered)).takingOver(before.rows)
        with.improve(near: people, lines: lines, moves: moves)
        guard with.team(ofPerson: s, session: t) == k else { return .nothingToDo }
        let planner = self.planner(with: there(week.supposing(changes).rota[s][t].duty))
        var after = planner.takingOver(with.rows)
        guard after.team(ofPerson: s, session: t) == k else { return .notBookable }
        // Paid for, some of what was planned may not be worth it.
        var better = after
        better.improve(near: people, lines: lines, moves: moves)
        if better.team(ofPerson: s, session: t) == k { after = better }
        // What of it does not need them there is had without.
        var without = self.planner.takingOver(after.rows)
        without.improve(near: people, lines: lines, moves: moves)
        if without.objective < before.objective - Self.leastGain { before = without }
        guard
            let required = planner.model.requiring(
                person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(k))
        else { return .nothingToDo }
        return .trial(proving(before, after, by: planner.isProvable ? NearbyPlanner(required) : planner))
    }
}
