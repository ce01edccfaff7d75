// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Trials
import Workforce

/// A session in which somebody could be sent to a team that the plan does not have them in.
struct Seat: Sendable {
    let person: Int
    let session: Int
    /// Decisions it would take, such as an agreement; nought where the rota allows it as it is.
    let steps: Int
    /// Pounds it would save at a first glance, with nothing planned anew; nil where nothing is known of it.
    let glance: Double?

    /// Whether it is to be tried before another: what the rota allows first, then what looks cheapest, in order
    /// of the roster.
    func isBefore(_ other: Seat) -> Bool {
        if steps != other.steps { return steps < other.steps }
        let (own, others) = (glance ?? -.infinity, other.glance ?? -.infinity)
        return own != others ? own > others : (person, session) < (other.person, other.session)
    }
}

/// The seats of a question, and who has none.
struct Seats {
    /// A person's nearest seat each, the first to be tried first.
    var seats: [Seat] = []
    /// People who are in the team already, in one of the sessions at least.
    var there: [Int] = []
    /// People who are on leave, sick or in training.
    var away: [Int] = []
    /// People with nothing of it that they may do.
    var notSignedOff: [Int] = []
    /// People whom a rule keeps from it that nobody can lift, such as a way that is too long.
    var barred: [Int] = []
}

extension PlanAtHand {
    /// Where people could be sent for contacts of a line.
    func seats(forLine i: Int) -> Seats {
        let line = instance.lines[i]
        return seats(team: line.team, sessions: instance.openWindow(ofLine: i)) { s, t in
            instance.standing(person: s, session: t, line: i).takesPart
        }
    }

    /// Who could be sent to a team in a session.
    func seats(team k: Int, session t: Int) -> Seats {
        seats(team: k, sessions: [t]) { s, t in
            !instance.barriers(person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(k))
                .contains(.nothingToDo)
        }
    }

    private func seats(team k: Int, sessions: [Int], mayDo: (Int, Int) -> Bool) -> Seats {
        var found = Seats()
        var nearby = nearby
        for s in week.staff.indices {
            let others = sessions.filter { nearby.team(ofPerson: s, session: $0) != k }
            if others.count < sessions.count { found.there.append(s) }
            guard !others.isEmpty else { continue }
            let fit = others.filter { mayDo(s, $0) }
            let present = fit.filter { !isAway(s, in: $0) }
            let seats = present.compactMap { seat(s, $0, team: k, &nearby) }
            if let best = seats.min(by: { $0.isBefore($1) }) {
                found.seats.append(best)
            } else if others.count < sessions.count {
                continue
            } else if fit.isEmpty {
                found.notSignedOff.append(s)
            } else if present.isEmpty {
                found.away.append(s)
            } else {
                found.barred.append(s)
            }
        }
        found.seats.sort { $0.isBefore($1) }
        return found
    }

    /// Whether somebody is on leave, sick or in training in a session; whoever is not on duty in it is not asked to come
    /// in on a day of leave or sickness either.
    private func isAway(_ s: Int, in t: Int) -> Bool {
        switch week.rota[s][t].duty {
        case .leave, .sick, .training: true
        case .off: isAway(s, on: instance.calendar.dayOfSession[t])
        case .rostered, .available, .callable: false
        }
    }

    /// - Parameter nearby: The plan, in which the person is sent there for a glance.
    private func seat(_ s: Int, _ t: Int, team k: Int, _ nearby: inout NearbyPlan) -> Seat? {
        let (changes, _, stopped) = lettingIn(person: s, session: t, team: k)
        guard stopped.isEmpty, nearby.teamOfOtherRow(person: s, session: t) != k else { return nil }
        guard changes.isEmpty else { return Seat(person: s, session: t, steps: changes.count, glance: nil) }
        let now = nearby.objective
        let glance = nearby.looking { other -> Double? in
            other.send(person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(k))
                ? now - other.objective : nil
        }
        return Seat(person: s, session: t, steps: 0, glance: glance)
    }
}
