// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The working-time rules that the rostered sessions of a person, of all their rows, break among themselves. They
/// stand, but somebody should know.
struct RosteredTime {
    /// A rule broken, in words, the session in which it is, and which of the human's rows is rostered then.
    struct Breach: Equatable {
        let row: Int
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

        /// Nil where a rule is no matter of working time.
        init?(_ kind: WorkLimit.Kind) {
            switch kind {
            case .onePlace: return nil
            case .weeklyHours: self = .weeklyHours
            case .averageHours: self = .averageHours
            case .sessionsPerDay: self = .sessionsPerDay
            case .daysInARow: self = .daysInARow
            case .daysPerWeek: self = .daysPerWeek
            case .rest: self = .rest
            }
        }
    }

    /// The first breach of each rule, for the rostered sessions of all rows of a human together.
    ///
    /// - Parameters:
    ///   - people: The human's rows of the roster.
    ///   - marks: What the rota says of each in each session.
    func breaches(_ people: [StaffMember], _ marks: [[RotaMark]]) -> [Breach] {
        let rowOfSession = calendar.sessions.indices.map { session in
            marks.firstIndex { $0[session].duty == .rostered }
        }
        let rostered = calendar.sessions.indices.filter { rowOfSession[$0] != nil }
        guard !rostered.isEmpty else { return [] }
        let rows = zip(people, marks).map { person, marks in
            WorkLimits.Row(person, minutes: zip(marks, calendar.sessions).map { $0.minutes ?? $1.minutes })
        }
        let found = limits.limits(for: rows) + limits.averages(for: rows, marks.map { $0.map(\.duty) })
        var first: [Rule: Int] = [:]
        for limit in found {
            guard let rule = Rule(limit.kind), !isCutNight(limit, people),
                let session = session(breaking: limit, rostered, marks)
            else { continue }
            first[rule] = min(first[rule] ?? session, session)
        }
        return Rule.allCases.compactMap { rule in
            first[rule].map { breach(rule, $0, rowOfSession[$0] ?? 0, people, rostered) }
        }
    }

    /// Whether a limit asks for rest between the halves of a night.
    private func isCutNight(_ limit: WorkLimit, _ people: [StaffMember]) -> Bool {
        guard let cutNight, limit.kind == .rest, let first = limit.parts.first, let last = limit.parts.last
        else { return false }
        let (one, other) = (calendar.sessions[first.place], calendar.sessions[last.place])
        guard first.place == last.place else { return one.ends == other.starts }
        let before = PastSession(day: one.day.adding(days: -1), part: cutNight.late.id)
        return first.place == 0 && people.contains { $0.lastSessionBefore == before }
    }

    /// The rostered session with which a limit is broken; nil where none breaks it.
    private func session(breaking limit: WorkLimit, _ rostered: [Int], _ marks: [[RotaMark]]) -> Int? {
        var (sessions, days): (Set<Int>, Set<Int>) = ([], [])
        return rostered.first { session in
            sessions.insert(session)
            days.insert(calendar.dayOfSession[session])
            let worked = limit.worked { part in
                switch limit.unit {
                case .sessions:
                    sessions.contains(part.place) && marks[part.row][part.place].duty == .rostered
                case .days: days.contains(part.place)
                }
            }
            return worked > limit.most
        }
    }

    private func breach(
        _ rule: Rule, _ index: Int, _ row: Int, _ people: [StaffMember], _ rostered: [Int]
    ) -> Breach {
        let monday = calendar.sessions[index].day.monday
        switch rule {
        case .weeklyHours:
            return Breach(
                row: row, session: index, message: "rostered beyond max_hours in the week of \(monday)",
                expected: "\(people.compactMap(\.maximumHours).min() ?? 0) hours a week at most")
        case .averageHours:
            return Breach(
                row: row, session: index,
                message:
                    "rostered beyond average_hours in the week of \(monday), with the weeks before and what "
                    + "is worked elsewhere",
                expected: "\(policy.averageHours ?? 0) hours a week on average at most")
        case .sessionsPerDay:
            return Breach(
                row: row, session: index,
                message: "rostered for more sessions a day than maximum_sessions_per_day",
                expected: "\(policy.maximumSessionsPerDay) sessions a day at most")
        case .daysInARow:
            let run = daysInARow(upTo: index, people, rostered)
            return Breach(
                row: row, session: index,
                message: "rostered for \(run) days in a row, counting worked_days_before",
                expected: "\(policy.maximumDaysInARow) days in a row at most")
        case .daysPerWeek:
            return Breach(
                row: row, session: index,
                message: "rostered for more days than maximum_days_per_week in the week of \(monday)",
                expected: "\(policy.maximumDaysPerWeek) days a week at most")
        case .rest:
            return Breach(
                row: row, session: index,
                message: "rostered with less rest than minimum_rest_hours before this session",
                expected: "\(policy.minimumRestHours) hours of rest at least")
        }
    }

    private func daysInARow(upTo index: Int, _ people: [StaffMember], _ rostered: [Int]) -> Int {
        let days = Set(rostered.map { calendar.dayOfSession[$0] })
        var first = calendar.dayOfSession[index]
        let last = first
        while days.contains(first - 1) { first -= 1 }
        return last - first + 1 + (first == 0 ? people.map(\.workedDaysBefore).max() ?? 0 : 0)
    }
}

extension WeekTables {
    /// Warns of rostered sessions that break a working-time rule among themselves.
    func checkRosteredTime() {
        guard let horizon = basis.horizon, let weekFile = basis.weekFile, weekFile.isHorizonSure else {
            return
        }
        let rules = RosteredTime(horizon: horizon, policy: weekFile.policy)
        let blank = horizon.sessions.map { _ in RotaMark(.off) }
        let roster = people
        for rows in Humans(roster).rows {
            let members = rows.map { roster[$0] }
            for breach in rules.breaches(members, rows.map { rota.values[$0] ?? blank }) {
                rota.field(rows[breach.row], breach.session)?.warning(
                    "'\(members[breach.row].id)' is \(breach.message)", expected: breach.expected, diagnostics
                )
            }
        }
    }
}
