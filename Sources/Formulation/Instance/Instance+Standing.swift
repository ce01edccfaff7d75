// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What people may do, and what keeps them from it.
extension Instance {
    /// What a person may do of a line's activity in a session.
    public func standing(person: Int, session: Int, line: Int) -> Standing {
        standing(
            person: person, day: calendar.dayOfSession[session], activity: lines[line].activity,
            team: lines[line].team)
    }

    /// The routes to a line's activity that a person's roles fit in a session, with what they lack for each.
    public func gaps(person: PersonIndex, session: SessionIndex, line: LineIndex) -> [RouteGap] {
        let line = lines[line.value]
        let (activity, team) = (activities[line.activity], week.teams[line.team].id)
        let day = calendar.sessions[session.value].day
        return qualifications[person.value].gaps(
            for: activity, on: day,
            open: decisions.openRoutes(to: activity, for: week.staff[person.value].id, in: team, on: day))
    }

    /// What a person may do of an activity on a day in a team.
    public func standing(person: Int, day: Int, activity: Int, team: Int) -> Standing {
        standings.standing(person: person, day: day, activity: activity, team: team)
    }

    /// The refusal that alone keeps a person from taking part in a line's contacts in a session; nil where they may,
    /// or could not in any case.
    public func refusal(person: PersonIndex, session: SessionIndex, line: LineIndex) -> DelegationDecision? {
        let (person, session, line) = (person.value, session.value, line.value)
        let (activity, team) = (lines[line].activity, lines[line].team)
        let fit = standings.fit(
            person: person, day: calendar.dayOfSession[session], activity: activity)
        guard fit.takesPart, !standing(person: person, session: session, line: line).takesPart,
            let decision = decisions.decision(
                about: activities[activity].id, staff: week.staff[person].id, team: week.teams[team].id,
                on: calendar.sessions[session].day)
        else { return nil }
        return decision.ruling == .refuse ? decision : nil
    }

    /// Whether a person may supervise delegated work of an activity on a day, in whatever team of the group.
    public func supervises(person: Int, day: Int, activity: Int) -> Bool {
        standings.fit(person: person, day: day, activity: activity).contains(.supervises)
    }
}
