// SPDX-License-Identifier: GPL-3.0-or-later

/// At most so much of some sessions, or of some days: one of the rules on working time, as data.
///
///     let limit = WorkLimit(.sessionsPerDay(2), .sessions, [(6, 1), (7, 1), (8, 1)], most: 2)
///
/// Every rule on working time is a list of these, and whoever keeps, proves or explains working time reads the list:
/// the model's rows, what may be added to a plan, the search, the capacity of a week. The audit counts for itself.
public struct WorkLimit: Sendable, Equatable {
    /// Which rule it is of.
    public enum Kind: Sendable, Hashable {
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
    /// - Parameter isWorked: Whether a session, or day, is.
    public func worked(_ isWorked: (Int) -> Bool) -> Double {
        parts.reduce(0) { $0 + (isWorked($1.place) ? $1.weight : 0) }
    }
}

/// The limits on working time that hold for people under a policy, each over all sessions and days of a horizon.
public struct WorkLimits: Sendable {
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
        rest = Self.closePairs(calendar, minutes: policy.minimumRestMinutes).map { one, other in
            WorkLimit(.rest, .sessions, Self.each([one, other]), most: 1)
        }
    }

    /// The limits for a person, rule by rule: hours, sessions a day, rest, days in a row, days a week.
    ///
    /// - Parameter minutes: Paid minutes of the person in each session of the horizon.
    public func limits(for staff: StaffMember, minutes: [Int]) -> [WorkLimit] {
        hours(staff, minutes) + perDay + restBefore(staff) + rest + daysInARow(staff) + daysPerWeek
    }

    private func hours(_ staff: StaffMember, _ minutes: [Int]) -> [WorkLimit] {
        guard let most = staff.maximumMinutes else { return [] }
        return calendar.daysOfWeek.indices.map { week in
            let parts = calendar.sessionsOfWeek(week).map {
                WorkLimit.Part(place: $0, weight: Double(minutes[$0]))
            }
            return WorkLimit(.weeklyHours(week: week), .sessions, parts, most: most)
        }
    }

    /// Sessions too soon after the last one worked before the horizon.
    private func restBefore(_ staff: StaffMember) -> [WorkLimit] {
        guard let past = staff.lastSessionBefore, past.day < start,
            let part = parts.first(where: { $0.id == past.part })
        else { return [] }
        let ended = (past.day.number - start.number) * 1440 + part.ends
        return calendar.sessions.indices.filter {
            Double(calendar.sessions[$0].starts - ended) < policy.minimumRestMinutes
        }.map { WorkLimit(.rest, .sessions, Self.each([$0]), most: 0) }
    }

    /// Windows of one day more than may be worked in a row, with days worked before the horizon.
    private func daysInARow(_ staff: StaffMember) -> [WorkLimit] {
        let length = policy.maximumDaysInARow + 1
        return calendar.sessionsOfDay.indices.compactMap { last in
            let first = last - length + 1
            guard -first <= staff.workedDaysBefore || first >= 0 else { return nil }
            let most = policy.maximumDaysInARow - max(0, -first)
            return WorkLimit(.daysInARow, .days, Self.each(max(0, first)..<last + 1), most: Double(most))
        }
    }

    /// Sessions of different days with less rest between them than that, ascending.
    private static func closePairs(_ calendar: SessionCalendar, minutes: Double) -> [(Int, Int)] {
        let sessions = calendar.sessions
        // Later sessions lie further off, but days may have parts of different length, and parts may end on the next.
        let days = Int(minutes / 1440) + 2
        return sessions.indices.flatMap { one in
            sessions[(one + 1)...].enumerated().prefix {
                $0.element.dayIndex <= sessions[one].dayIndex + days
            }.compactMap { offset, other in
                other.dayIndex != sessions[one].dayIndex
                    && Double(other.starts - sessions[one].ends) < minutes ? (one, one + 1 + offset) : nil
            }
        }
    }

    private static func each(_ places: some Sequence<Int>) -> [WorkLimit.Part] {
        places.map { WorkLimit.Part(place: $0, weight: 1) }
    }
}
