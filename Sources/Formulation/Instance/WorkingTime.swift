// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Rule 8, working time, as limits on which available (`A`) sessions a person works together.
///
/// The rule binds every set of sessions with at least one available session in it. Rostered sessions are fixed, so
/// what they leave is worked out here once: which `A` sessions never, and at most how much of the others.
public struct WorkingTime: Sendable {
    private let calendar: SessionCalendar
    private let left: [[WorkLimit]]
    private let barred: [Bool]

    init(_ week: Week, _ calendar: SessionCalendar) {
        self.calendar = calendar
        let rules = WorkLimits(week.policy, calendar, start: week.start, parts: week.parts)
        let persons = week.staff.indices.map { s in
            PersonTime(
                rules, week.staff[s], week.rota[s].map(\.duty),
                calendar.sessions.indices.map { week.paidMinutes(person: s, session: $0) }, calendar)
        }
        left = persons.map(\.left)
        barred = persons.flatMap(\.barred)
    }

    /// What rostered sessions leave of the person's limits: at most so much of the `A` sessions, or of the days with
    /// one that nothing is rostered on, rule by rule. Limits that nothing can break any more are not among them.
    public func limits(person: Int) -> [WorkLimit] { left[person] }

    /// The most that a rule leaves of what it counts; infinite where nothing can break it.
    public func most(_ kind: WorkLimit.Kind, person: Int) -> Double {
        left[person].first { $0.kind == kind }?.most ?? .infinity
    }

    /// Whether an `A` session can be worked at all beside what is rostered.
    public func mayBeWorked(person: Int, session: Int) -> Bool {
        !barred[person * calendar.sessions.count + session]
    }

    /// Whether rule 8 lets an `A` session be worked beside what is rostered and the `A` sessions already booked.
    public func mayAdd(person: Int, session: Int, toBooked booked: [Int]) -> Bool {
        guard mayBeWorked(person: person, session: session) else { return false }
        let sessions = Set(booked + [session])
        let days = Set(sessions.map { calendar.dayOfSession[$0] })
        return left[person].allSatisfy { limit in
            switch limit.unit {
            case .sessions:
                !limit.parts.contains { $0.place == session } || limit.worked(sessions.contains) <= limit.most
            case .days: limit.worked(days.contains) <= limit.most
            }
        }
    }
}

/// What one person's rostered sessions leave of the limits on working time.
private struct PersonTime {
    private(set) var left: [WorkLimit] = []
    private(set) var barred: [Bool]

    init(
        _ rules: WorkLimits, _ staff: StaffMember, _ duty: [RotaMark.Duty], _ minutes: [Int],
        _ calendar: SessionCalendar
    ) {
        barred = [Bool](repeating: false, count: duty.count)
        guard duty.contains(.available) else { return }
        let limits =
            rules.limits(for: staff, minutes: minutes)
            + rules.averages(for: staff, duty, minutes: minutes)
        let isRosteredOn = calendar.sessionsOfDay.map { $0.contains { duty[$0] == .rostered } }
        let rostered = limits.map { limit in
            switch limit.unit {
            case .sessions: limit.worked { duty[$0] == .rostered }
            case .days: limit.worked { isRosteredOn[$0] }
            }
        }
        for (limit, rostered) in zip(limits, rostered) {
            switch limit.unit {
            case .sessions:
                for part in limit.parts where duty[part.place] == .available {
                    if rostered + part.weight > limit.most { barred[part.place] = true }
                }
            case .days:
                // Days that rostered sessions alone make too many stand, and nothing is added within them.
                guard rostered > limit.most else { continue }
                for day in limit.parts.map(\.place) {
                    for t in calendar.sessionsOfDay[day] where duty[t] == .available { barred[t] = true }
                }
            }
        }
        let isOpen = duty.indices.map { [barred] in duty[$0] == .available && !barred[$0] }
        let isDayOpen = calendar.sessionsOfDay.map { $0.contains { isOpen[$0] } }
        for (limit, rostered) in zip(limits, rostered) {
            let parts =
                switch limit.unit {
                case .sessions: limit.parts.filter { isOpen[$0.place] }
                case .days: limit.parts.filter { !isRosteredOn[$0.place] }
                }
            let rest = WorkLimit(limit.kind, limit.unit, parts, most: max(0, limit.most - rostered))
            if rest.worked({ limit.unit == .sessions || isDayOpen[$0] }) > rest.most { left.append(rest) }
        }
    }
}
