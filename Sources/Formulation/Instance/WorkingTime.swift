// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Rule 8, working time, as limits on which available (`A`) sessions a person works together.
///
/// The rule binds every set of sessions with at least one available session in it. Rostered sessions are fixed, so
/// what they leave is worked out here once: which `A` sessions never, and at most how much of the others.
public struct WorkingTime: Sendable {
    private let calendar: SessionCalendar
    private let humans: Humans
    /// By human.
    private let left: [[WorkLimit]]
    private let barred: [Bool]

    /// - Parameter duty: What the rota says in each cell, as the instance has it.
    init(_ week: Week, _ calendar: SessionCalendar, _ humans: Humans, _ duty: [RotaMark.Duty]) {
        self.calendar = calendar
        self.humans = humans
        let rules = WorkLimits(week.policy, calendar, start: week.start, parts: week.parts)
        let sessions = calendar.sessions.count
        var barred = [Bool](repeating: false, count: duty.count)
        left = humans.rows.map { rows in
            let time = HumanTime(
                rules,
                rows.map { s in
                    WorkLimits.Row(
                        week.staff[s],
                        minutes: (0..<sessions).map { week.paidMinutes(person: s, session: $0) })
                }, rows.map { Array(duty[$0 * sessions..<($0 + 1) * sessions]) }, calendar)
            for (row, s) in rows.enumerated() {
                for t in 0..<sessions where time.barred[row][t] { barred[s * sessions + t] = true }
            }
            return time.left
        }
        self.barred = barred
    }

    /// What rostered sessions leave of the limits of a person's human: at most so much of the `A` sessions of all their
    /// rows, or of the days with one that nothing is rostered on, rule by rule. Limits that nothing can break any more
    /// are not among them.
    public func limits(person: Int) -> [WorkLimit] { left[humans.ofRow[person]] }

    /// The most that a rule leaves the person's human of what it counts; infinite where nothing can break it.
    public func most(_ kind: WorkLimit.Kind, person: Int) -> Double {
        limits(person: person).first { $0.kind == kind }?.most ?? .infinity
    }

    /// Whether an `A` session can be worked at all beside what is rostered.
    public func mayBeWorked(person: Int, session: Int) -> Bool {
        !barred[person * calendar.sessions.count + session]
    }

    /// Whether rule 8 lets an `A` session be worked beside what is rostered and the `A` sessions already booked.
    ///
    /// - Parameter isBooked: Whether a person works an `A` session.
    public func mayAdd(person: Int, session: Int, isBooked: (_ person: Int, _ session: Int) -> Bool) -> Bool {
        guard mayBeWorked(person: person, session: session) else { return false }
        let rows = humans.rows(with: person)
        let day = calendar.dayOfSession[session]
        return limits(person: person).allSatisfy { limit in
            switch limit.unit {
            case .sessions:
                !limit.parts.contains { rows[$0.row] == person && $0.place == session }
                    || limit.worked { part in
                        rows[part.row] == person && part.place == session
                            || isBooked(rows[part.row], part.place)
                    } <= limit.most
            case .days:
                limit.worked { part in
                    part.place == day
                        || rows.contains { row in
                            calendar.sessionsOfDay[part.place].contains { isBooked(row, $0) }
                        }
                } <= limit.most
            }
        }
    }
}

/// What the rostered sessions of a human's rows leave of the limits on working time.
private struct HumanTime {
    private(set) var left: [WorkLimit] = []
    /// By row and session.
    private(set) var barred: [[Bool]]

    init(
        _ rules: WorkLimits, _ rows: [WorkLimits.Row], _ duty: [[RotaMark.Duty]], _ calendar: SessionCalendar
    ) {
        barred = duty.map { $0.map { _ in false } }
        guard duty.contains(where: { $0.contains(.available) }) else { return }
        let limits = rules.limits(for: rows) + rules.averages(for: rows, duty)
        let isRosteredOn = calendar.sessionsOfDay.map { day in
            duty.contains { row in day.contains { row[$0] == .rostered } }
        }
        let rostered = limits.map { limit in
            switch limit.unit {
            case .sessions: limit.worked { duty[$0.row][$0.place] == .rostered }
            case .days: limit.worked { isRosteredOn[$0.place] }
            }
        }
        for (limit, rostered) in zip(limits, rostered) {
            switch limit.unit {
            case .sessions:
                for part in limit.parts where duty[part.row][part.place] == .available {
                    if rostered + part.weight > limit.most { barred[part.row][part.place] = true }
                }
            case .days:
                // Days that rostered sessions alone make too many stand, and nothing is added within them.
                guard rostered > limit.most else { continue }
                for t in limit.parts.flatMap({ calendar.sessionsOfDay[$0.place] }) {
                    for row in duty.indices where duty[row][t] == .available { barred[row][t] = true }
                }
            }
        }
        let isOpen = duty.indices.map { [barred] row in
            duty[row].indices.map { duty[row][$0] == .available && !barred[row][$0] }
        }
        let isDayOpen = calendar.sessionsOfDay.map { day in
            isOpen.contains { row in day.contains { row[$0] } }
        }
        for (limit, rostered) in zip(limits, rostered) {
            let parts =
                switch limit.unit {
                case .sessions: limit.parts.filter { isOpen[$0.row][$0.place] }
                case .days: limit.parts.filter { !isRosteredOn[$0.place] }
                }
            let rest = WorkLimit(limit.kind, limit.unit, parts, most: max(0, limit.most - rostered))
            if rest.worked({ limit.unit == .sessions || isDayOpen[$0.place] }) > rest.most {
                left.append(rest)
            }
        }
    }
}
