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

    let horizon: Horizon
    let policy: Policy

    /// The first breach of each rule, for the indices of a person's rostered sessions in date order.
    func breaches(_ person: StaffMember, _ rostered: [Int]) -> [Breach] {
        let found = [
            weeklyHours(person, rostered), sessionsADay(rostered), daysInARow(person, rostered),
            daysAWeek(rostered), rest(person, rostered),
        ]
        return found.compactMap { $0 }
    }

    private func weeklyHours(_ person: StaffMember, _ rostered: [Int]) -> Breach? {
        guard let most = person.maximumMinutes, let hours = person.maximumHours else { return nil }
        var minutes: [Int: Int] = [:]
        for index in rostered {
            let session = horizon.sessions[index]
            minutes[session.dayIndex / 7, default: 0] += session.minutes
            let worked = Double(minutes[session.dayIndex / 7] ?? 0)
            if worked > most {
                return Breach(
                    session: index, message: "rostered beyond max_hours in the week of \(session.day.monday)",
                    expected: "\(hours) hours a week at most")
            }
        }
        return nil
    }

    private func sessionsADay(_ rostered: [Int]) -> Breach? {
        let most = policy.maximumSessionsPerDay
        var count = 0
        var day = -1
        for index in rostered {
            count = horizon.sessions[index].dayIndex == day ? count + 1 : 1
            day = horizon.sessions[index].dayIndex
            if count > most {
                return Breach(
                    session: index, message: "rostered for more sessions a day than maximum_sessions_per_day",
                    expected: "\(most) sessions a day at most")
            }
        }
        return nil
    }

    private func daysInARow(_ person: StaffMember, _ rostered: [Int]) -> Breach? {
        let most = policy.maximumDaysInARow
        var run = person.workedDaysBefore
        var last = -1
        for index in rostered {
            let day = horizon.sessions[index].dayIndex
            if day == last { continue }
            run = day == last + 1 ? run + 1 : 1
            last = day
            if run > most {
                return Breach(
                    session: index, message: "rostered for \(run) days in a row, counting worked_days_before",
                    expected: "\(most) days in a row at most")
            }
        }
        return nil
    }

    private func daysAWeek(_ rostered: [Int]) -> Breach? {
        let most = policy.maximumDaysPerWeek
        var days: Set<Int> = []
        for index in rostered {
            let session = horizon.sessions[index]
            days = days.filter { $0 / 7 == session.dayIndex / 7 }
            days.insert(session.dayIndex)
            if days.count > most {
                return Breach(
                    session: index,
                    message: "rostered for more days than maximum_days_per_week in the week of "
                        + "\(session.day.monday)",
                    expected: "\(most) days a week at most")
            }
        }
        return nil
    }

    private func rest(_ person: StaffMember, _ rostered: [Int]) -> Breach? {
        var before: (day: Int, ends: Int)?
        if let past = person.lastSessionBefore, let part = horizon.parts.first(where: { $0.id == past.part })
        {
            let day = past.day.number - horizon.start.number
            before = (day, day * 1440 + part.ends)
        }
        for index in rostered {
            let session = horizon.sessions[index]
            if let before, before.day != session.dayIndex,
                Double(session.starts - before.ends) < policy.minimumRestMinutes
            {
                return Breach(
                    session: index,
                    message: "rostered with less rest than minimum_rest_hours before this session",
                    expected: "\(policy.minimumRestHours) hours of rest at least")
            }
            before = (session.dayIndex, session.ends)
        }
        return nil
    }
}

extension WeekDraft {
    /// Warns of rostered sessions that break a working-time rule among themselves.
    func checkRosteredTime() {
        guard let horizon, let weekFile, weekFile.isHorizonSure else { return }
        let rules = RosteredTime(horizon: horizon, policy: weekFile.policy)
        for (index, person) in staff.enumerated() {
            guard let marks = rota[index] else { continue }
            let rostered = marks.indices.filter { marks[$0].duty == .rostered }
            for breach in rules.breaches(person, rostered) {
                rotaField(index, breach.session)?
                    .warning("'\(person.id)' is \(breach.message)", expected: breach.expected, diagnostics)
            }
        }
    }
}
