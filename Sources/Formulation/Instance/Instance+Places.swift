// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Where cells, places, days and weeks of people stand, and what is asked of several of them.
extension Instance {
    /// The most minutes of work that one of some sessions leaves to one of some people; nil where there are none.
    public func mostRoom(of people: some Sequence<Int>, in sessions: some Sequence<Int>) -> Double? {
        let sessions = Array(sessions)
        return people.flatMap { person in sessions.map { capacity[cell(person, $0)] } }.max()
    }

    /// The one number of a person in a session.
    public func cell(_ person: Int, _ session: Int) -> Int { person * sessionCount + session }

    /// The person and the session of a cell.
    public func personAndSession(ofCell cell: Int) -> (person: Int, session: Int) {
        let (person, session) = cell.quotientAndRemainder(dividingBy: sessionCount)
        return (person, session)
    }

    /// The one number of a team, or group, in a session.
    public func place(_ team: Int, _ session: Int) -> Int { team * sessionCount + session }

    /// The one number of a person's day.
    public func personDay(_ person: Int, _ day: Int) -> Int { person * dayCount + day }

    /// The one number of a person's calendar week.
    public func personWeek(_ person: Int, _ week: Int) -> Int { person * calendar.daysOfWeek.count + week }

    /// Whether the person is rostered in some session of the day.
    public func isRostered(_ person: Int, onDay day: Int) -> Bool {
        calendar.sessionsOfDay[day].contains { duty[cell(person, $0)] == .rostered }
    }
}
