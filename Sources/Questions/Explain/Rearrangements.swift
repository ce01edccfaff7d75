// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Trials
import Wording
import Workforce

/// Ways of meeting more of a line without a change of the week: somebody who may give it is sent there,
/// though the plan does better otherwise. Each is a cell of the rota, so that a planner can have it.
extension PlanAtHand {
    /// How many are tried, and the moves with which each plan is improved.
    private static let tried = 5
    private static let moves = 6_000

    /// Somebody sent to a line's team in a session.
    struct Move: Sendable {
        let person: Int
        let session: Int
    }

    /// The moves that look cheapest at a first glance.
    func rearrangements(_ i: Int, _ candidates: [Candidate]) -> [Move] {
        var nearby = nearby
        var found: [(move: Move, pounds: Double)] = []
        let team = instance.lines[i].team
        for candidate in candidates where candidate.obstacle.rank >= Obstacle.full(minutesLeft: 0).rank {
            let s = candidate.person
            for t in instance.openWindow(ofLine: i) where nearby.team(ofPerson: s, session: t) != team {
                let price = nearby.looking { other -> Double? in
                    guard
                        let met = other.serve(
                            person: PersonIndex(s), session: SessionIndex(t), line: LineIndex(i)), met > 0
                    else { return nil }
                    return other.objective
                }
                if let price { found.append((Move(person: s, session: t), nearby.objective - price)) }
            }
        }
        let order = found.indices.sorted { (found[$1].pounds, $0) < (found[$0].pounds, $1) }
        return order.prefix(Self.tried).map { found[$0].move }
    }

    /// Tries a move; nil where the person cannot be there.
    func trial(_ move: Move, line i: Int) -> Trial? {
        let team = instance.lines[i].team
        guard
            case .trial(let trial) = having(
                person: move.person, session: move.session, team: team, with: [], lines: [i],
                moves: Self.moves)
        else { return nil }
        return trial
    }

    /// The move as a change of the rota: on duty in the line's team.
    func sending(_ move: Move, _ i: Int) -> Change {
        being(there: instance.lines[i].team, move.person, move.session)
    }

    /// The move in words, with what to write where for it.
    func sending(_ move: Move, _ i: Int, _ names: Naming) -> String {
        let (s, t) = (move.person, move.session)
        let team = instance.lines[i].team
        let cell = names.rotaCell(s, t, "R@\(week.teams[team].id)")
        let (who, when) = (names.person(s), names.session(t))
        if week.rota[s][t].duty == .available {
            let now = nearby.team(ofPerson: s, session: t).map { " instead of \(names.team($0))" } ?? ""
            return "booking \(who) for \(names.team(team))\(now) on \(when) (\(cell); their pay is then "
                + "rostered pay, beside the price)"
        }
        guard let now = nearby.team(ofPerson: s, session: t) else {
            return "sending \(who) to \(names.team(team)) on \(when) (\(cell))"
        }
        return "sending \(who) to \(names.team(team)) instead of \(names.team(now)) on \(when) (\(cell))"
    }
}
