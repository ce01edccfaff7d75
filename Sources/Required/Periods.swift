// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Sessions that are planned as one: single ones, or a part of the day on all days of a kind in a calendar week.
///
/// Within a period work may go to any of its sessions, and people are there in each as often on average. So single sessions
/// say when peaks are; periods of a kind of day are for weeks too large for that.
struct Periods {
    /// Sessions taken together.
    struct Period {
        let sessions: [Int]
        let day: DayKind
        /// The calendar week.
        let week: Int
        /// Minutes of each session.
        let minutes: Int

        /// How many sessions there are.
        var count: Double { Double(sessions.count) }
        /// The session that stands for all.
        var first: Int { sessions[0] }
    }

    let all: [Period]
    let ofSession: [Int]

    /// - Parameter isSingle: Whether every session is a period of its own.
    init(_ calendar: SessionCalendar, isSingle: Bool) {
        struct Key: Hashable {
            let week: Int
            let day: DayKind
            let part: String
            let special: String?
        }
        var sessions: [[Int]] = []
        var places: [Key: Int] = [:]
        var ofSession: [Int] = []
        for (t, session) in calendar.sessions.enumerated() {
            let week = calendar.weekOfSession(t)
            let key = Key(
                week: week, day: DayKind(session.day.weekday), part: session.part.id,
                special: session.special.map { _ in session.day.iso })
            if !isSingle, let place = places[key] {
                sessions[place].append(t)
                ofSession.append(place)
            } else {
                places[key] = sessions.count
                ofSession.append(sessions.count)
                sessions.append([t])
            }
        }
        self.ofSession = ofSession
        all = sessions.map { group in
            let first = group[0]
            return Period(
                sessions: group, day: DayKind(calendar.sessions[first].day.weekday),
                week: calendar.weekOfSession(first),
                minutes: calendar.sessions[first].minutes)
        }
    }

    /// The periods of a window, ascending.
    func periods(of window: ClosedRange<Int>) -> [Int] {
        var found: [Int] = []
        for t in window where !found.contains(ofSession[t]) { found.append(ofSession[t]) }
        return found.sorted()
    }
}

extension DayKind {
    init(_ weekday: Weekday) {
        switch weekday {
        case .saturday: self = .saturday
        case .sunday: self = .sunday
        case .monday, .tuesday, .wednesday, .thursday, .friday: self = .weekday
        }
    }
}
