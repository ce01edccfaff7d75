// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// One person's working time over all their rows of the roster, given which available sessions are worked.
struct WorkingTime {
    /// A limit that a set of sessions with an available one breaks.
    struct Breach {
        let session: Int?
        let words: String
    }

    let facts: WeekFacts
    /// The rows of the roster that are the person.
    let rows: [Int]
    /// Whether a row works an available session, one that is over as well.
    let isRowAtWork: (_ staff: Int, _ session: Int) -> Bool
    /// The sessions worked, in date order.
    private let worked: [Int]

    /// - Parameters:
    ///   - staff: One of the person's rows.
    ///   - isBooked: Whether a row works an available session.
    init(facts: WeekFacts, staff: Int, isBooked: @escaping (_ staff: Int, _ session: Int) -> Bool) {
        self.facts = facts
        let rows = facts.rowsOfPerson[staff]
        self.rows = rows
        isRowAtWork = isBooked
        worked = facts.week.sessions.indices.filter { session in
            rows.contains { facts.mark($0, session).duty == .rostered || isBooked($0, session) }
        }
    }

    /// Whether a row works an available session that a limit binds: one that is over counts as one on duty.
    func isRowBooked(_ row: Int, _ session: Int) -> Bool {
        !facts.isOver(session) && isRowAtWork(row, session)
    }

    private func isBooked(_ session: Int) -> Bool { rows.contains { isRowBooked($0, session) } }

    /// The fewest hours a week that any row allows; nil where none has a limit.
    private var maximumHours: Double? { rows.compactMap { facts.week.staff[$0].maximumHours }.min() }

    /// Minutes paid in the sessions, by whichever row works them.
    private func minutes(_ sessions: [Int]) -> Double {
        var sum = 0.0
        for session in sessions {
            for row in rows where facts.mark(row, session).duty == .rostered || isRowAtWork(row, session) {
                sum += facts.paid(row, session)
            }
        }
        return sum
    }

    /// Every limit broken, in a fixed order.
    var breaches: [Breach] {
        guard worked.contains(where: isBooked) else { return [] }
        return sessionsADay + calendarWeeks + averageHours + daysInARow + rest
    }

    var policy: Policy { facts.week.policy }

    /// Whether a row's session counts for the average: worked, or away from.
    func counts(_ row: Int, _ session: Int) -> Bool {
        switch facts.mark(row, session).duty {
        case .rostered, .leave, .sick, .training: true
        case .available: isRowAtWork(row, session)
        case .callable, .off: false
        }
    }

    private func day(_ session: Int) -> Int { facts.week.sessions[session].dayIndex }

    private var sessionsADay: [Breach] {
        (0..<max(0, facts.week.days)).compactMap { day in
            let sessions = worked.filter { self.day($0) == day }
            guard sessions.count > policy.maximumSessionsPerDay, sessions.contains(where: isBooked) else {
                return nil
            }
            return Breach(
                session: sessions.last,
                words:
                    "works \(sessions.count) sessions on \(facts.week.start.adding(days: day)) but may work "
                    + "\(policy.maximumSessionsPerDay) a day")
        }
    }

    private var calendarWeeks: [Breach] {
        facts.calendarWeeks.flatMap { week -> [Breach] in
            let all = Set(week)
            let sessions = worked.filter { all.contains($0) }
            guard let first = week.first, sessions.contains(where: isBooked) else { return [] }
            let name = "in the week of \(facts.week.sessions[first].day.monday)"
            var found: [Breach] = []
            let minutes = self.minutes(sessions)
            if let hours = maximumHours, minutes > hours * 60 + Tolerance.minutes {
                found.append(
                    Breach(
                        session: nil,
                        words:
                            "works \(Wording.time(minutes)) \(name) but may work \(Wording.time(hours * 60))"
                    ))
            }
            let days = Set(sessions.map(day)).count
            if days > policy.maximumDaysPerWeek {
                found.append(
                    Breach(
                        session: nil,
                        words: "works \(days) days \(name) but may work \(policy.maximumDaysPerWeek)"))
            }
            return found
        }
    }

    private var daysInARow: [Breach] {
        let days = Set(worked.map(day))
        let bookedDays = Set(worked.filter(isBooked).map(day))
        // More than the limit says no more than one above it does, and cannot overflow.
        let before = rows.map { max(0, min(facts.week.staff[$0].workedDaysBefore, 366)) }.max() ?? 0
        var found: [Breach] = []
        var (run, first, booked) = (before, 0, false)
        for day in 0...max(0, facts.week.days) {
            if days.contains(day) {
                if run == 0 { first = day }
                run += 1
                booked = booked || bookedDays.contains(day)
                continue
            }
            if run > policy.maximumDaysInARow, booked {
                let start = facts.week.start.adding(days: first)
                let past = first == 0 && before > 0 ? ", counting \(before) before it" : ""
                found.append(
                    Breach(
                        session: nil,
                        words: "works \(run) days in a row around \(start)\(past), but may work "
                            + "\(policy.maximumDaysInARow)"))
            }
            (run, booked) = (0, false)
        }
        return found
    }

    private var rest: [Breach] {
        let least = policy.minimumRestHours * 60
        var found: [Breach] = []
        if let (past, end) = lastBefore {
            for session in worked where isBooked(session) {
                let rest = Double(facts.week.sessions[session].starts - end)
                if rest < least - Tolerance.minutes {
                    found.append(breach(after: "\(past.day) \(past.part)", session, rest, least))
                }
            }
        }
        for (position, one) in worked.enumerated() {
            for other in worked[(position + 1)...] where day(one) != day(other) {
                let rest = Double(facts.week.sessions[other].starts - facts.week.sessions[one].ends)
                guard rest < least - Tolerance.minutes else { break }
                guard isBooked(one) || isBooked(other) else { continue }
                found.append(breach(after: facts.name(ofSession: one), other, rest, least))
            }
        }
        return found
    }

    /// The session worked last before the horizon, in whichever row, and when it ended.
    private var lastBefore: (session: PastSession, end: Int)? {
        var latest: (session: PastSession, end: Int)?
        for row in rows {
            guard let past = facts.week.staff[row].lastSessionBefore,
                let part = facts.week.parts.first(where: { $0.id == past.part })
            else { continue }
            let end = (past.day.number - facts.week.start.number) * 1440 + part.ends
            if let known = latest, known.end >= end { continue }
            latest = (past, end)
        }
        return latest
    }

    private func breach(after name: String, _ session: Int, _ rest: Double, _ least: Double) -> Breach {
        Breach(
            session: session,
            words: "rests \(Wording.time(rest)) between \(name) and \(facts.name(ofSession: session)) but "
                + "needs \(Wording.time(least))")
    }
}
