// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// One person's working time, given which available sessions are worked.
struct WorkingTime {
    /// A limit that a set of sessions with an available one breaks.
    struct Breach {
        let session: Int?
        let words: String
    }

    let facts: WeekFacts
    let staff: Int
    let member: StaffMember
    /// Whether an available session is worked.
    let isBooked: (Int) -> Bool
    /// The sessions worked, in date order.
    private let worked: [Int]

    init(facts: WeekFacts, staff: Int, isBooked: @escaping (Int) -> Bool) {
        self.facts = facts
        self.staff = staff
        member = facts.week.staff[staff]
        self.isBooked = isBooked
        worked = facts.week.sessions.indices.filter {
            facts.mark(staff, $0).duty == .rostered || isBooked($0)
        }
    }

    /// Every limit broken, in a fixed order.
    var breaches: [Breach] {
        guard worked.contains(where: isBooked) else { return [] }
        return sessionsADay + calendarWeeks + averageHours + daysInARow + rest
    }

    var policy: Policy { facts.week.policy }

    /// Whether a session counts for the average: worked, or away from.
    func counts(_ session: Int) -> Bool {
        switch facts.mark(staff, session).duty {
        case .rostered, .leave, .sick, .training: true
        case .available: isBooked(session)
        case .off: false
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
            let minutes = sessions.reduce(0.0) { $0 + facts.paid(staff, $1) }
            if let hours = member.maximumHours, minutes > hours * 60 + Tolerance.minutes {
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
        let before = max(0, min(member.workedDaysBefore, 366))
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
        if let past = member.lastSessionBefore,
            let part = facts.week.parts.first(where: { $0.id == past.part })
        {
            let end = (past.day.number - facts.week.start.number) * 1440 + part.ends
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

    private func breach(after name: String, _ session: Int, _ rest: Double, _ least: Double) -> Breach {
        Breach(
            session: session,
            words: "rests \(Wording.time(rest)) between \(name) and \(facts.name(ofSession: session)) but "
                + "needs \(Wording.time(least))")
    }
}
