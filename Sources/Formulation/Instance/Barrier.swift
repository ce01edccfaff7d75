// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What keeps a person from being sent to a team in a session, whatever the plan.
public enum Barrier: Sendable, Equatable {
    /// The session is over.
    case over
    /// The rota has the person away, or not there.
    case absent(RotaMark.Duty)
    /// Another row of the same human has them on duty or away in that session.
    case otherRow(staff: String, RotaMark.Duty)
    /// The team is closed.
    case closed
    /// The person's employer is not the team's organisation, and no agreement lets them work there that day.
    case organisation
    /// The team is too far from the person's base; minutes are nil where no way is known.
    case travel(minutes: Int?)
    /// A rotation places the person in another team that day.
    case placement(team: String)
    /// The rota pins the person to other teams in that session.
    case pin(teams: [String])
    /// No care that the team wants is any the person may give, and it is not their own team.
    case nothingToDo
    /// Rostered sessions leave no room for it under the rules on working time.
    case workingTime
}

extension Barrier {
    init(_ barrier: Reach.Barrier) {
        switch barrier {
        case .closed: self = .closed
        case .organisation: self = .organisation
        case .travel(let minutes): self = .travel(minutes: minutes)
        case .placement(let team): self = .placement(team: team)
        }
    }
}

extension Instance {
    /// Everything that keeps a person from being sent to a team in a session, whatever the plan; empty where they
    /// may be sent there.
    public func barriers(person: PersonIndex, session: SessionIndex, team: TeamIndex) -> [Barrier] {
        let (s, t, k) = (person.value, session.value, team.value)
        guard !past.isOver(t) else { return [.over] }
        let there = week.teams[k]
        let mark = week.rota[s][t]
        var barriers: [Barrier] = []
        if mark.duty != .rostered, mark.duty != .available {
            barriers.append(.absent(mark.duty == .callable ? .off : mark.duty))
        }
        if mark.duty == .available, let row = week.bindingRow(besides: s, session: t, index.humans) {
            barriers.append(.otherRow(staff: week.staff[row].id, week.rota[row][t].duty))
        }
        barriers += reach.barriers(week.staff[s], in: calendar.sessions[t], to: there).map(Barrier.init)
        if !mark.allows(there.id) { barriers.append(.pin(teams: mark.pins)) }
        let hasWork = linesOfTeam[k].contains { standing(person: s, session: t, line: $0).takesPart }
        let isOwn = mark.pins.contains(there.id) || homeTeam[personDay(s, calendar.dayOfSession[t])] == k
        if !hasWork, !isOwn { barriers.append(.nothingToDo) }
        if barriers.isEmpty, !eligibleTeams[cell(s, t)].contains(k) { barriers.append(.workingTime) }
        return barriers
    }
}
