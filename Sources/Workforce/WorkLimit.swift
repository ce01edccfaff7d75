// SPDX-License-Identifier: GPL-3.0-or-later

/// At most so much of some sessions, or of some days: one of the rules on working time, as data.
///
///     let limit = WorkLimit(.sessionsPerDay(day: 2), .sessions, parts, most: 2)
///
/// Every rule on working time is a list of these, and whoever keeps, proves or explains working time reads the list:
/// the model's rows, what may be added to a plan, the search, the capacity of a week. The audit counts for itself.
public struct WorkLimit: Sendable, Equatable {
    /// Which rule it is of.
    public enum Kind: Sendable, Hashable {
        /// One place in a session for a human of several rows.
        case onePlace(session: Int)
        /// Hours in a calendar week of the horizon.
        case weeklyHours(week: Int)
        /// Hours a week on average, over the weeks up to one of the horizon.
        case averageHours(week: Int)
        /// Sessions on a day of the horizon.
        case sessionsPerDay(day: Int)
        /// Rest between sessions of different days.
        case rest
        /// Days worked in a row.
        case daysInARow
        /// Days worked in a calendar week of the horizon.
        case daysPerWeek(week: Int)
    }

    /// What it counts.
    public enum Unit: Sendable {
        /// Each session worked, by its weight.
        case sessions
        /// Each day on which any session is worked, by its weight.
        case days
    }

    /// A session or day that counts, and how much.
    public struct Part: Sendable, Equatable {
        /// Which of the human's rows works the session, counted from 0; 0 for days, on which any of them works.
        public let row: Int
        /// The session or day in the horizon.
        public let place: Int
        /// What it counts: minutes, or 1.
        public let weight: Double
    }

    /// Which rule it is of.
    public let kind: Kind
    /// Whether it counts sessions or days.
    public let unit: Unit
    /// What counts, ascending.
    public let parts: [Part]
    /// The most of it that may be worked.
    public let most: Double

    /// A limit.
    public init(_ kind: Kind, _ unit: Unit, _ parts: [Part], most: Double) {
        self.kind = kind
        self.unit = unit
        self.parts = parts
        self.most = most
    }

    /// What all of it together would be.
    public var whole: Double { parts.reduce(0) { $0 + $1.weight } }

    /// What of it is worked.
    ///
    /// - Parameter isWorked: Whether a part is: a row's session, or a day.
    public func worked(_ isWorked: (Part) -> Bool) -> Double {
        parts.reduce(0) { $0 + (isWorked($1) ? $1.weight : 0) }
    }
}

/// The limits on working time that hold for people under a policy, each over all sessions and days of a horizon.
public struct WorkLimits: Sendable {
    /// One of a human's rows of the roster, as far as working time goes.
    public struct Row: Sendable {
        let member: StaffMember
        let minutes: [Int]

        /// A row.
        ///
        /// - Parameter minutes: Paid minutes in each session of the horizon.
        public init(_ member: StaffMember, minutes: [Int]) {
            self.member = member
            self.minutes = minutes
        }
    }

    let policy: Policy
    let calendar: SessionCalendar
    let start: CalendarDay
    private let parts: [DayPart]
    /// Sessions a day, rest within the horizon, and days a week are the same for everybody.
    private let perDay: [WorkLimit]
    private let rest: [WorkLimit]
    private let daysPerWeek: [WorkLimit]

    /// The limits of a week.
    public init(_ week: Week) {
        self.init(week.policy, SessionCalendar(week), start: week.start, parts: week.parts)
    }

