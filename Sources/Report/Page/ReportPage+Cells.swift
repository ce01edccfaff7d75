// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

extension ReportPage {
    /// A person by name, with the identifier where it says something else; it leads to the person's rota.
    func person(_ id: String) -> Table.Cell {
        .text(personInWords(id), link: index.person(id).map { _ in link(Anchor.person(id)) })
    }

    /// A person's name, with the identifier where it says something else.
    func personInWords(_ id: String) -> String {
        let name = index.staffName(id)
        return name == id ? id : "\(name) (\(id))"
    }

    /// A team by name; it leads to the team's sessions.
    func team(_ id: String) -> Table.Cell {
        .text(index.teamName(id), link: index.team(id).map { _ in link(Anchor.team(id)) })
    }

    /// A session as people read it; the CSV has its name in the plan's files.
    func session(_ session: Int) -> Table.Cell {
        .text(sessionInWords(session), exact: index.sessionName(session))
    }

    /// A session as people read it.
    func sessionInWords(_ session: Int) -> String {
        week.sessions.indices.contains(session)
            ? Show.session(week.sessions[session]) : index.sessionName(session)
    }

    /// The horizon by calendar week, with the week's sessions: grids have a table for each.
    var calendarWeeks: [CalendarWeek] {
        stride(from: 0, to: week.days, by: 7).map { first in
            CalendarWeek(
                number: first / 7 + 1, start: week.start.adding(days: first),
                days: (first..<min(first + 7, week.days)).map { week.start.adding(days: $0) },
                sessions: week.sessions.indices.filter {
                    (first..<first + 7).contains(week.sessions[$0].dayIndex)
                })
        }
    }
}

/// A calendar week of the horizon.
struct CalendarWeek {
    /// Counted from 1.
    let number: Int
    let start: CalendarDay
    let days: [CalendarDay]
    /// Its sessions, as indices in the week's.
    let sessions: [Int]

    /// The name of a table of it: the stem alone for the first week.
    func table(_ stem: String) -> String { number == 1 ? stem : "\(stem)-week-\(number)" }
}
