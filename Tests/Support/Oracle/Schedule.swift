// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Where one person goes in every session of a horizon, with what that costs by itself.
struct Schedule {
    /// The team of each session, by index.
    let teams: [Int?]
    /// What each session is paid as, for sessions deployed, and its pounds.
    let pay: [(booking: Booking, cost: Double)?]
    /// Pounds of it by itself.
    var price = 0.0

    var bookings: Double { pay.reduce(0) { $0 + ($1?.cost ?? 0) } }

    /// Pounds of the sessions before one.
    func bookings(before session: Int) -> Double {
        pay.prefix(session).reduce(0) { $0 + ($1?.cost ?? 0) }
    }
}

extension OracleWorld {
    /// Every schedule of a person that keeps rules 1, 8 and the minimum of rule 9.
    func schedules(_ person: Int) -> [Schedule] {
        var partial: [[Int?]] = [[]]
        for session in week.sessions.indices {
            let places = places(person, session)
            let choices: [Int?] = (mustBeSomewhere(person, session) ? [] : [nil]) + places
            partial = partial.flatMap { start in choices.map { start + [$0] } }
        }
        return partial.filter { teams in
            isAllowed(person, booked: Set(teams.indices.filter { teams[$0] != nil }))
        }.map { schedule(person, $0) }
    }

    /// Whether a person may work those sessions on top of the rota: rule 8, and rule 9's minimum.
    func isAllowed(_ person: Int, booked: Set<Int>) -> Bool {
        let rota = week.rota[person]
        let taken = week.sessions.indices.filter { rota[$0].duty == .available && booked.contains($0) }
        let worked = week.sessions.indices.filter { rota[$0].duty == .rostered || taken.contains($0) }
        let added = taken.filter { $0 >= over }
        return added.allSatisfy { isAllowed(person, $0, worked) }
    }

    /// Whether all rows of a human may together work what each may alone: one place, and rule 8 over all of them.
    func isAllowedTogether(_ rows: [Int], _ schedules: [Schedule]) -> Bool {
        for session in week.sessions.indices where session >= over {
            let sent = rows.filter { schedules[$0].teams[session] != nil }
            if sent.count > 1 { return false }
        }
        func works(_ row: Int, _ session: Int) -> Bool {
            let duty = week.rota[row][session].duty
            return duty == .rostered || duty == .available && schedules[row].teams[session] != nil
        }
        let worked = rows.flatMap { row in
            week.sessions.indices.filter { works(row, $0) }.map { (row: row, session: $0) }
        }
        return worked.allSatisfy {
            week.rota[$0.row][$0.session].duty == .rostered || $0.session < over
                || keepsLimits(rows, $0.session, worked)
        }
    }

    /// Whether no set of the sessions worked that holds a given available one breaks a limit.
    private func isAllowed(_ person: Int, _ added: Int, _ worked: [Int]) -> Bool {
        let today = worked.filter { week.sessions[$0].day == week.sessions[added].day }
        switch week.staff[person].employment {
        case .bank, .agency: if today.count < week.policy.bookingMinimumSessions { return false }
        case .substantive, .student, .volunteer: break
        }
        return keepsLimits([person], added, worked.map { (row: person, session: $0) })
    }

    /// The limits of rule 8 on a human of some rows, who work those sessions, for one of them.
    private func keepsLimits(_ rows: [Int], _ added: Int, _ cells: [(row: Int, session: Int)]) -> Bool {
        let (members, policy) = (rows.map { week.staff[$0] }, week.policy)
        let here = week.sessions[added]
        let worked = cells.map(\.session)
        let today = worked.filter { week.sessions[$0].day == here.day }
        guard today.count <= policy.maximumSessionsPerDay else { return false }
        let thisWeek = worked.filter { week.sessions[$0].day.monday == here.day.monday }
        guard Set(thisWeek.map { week.sessions[$0].day }).count <= policy.maximumDaysPerWeek else {
            return false
        }
        if let hours = members.compactMap(\.maximumHours).min() {
            let minutes = cells.filter { week.sessions[$0.session].day.monday == here.day.monday }
                .map { worth($0.row, $0.session) }.reduce(0, +)
            guard Double(minutes) <= hours * 60 + 1e-9 else { return false }
        }
        // What one row of several works says nothing of the average: the others have hours and weeks, too.
        if rows.count == self.rows(rows[0]).count {
            guard keepsAverage(rows, added, cells) else { return false }
        }
        var days = Set(worked.map { week.sessions[$0].dayIndex })
        for past in 0..<(members.map(\.workedDaysBefore).max() ?? 0) { days.insert(-1 - past) }
        var (first, last) = (here.dayIndex, here.dayIndex)
        while days.contains(first - 1) { first -= 1 }
        while days.contains(last + 1) { last += 1 }
        guard last - first + 1 <= policy.maximumDaysInARow else { return false }
        var others = worked.map { week.sessions[$0] }
        for past in members.compactMap(\.lastSessionBefore) {
            guard let part = week.parts.first(where: { $0.id == past.part }) else { continue }
            let days = past.day.number - week.start.number
            others.append(Session(day: past.day, dayIndex: days, part: part))
        }
        return others.allSatisfy { other in
            if other.day == here.day { return true }
            let rest = other.day < here.day ? here.starts - other.ends : other.starts - here.ends
            return Double(rest) >= policy.minimumRestHours * 60
        }
    }

    private func schedule(_ person: Int, _ teams: [Int?]) -> Schedule {
        var schedule = Schedule(teams: teams, pay: pay(person, teams))
        schedule.price = PriceTerms.Term.total { $0.pounds(self, person, schedule) }
        return schedule
    }

    /// Pay, own people's counted minute by minute through each calendar week.
    private func pay(_ person: Int, _ teams: [Int?]) -> [(booking: Booking, cost: Double)?] {
        let member = week.staff[person]
        var pay: [(booking: Booking, cost: Double)?] = teams.map { _ in nil }
        var counter: [CalendarDay: Int] = [:]
        for session in teams.indices where teams[session] != nil {
            guard week.rota[person][session].duty == .available else {
                pay[session] = (.rostered, 0)
                continue
            }
            switch member.employment {
            case .student, .volunteer: pay[session] = (.unpaid, 0)
            case .bank: pay[session] = (.bank, fee(person, session))
            case .agency: pay[session] = (.agency, fee(person, session))
            case .substantive:
                let monday = week.sessions[session].day.monday
                let duty = week.sessions.indices.filter { other in
                    week.sessions[other].day.monday == monday
                        && week.rota[person][other].duty != .available
                        && week.rota[person][other].duty != .off
                        && week.rota[person][other].duty != .callable
                }.map { worth(person, $0) }.reduce(0, +)
                var (plain, overtime) = (0, 0)
                for _ in 0..<worth(person, session) {
                    // The minutes before this one: those of the rota, and those already added.
                    let before = Double(counter[monday, default: 0])
                    let free = max(0, member.contractHours * 60 - Double(duty))
                    let full = max(week.policy.fullTimeHours, member.contractHours) * 60
                    if before >= max(0, full - Double(duty)) {
                        overtime += 1
                    } else if before >= free {
                        plain += 1
                    }
                    counter[monday, default: 0] += 1
                }
                let paid = Double(plain) + Double(overtime) * week.policy.overtimeFactor
                pay[session] = (
                    overtime > 0 ? .overtime : plain > 0 ? .extra : .contract,
                    member.hourlyCost * paid / 60 + extra(person, session)
                )
            }
        }
        return pay
    }
}