    /// The limits of a policy in the sessions of a calendar.
    ///
    /// - Parameters:
    ///   - start: The first day of the horizon.
    ///   - parts: The parts of a day.
    public init(_ policy: Policy, _ calendar: SessionCalendar, start: CalendarDay, parts: [DayPart]) {
        self.policy = policy
        self.calendar = calendar
        self.start = start
        self.parts = parts
        perDay = calendar.sessionsOfDay.enumerated().map { day, sessions in
            WorkLimit(
                .sessionsPerDay(day: day), .sessions, Self.each(sessions),
                most: Double(policy.maximumSessionsPerDay))
        }
        daysPerWeek = calendar.daysOfWeek.enumerated().map { week, days in
            WorkLimit(
                .daysPerWeek(week: week), .days, Self.each(days), most: Double(policy.maximumDaysPerWeek))
        }
        rest = calendar.closePairs(minutes: policy.minimumRestMinutes).map { one, other in
            WorkLimit(.rest, .sessions, Self.each([one, other]), most: 1)
        }
    }

    /// The limits for a human of those rows, rule by rule: one place, hours, sessions a day, rest, days in a row, days a
    /// week. Of the rows the smallest `max_hours` counts, the most days before, and the latest session before.
    public func limits(for rows: [Row]) -> [WorkLimit] {
        let places = Array(rows.indices)
        return onePlace(rows) + hours(rows) + spread(perDay, places) + restBefore(rows) + spread(rest, places)
            + daysInARow(rows) + daysPerWeek
    }

    /// The same limits over the sessions of all rows.
    private func spread(_ limits: [WorkLimit], _ rows: [Int]) -> [WorkLimit] {
        guard rows.count > 1 else { return limits }
        return limits.map { limit in
            let parts = limit.parts.flatMap { part in
                rows.map { WorkLimit.Part(row: $0, place: part.place, weight: part.weight) }
            }
            return WorkLimit(limit.kind, limit.unit, parts, most: limit.most)
        }
    }

    private func onePlace(_ rows: [Row]) -> [WorkLimit] {
        guard rows.count > 1 else { return [] }
        return spread(
            calendar.sessions.indices.map {
                WorkLimit(.onePlace(session: $0), .sessions, Self.each([$0]), most: 1)
            }, Array(rows.indices))
    }

    private func hours(_ rows: [Row]) -> [WorkLimit] {
        guard let most = rows.compactMap(\.member.maximumMinutes).min() else { return [] }
        return calendar.daysOfWeek.indices.map { week in
            let parts = calendar.sessionsOfWeek(week).flatMap { session in
                rows.enumerated().map {
                    WorkLimit.Part(row: $0, place: session, weight: Double($1.minutes[session]))
                }
            }
            return WorkLimit(.weeklyHours(week: week), .sessions, parts, most: most)
        }
    }

    /// Sessions too soon after the last one worked before the horizon.
    private func restBefore(_ rows: [Row]) -> [WorkLimit] {
        let ends = rows.compactMap { row -> Int? in
            guard let past = row.member.lastSessionBefore, past.day < start,
                let part = parts.first(where: { $0.id == past.part })
            else { return nil }
            return (past.day.number - start.number) * 1440 + part.ends
        }
        guard let ended = ends.max() else { return [] }
        let tooSoon = calendar.sessions.indices.filter {
            Double(calendar.sessions[$0].starts - ended) < policy.minimumRestMinutes
        }
        return spread(
            tooSoon.map { WorkLimit(.rest, .sessions, Self.each([$0]), most: 0) }, Array(rows.indices))
    }

    /// Windows of one day more than may be worked in a row, with days worked before the horizon.
    private func daysInARow(_ rows: [Row]) -> [WorkLimit] {
        let length = policy.maximumDaysInARow + 1
        let before = rows.map(\.member.workedDaysBefore).max() ?? 0
        return calendar.sessionsOfDay.indices.compactMap { last in
            let first = last - length + 1
            guard -first <= before || first >= 0 else { return nil }
            let most = policy.maximumDaysInARow - max(0, -first)
            return WorkLimit(.daysInARow, .days, Self.each(max(0, first)..<last + 1), most: Double(most))
        }
    }

    private static func each(_ places: some Sequence<Int>) -> [WorkLimit.Part] {
        places.map { WorkLimit.Part(row: 0, place: $0, weight: 1) }
    }
}
