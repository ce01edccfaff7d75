// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Why a person may not be deployed to a team in a session: the first that applies.
enum EligibilityBar: String {
    case rota = "the rota has neither R nor A there"
    case otherRow = "another row of the same person has them on duty or away there"
    case pin = "the rota pins the session to another team"
    case closed = "the team is closed"
    case organisation = "no agreement covers the person there on that date"
    case travel = "the way from the person's base is too long or unknown"
    case placement = "a placement names another team"
    case nothingToDo = "the person has a route to nothing that the team demands, and it is not their own team"
}

extension WeekFacts {
    /// What keeps a person from being deployed to a team in a session; nil: nothing does.
    func bar(_ staff: Int, _ session: Int, _ team: Int) -> EligibilityBar? {
        let mark = mark(staff, session)
        guard mark.duty == .rostered || mark.duty == .available else { return .rota }
        if mark.duty == .available, isTakenByOtherRow(staff, session) { return .otherRow }
        if !mark.pins.isEmpty, !mark.pins.contains(week.teams[team].id) { return .pin }
        guard isOpen(team, in: session) else { return .closed }
        let found = dayBar(staff, team, day: week.sessions[session].dayIndex)
        // Whoever is pinned to a team is there as a head, whether there is anything for them to do or not.
        return found == .nothingToDo && !mark.pins.isEmpty ? nil : found
    }

    /// Whether a team is open in a session: its weekdays and parts of the day have it so, and neither a session of its
    /// own that is closed nor a special day says otherwise.
    func isOpen(_ team: Int, in session: Int) -> Bool {
        let (unit, at) = (week.teams[team], week.sessions[session])
        guard unit.weekdays.contains(at.day.weekday), unit.parts.contains(at.part.id),
            !unit.closedSessions.contains(where: { $0.day == at.day && $0.part == at.part.id })
        else { return false }
        return special(at).allSatisfy { day in
            switch day.closed {
            case .all: false
            case .teams(let closed): !closed.contains(unit.id)
            }
        }
    }

    /// The team that somebody on duty has to be in unless they are in another: the one the rota pins them to, else
    /// that of a placement, else their home team. Nil where there is none, or they may not be deployed there.
    func ownTeam(_ staff: Int, _ session: Int) -> Int? {
        let mark = mark(staff, session)
        guard mark.duty == .rostered else { return nil }
        let day = week.sessions[session].day
        let own = placement(staff, on: day)?.team ?? week.staff[staff].homeTeam
        let names = mark.pins.isEmpty ? own.map { [$0] } ?? [] : mark.pins
        return names.compactMap { teamIndex[$0] }.first { isEligible(staff, session, $0) }
    }

    private func placement(_ staff: Int, on day: CalendarDay) -> Placement? {
        week.placements.first { $0.staff == week.staff[staff].id && $0.holds(on: day) }
    }

    /// Whether a person may be deployed to a team in a session.
    func isEligible(_ staff: Int, _ session: Int, _ team: Int) -> Bool { bar(staff, session, team) == nil }

    private func dayBar(_ staff: Int, _ team: Int, day: Int) -> EligibilityBar? {
        let key = (staff * week.teams.count + team) * max(1, week.days) + day
        if let known = knownDayBar[key] { return known }
        let found = workOutDayBar(staff, team, day: day)
        knownDayBar[key] = .some(found)
        return found
    }

    private func workOutDayBar(_ staff: Int, _ team: Int, day: Int) -> EligibilityBar? {
        let date = week.start.adding(days: day)
        let (member, unit) = (week.staff[staff], week.teams[team])
        guard mayWork(member, for: unit.organisation, on: date) else { return .organisation }
        guard isWithinReach(member.baseLocality, unit.locality) else { return .travel }
        let placements = week.placements.filter { $0.staff == member.id && $0.holds(on: date) }
        guard placements.allSatisfy({ $0.team == unit.id }) else { return .placement }
        guard placements.isEmpty, member.homeTeam != unit.id else { return nil }
        let able = demandedByTeam[team].contains { standing(staff, $0, day: day, team: team).isAny }
        return able ? nil : .nothingToDo
    }

    private func mayWork(_ member: StaffMember, for organisation: String, on date: CalendarDay) -> Bool {
        if member.employer == organisation { return true }
        return week.agreements.contains { agreement in
            agreement.employer == member.employer && agreement.organisation == organisation
                && (agreement.roles.map { !Set($0).isDisjoint(with: member.roles) } ?? true)
                && (agreement.from.map { $0 <= date } ?? true)
                && (agreement.until.map { date <= $0 } ?? true)
        }
    }

    private func isWithinReach(_ base: String, _ locality: String) -> Bool {
        guard let travel = week.travel else { return true }
        if base == locality { return 0 <= week.policy.travelLimitMinutes }
        let way =
            travel.first { $0.from == base && $0.to == locality }
            ?? travel.first { $0.from == locality && $0.to == base }
        return way.map { Double($0.minutes) <= week.policy.travelLimitMinutes } ?? false
    }
}
