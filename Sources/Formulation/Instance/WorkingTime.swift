// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Rule 8, working time, as limits on which sessions a person works together.
///
/// The rule binds every set of sessions with at least one available (`A`) session in it. Rostered sessions are
/// fixed, so what they leave is worked out here once: how many `A` minutes a week, which `A` sessions never, which
/// two not together, which days not all.
public struct WorkingTime: Sendable {
    private let week: Week
    private let calendar: SessionCalendar
    private let barred: [Bool]

    init(_ week: Week, calendar: SessionCalendar) {
        self.week = week
        self.calendar = calendar
        var barred = [Bool](repeating: false, count: week.staff.count * week.sessions.count)
        for s in week.staff.indices where week.rota[s].contains(where: { $0.duty == .available }) {
            for t in Self.barredSessions(week, calendar, person: s) {
                barred[s * week.sessions.count + t] = true
            }
        }
        self.barred = barred
    }

    /// The limits of a week.
    public init(_ instance: Instance) {
        self.init(instance.week, calendar: instance.calendar)
    }

    /// Whether an `A` session can be worked at all beside what is rostered.
    public func mayBeWorked(person: Int, session: Int) -> Bool {
        !barred[person * week.sessions.count + session]
    }

    /// `A` minutes the person may work in the calendar week beside what is rostered; nil: no limit.
    public func availableMinutes(person s: Int, week c: Int) -> Double? {
        week.staff[s].maximumMinutes.map { $0 - Double(rosteredMinutes(s, c)) }
    }

    /// `A` sessions the person may work on the day beside what is rostered, at least 0.
    public func availableSessions(person s: Int, day: Int) -> Int {
        max(0, week.policy.maximumSessionsPerDay - calendar.sessionsOfDay[day].count { isRostered(s, $0) })
    }

    /// Whether two sessions of different days lie too close together to be both worked.
    public func clash(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (week.sessions[min(one, other)], week.sessions[max(one, other)])
        guard first.dayIndex != second.dayIndex else { return false }
        return Double(second.starts - first.ends) < week.policy.minimumRestMinutes
    }

    /// Sets of days of which at most `limit` may be worked: runs longer than the days in a row, with what was
    /// worked before the horizon, and calendar weeks. Only sets that hold a day free of rostered sessions are
    /// given; days rostered count as worked.
    public func dayLimits(person s: Int) -> [(days: [Int], limit: Int)] {
        var limits: [(days: [Int], limit: Int)] = []
        for run in runs(s) {
            let open = run.days.filter { !isRostered(s, onDay: $0) }
            let rostered = run.days.count - open.count
            if !open.isEmpty { limits.append((open, week.policy.maximumDaysInARow - run.before - rostered)) }
        }
        for days in calendar.daysOfWeek {
            let open = days.filter { !isRostered(s, onDay: $0) }
            let left = week.policy.maximumDaysPerWeek - (days.count - open.count)
            if open.count > left { limits.append((open, max(0, left))) }
        }
        return limits
    }

    /// Whether rule 8 lets an `A` session be worked beside what is rostered and the `A` sessions already booked.
    public func mayAdd(person s: Int, session t: Int, toBooked booked: [Int]) -> Bool {
        guard mayBeWorked(person: s, session: t) else { return false }
        let day = calendar.dayOfSession[t]
        let c = calendar.weekOfDay[day]
        if let limit = availableMinutes(person: s, week: c) {
            let inWeek = booked.filter { calendar.weekOfDay[calendar.dayOfSession[$0]] == c }
            let minutes = inWeek.reduce(calendar.sessions[t].minutes) { $0 + calendar.sessions[$1].minutes }
            if Double(minutes) > limit { return false }
        }
        let onDay = booked.count { calendar.dayOfSession[$0] == day }
        if onDay + 1 > availableSessions(person: s, day: day) { return false }
        if booked.contains(where: { clash($0, t) }) { return false }
        let days = Set(booked.map { calendar.dayOfSession[$0] } + [day])
        return dayLimits(person: s).allSatisfy { limit in
            limit.days.count(where: days.contains) <= limit.limit
        }
    }

    /// Whether the person is rostered in some session of the day.
    public func isRostered(_ s: Int, onDay day: Int) -> Bool {
        calendar.sessionsOfDay[day].contains { isRostered(s, $0) }
    }

    private func runs(_ s: Int) -> [(days: Range<Int>, before: Int)] {
        Self.runs(week, person: s)
    }

    private func isRostered(_ s: Int, _ t: Int) -> Bool { week.rota[s][t].duty == .rostered }

    private func rosteredMinutes(_ s: Int, _ c: Int) -> Int {
        calendar.sessionsOfWeek(c).reduce(0) { $0 + (isRostered(s, $1) ? week.sessions[$1].minutes : 0) }
    }

    /// Windows of one day more than may be worked in a row: days of the horizon and how many before it.
    private static func runs(_ week: Week, person s: Int) -> [(days: Range<Int>, before: Int)] {
        let length = week.policy.maximumDaysInARow + 1
        let workedBefore = week.staff[s].workedDaysBefore
        return (0..<week.days).compactMap { last in
            let first = last - length + 1
            if first >= 0 { return (first..<last + 1, 0) }
            return -first <= workedBefore ? (0..<last + 1, -first) : nil
        }
    }

    /// `A` sessions that rostered sessions alone, or what came before the horizon, keep from being worked.
    private static func barredSessions(_ week: Week, _ calendar: SessionCalendar, person s: Int) -> [Int] {
        let rostered = week.sessions.indices.filter { week.rota[s][$0].duty == .rostered }
        let rosteredDays = Set(rostered.map { calendar.dayOfSession[$0] })
        var closedDays = Set<Int>()
        for run in runs(week, person: s) where run.days.allSatisfy(rosteredDays.contains) {
            closedDays.formUnion(run.days)
        }
        for days in calendar.daysOfWeek
        where days.count(where: rosteredDays.contains) > week.policy.maximumDaysPerWeek {
            closedDays.formUnion(days)
        }
        let rest = week.policy.minimumRestMinutes
        let lastEnd = week.staff[s].lastSessionBefore.flatMap { past in
            week.parts.first { $0.id == past.part }.map {
                (past.day.number - week.start.number) * 1440 + $0.ends
            }
        }
        return week.sessions.indices.filter { t in
            guard week.rota[s][t].duty == .available else { return false }
            let session = week.sessions[t]
            let day = session.dayIndex
            if closedDays.contains(day) { return true }
            if rostered.count(where: { calendar.dayOfSession[$0] == day }) + 1
                > week.policy.maximumSessionsPerDay
            {
                return true
            }
            if let maximum = week.staff[s].maximumMinutes {
                let inWeek = rostered.filter {
                    calendar.weekOfDay[calendar.dayOfSession[$0]] == calendar.weekOfDay[day]
                }
                let minutes = inWeek.reduce(session.minutes) { $0 + week.sessions[$1].minutes }
                if Double(minutes) > maximum { return true }
            }
            if let lastEnd, Double(session.starts - lastEnd) < rest { return true }
            return rostered.contains { other in
                let (first, second) =
                    other < t ? (week.sessions[other], session) : (session, week.sessions[other])
                return first.dayIndex != second.dayIndex && Double(second.starts - first.ends) < rest
            }
        }
    }
}
