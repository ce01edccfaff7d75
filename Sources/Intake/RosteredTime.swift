// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The working-time rules a person's rostered sessions break among themselves. They stand, but somebody should
/// know.
struct RosteredTime {
    /// A rule broken, in words, and the session in which it is.
    struct Breach: Equatable {
        let session: Int
        let message: String
        let expected: String
    }

    private let policy: Policy
    private let calendar: SessionCalendar
    private let limits: WorkLimits
    /// A night cut in two, which is told of by itself: between its halves nobody rests.
    private let cutNight: (late: DayPart, early: DayPart)?

    init(horizon: Horizon, policy: Policy) {
        self.policy = policy
        calendar = SessionCalendar(horizon.sessions, days: horizon.days)
        cutNight = SessionParts.cutNight(horizon.parts)
        limits = WorkLimits(policy, calendar, start: horizon.start, parts: horizon.parts)
    }

    /// The rules in the order in which they are told.
    private enum Rule: Int, CaseIterable {
        case weeklyHours, averageHours, sessionsPerDay, daysInARow, daysPerWeek, rest

        init(_ kind: WorkLimit.Kind) {
            switch kind {
            case .weeklyHours: self = .weeklyHours
            case .averageHours: self = .averageHours
            case .sessionsPerDay: self = .sessionsPerDay
            case .daysInARow: self = .daysInARow
            case .daysPerWeek: self = .daysPerWeek
            case .rest: self = .rest
            }
        }
    }

    /// The first breach of each rule, for the indices of a person's rostered sessions in date order.
    ///
    /// - Parameter marks: What the rota says of the person in each session.
    func breaches(_ person: StaffMember, _ marks: [RotaMark]) -> [Breach] {
        let rostered = marks.indices.filter { marks[$0].duty == .rostered }
        guard !rostered.isEmpty else { return [] }
        let sessions = Set(rostered)
        let days = Set(rostered.map { calendar.dayOfSession[$0] })
        var first: [Rule: Int] = [:]
        let minutes = zip(marks, calendar.sessions).map { $0.minutes ?? $1.minutes }
        let averages = limits.averages(for: person, marks.map(\.duty), minutes: minutes)
        for limit in limits.limits(for: person, minutes: minutes) + averages {
            let isWorked = limit.unit == .sessions ? sessions.contains : days.contains
            guard !isCutNight(limit, person), limit.worked(isWorked) > limit.most,
                let session = session(breaking: limit, rostered)
            else { continue }
            let rule = Rule(limit.kind)
            first[rule] = min(first[rule] ?? session, session)
        }
        return Rule.allCases.compactMap { rule in first[rule].map { breach(rule, $0, person, rostered) } }
    }

    /// Whether a limit asks for rest between the halves of a night.
    private func isCutNight(_ limit: WorkLimit, _ person: StaffMember) -> Bool {
        guard let cutNight, limit.kind == .rest, let first = limit.parts.first, let last = limit.parts.last
        else { return false }
        let (one, other) = (calendar.sessions[first.place], calendar.sessions[last.place])
        guard limit.parts.count == 1 else { return one.ends == other.starts }
        let before = PastSession(day: one.day.adding(days: -1), part: cutNight.late.id)
        return first.place == 0 && person.lastSessionBefore == before
    }

    /// The rostered session with which a limit is broken.
    private func session(breaking limit: WorkLimit, _ rostered: [Int]) -> Int? {
        var places: Set<Int> = []
        return rostered.first { session in
            places.insert(limit.unit == .sessions ? session : calendar.dayOfSession[session])
            return limit.worked(places.contains) > limit.most
        }
    }

    private func breach(_ rule: Rule, _ index: Int, _ person: StaffMember, _ rostered: [Int]) -> Breach {
        let monday = calendar.sessions[index].day.monday
        switch rule {
        case .weeklyHours:
            return Breach(
                session: index, message: "rostered beyond max_hours in the week of \(monday)",
                expected: "\(person.maximumHours ?? 0) hours a week at most")
        case .averageHours:
            return Breach(
                session: index,
                message:
                    "rostered beyond average_hours in the week of \(monday), with the weeks before and what "
                    + "is worked elsewhere",
                expected: "\(policy.averageHours ?? 0) hours a week on average at most")
        case .sessionsPerDay:
            return Breach(
                session: index, message: "rostered for more sessions a day than maximum_sessions_per_day",
                expected: "\(policy.maximumSessionsPerDay) sessions a day at most")
        case .daysInARow:
            let run = daysInARow(upTo: index, person, rostered)
            return Breach(
                session: index, message: "rostered for \(run) days in a row, counting worked_days_before",
                expected: "\(policy.maximumDaysInARow) days in a row at most")
        case .daysPerWeek:
            return Breach(
                session: index,
                message: "rostered for more days than maximum_days_per_week in the week of \(monday)",
                expected: "\(policy.maximumDaysPerWeek) days a week at most")
        case .rest:
            return Breach(
                session: index,
                message: "rostered with less rest than minimum_rest_hours before this session",
                expected: "\(policy.minimumRestHours) hours of rest at least")
        }
    }

    private func daysInARow(upTo index: Int, _ person: StaffMember, _ rostered: [Int]) -> Int {
        let days = Set(rostered.map { calendar.dayOfSession[$0] })
        var first = calendar.dayOfSession[index]
        let last = first
        while days.contains(first - 1) { first -= 1 }
        return last - first + 1 + (first == 0 ? person.workedDaysBefore : 0)
    }
}

extension WeekTables {
    /// Warns of rostered sessions that break a working-time rule among themselves.
    func checkRosteredTime() {
        guard let horizon = basis.horizon, let weekFile = basis.weekFile, weekFile.isHorizonSure else {
            return
        }
        let rules = RosteredTime(horizon: horizon, policy: weekFile.policy)
        for (index, person) in people.enumerated() {
            guard let marks = rota.values[index] else { continue }
            for breach in rules.breaches(person, marks) {
                rota.field(index, breach.session)?
                    .warning("'\(person.id)' is \(breach.message)", expected: breach.expected, diagnostics)
            }
        }
    }
}
