// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Trials
import Workforce

/// A single sign-off that somebody lacks, and what it would open to them.
struct SignOffOpening: Sendable {
    /// The one thing the person lacks for a route.
    let need: Need
    /// The lines of which they could then take part in contacts, in sessions they work, ascending.
    let lines: [Int]
}

extension PlanAtHand {
    /// Whether a person is at work in a session: the plan has them in a team, or they are on duty without a
    /// place.
    func isAtWork(person s: Int, session t: Int) -> Bool {
        !instance.past.isOver(t)
            && (nearby.team(ofPerson: s, session: t) != nil
                || instance.duty[instance.cell(s, t)] == .rostered)
    }

    /// The single sign-offs that would let a person take part in contacts of some lines, in sessions in which
    /// they are at work and in teams they may be sent to; in order of competency and level.
    func openings(person s: Int, lines: [Int]) -> [SignOffOpening] {
        openings(
            person: s, lines: lines, in: week.sessions.indices.filter { isAtWork(person: s, session: $0) })
    }

    /// The same in those sessions.
    func openings(person s: Int, lines: [Int], in worked: [Int]) -> [SignOffOpening] {
        guard !worked.isEmpty else { return [] }
        var opened: [Need: [Int]] = [:]
        for i in lines {
            let line = instance.lines[i]
            guard
                let t = worked.first(where: {
                    line.window.contains($0) && mayReach(person: s, session: $0, team: line.team)
                }),
                // Who has a route already is kept from it by something else.
                !instance.standing(person: s, session: t, line: i).takesPart
            else { continue }
            let gaps = instance.gaps(person: PersonIndex(s), session: SessionIndex(t), line: LineIndex(i))
            let single = gaps.filter { $0.part != .singleHanded && $0.missing.count == 1 }
            for need in Set(single.flatMap(\.missing)) { opened[need, default: []].append(i) }
        }
        return opened.map { SignOffOpening(need: $0.key, lines: $0.value) }
            .sorted { ($0.need.competency, $0.need.level) < ($1.need.competency, $1.need.level) }
    }

    /// Whether a person might be sent to a team in a session if only they could do something there.
    func mayReach(person: Int, session: Int, team: Int) -> Bool {
        instance.barriers(person: PersonIndex(person), session: SessionIndex(session), team: TeamIndex(team))
            .allSatisfy { $0 == .nothingToDo }
    }
}
