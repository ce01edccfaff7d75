// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Contacts of a pathway on one day.
public struct DayCoverFigure: Sendable, Equatable, Encodable {
    /// The pathway.
    public let pathway: String
    /// The day, `2026-11-23`.
    public let day: String
    /// Contacts given that day.
    public let given: Int
    /// Contacts of lines whose time ran out that day without them.
    public let unmet: Int
    /// Given ÷ (given + unmet); nil where there is neither.
    public let share: Double?
}

/// Contacts of a team that nobody gave by the last session in which they could have been given.
public struct UnmetSessionFigure: Sendable, Equatable, Encodable {
    /// The team.
    public let team: String
    /// The session's name, `2026-11-23 am`.
    public let session: String
    /// Contacts not met.
    public let contacts: Int
}

/// Contacts given in a session, and those that could not be given any later and were not.
public struct SessionCoverFigure: Sendable, Equatable, Encodable {
    /// The session's name, `2026-11-23 am`.
    public let session: String
    /// Contacts given in it, in all teams.
    public let given: Int
    /// Contacts of lines whose last session it was and that were not given.
    public let unmet: Int
}

/// When care is met and not met.
///
/// A line's contacts may be given on any day of its window, so no day has a number of contacts wanted of its own.
/// What is given counts on its day; what is not met counts at the end of the window, in its last session in which
/// the team is open.
public struct CoverFigures: Sendable, Equatable, Encodable {
    /// By pathway in order of the teams, then by day: every day of the horizon.
    public let days: [DayCoverFigure]
    /// Contacts not met by team in file order, then by session; sessions without any are left out.
    public let unmet: [UnmetSessionFigure]
    /// By session: every session of the horizon.
    public let sessions: [SessionCoverFigure]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        var given = [Int](repeating: 0, count: week.sessions.count)
        var byDay = Grouped(index.pathways, [Day](repeating: Day(), count: week.days))
        for row in plan.contacts {
            guard let team = index.team(row.team), week.sessions.indices.contains(row.session),
                index.isCare(row.line)
            else { continue }
            given[row.session] += row.contacts
            let day = week.sessions[row.session].dayIndex
            byDay.change(week.teams[team].pathway) { $0[day].given += row.contacts }
        }
        let none = [Int](repeating: 0, count: week.sessions.count)
        var unmet = [[Int]](repeating: none, count: week.teams.count)
        for (line, missing) in zip(week.demand, index.unmet(plan)) {
            guard missing > 0, line.priority.isCare, let team = index.team(line.team),
                let last = index.lastSession(of: line)
            else { continue }
            unmet[team][last] += missing
            byDay.change(week.teams[team].pathway) { $0[week.sessions[last].dayIndex].unmet += missing }
        }
        days = byDay.pairs.flatMap { pathway, days in
            days.enumerated().map { number, day in
                let wanted = day.given + day.unmet
                return DayCoverFigure(
                    pathway: pathway, day: week.start.adding(days: number).iso, given: day.given,
                    unmet: day.unmet, share: wanted > 0 ? Double(day.given) / Double(wanted) : nil)
            }
        }
        sessions = week.sessions.indices.map { session in
            SessionCoverFigure(
                session: week.sessions[session].id, given: given[session],
                unmet: unmet.reduce(0) { $0 + $1[session] })
        }
        self.unmet = zip(week.teams, unmet).flatMap { team, sessions in
            zip(week.sessions, sessions).compactMap { session, contacts in
                contacts > 0
                    ? UnmetSessionFigure(team: team.id, session: session.id, contacts: contacts) : nil
            }
        }
    }
}

private struct Day {
    var given = 0
    var unmet = 0
}
