// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom
import TestSupport
import Testing
import Workforce

/// On random rotas, what the limits on working time allow is what the rule's words allow.
@Suite("Limits on working time")
struct WorkLimitTests {
    @Test(
        "limits, what may be added, barred sessions and the model's rows agree with the rule's words",
        Reached("allowed", atLeast: 3_000), Reached("refused", atLeast: 3_000),
        Reached("a barred session", atLeast: 200), arguments: 0..<12)
    func agree(block: Int) {
        for seed in UInt64(block * 50)..<UInt64(block * 50 + 50) {
            let rota = RandomRota(seed: seed)
            let model = WeeklyModel(Instance(rota.week))
            let workingTime = model.instance.workingTime
            let available = rota.sessions(.available)
            for t in available {
                let mayBeWorked = workingTime.mayBeWorked(person: 0, session: t)
                #expect(mayBeWorked == (model.instance.eligibleTeams[t] == [0]), "seed \(seed)")
                guard !mayBeWorked else { continue }
                Reached.here("a barred session")
                #expect(!rota.isAllowed([t]), "seed \(seed): \(t)")
            }
            for number in 0..<(1 << available.count) {
                let booked = available.indices.filter { number >> $0 & 1 == 1 }.map { available[$0] }
                let isAllowed = rota.isAllowed(booked)
                Reached.here(isAllowed ? "allowed" : "refused")
                #expect(keeps(booked, workingTime, model.instance.calendar) == isAllowed, "seed \(seed)")
                #expect(keepsRows(booked, model) == isAllowed, "seed \(seed): \(booked)")
                guard isAllowed else { continue }
                for t in available where !booked.contains(t) {
                    #expect(
                        workingTime.mayAdd(person: 0, session: t, isBooked: { booked.contains($1) })
                            == rota.isAllowed(booked + [t]), "seed \(seed): \(t) to \(booked)")
                }
            }
        }
    }

    private func keeps(_ booked: [Int], _ workingTime: WorkingTime, _ calendar: SessionCalendar) -> Bool {
        let days = booked.map { calendar.dayOfSession[$0] }
        return booked.allSatisfy { workingTime.mayBeWorked(person: 0, session: $0) }
            && workingTime.limits(person: 0).allSatisfy { limit in
                limit.worked { (limit.unit == .sessions ? booked : days).contains($0.place) } <= limit.most
            }
    }

    /// Whether a plan that books those sessions has a column for each and keeps the rows on working time.
    private func keepsRows(_ booked: [Int], _ model: WeeklyModel) -> Bool {
        var values = [Double](repeating: 0, count: model.columns.count)
        for t in booked {
            guard model.instance.eligibleTeams[t] == [0] else { return false }
            values[model.layout.firstDeployment[t]] = 1
        }
        let complete = Completion(model: model).complete(values)
        let rules: Set<RowOrigin.Rule> = [
            .weeklyHours, .averageHours, .sessionsPerDay, .rest, .worksDay, .days,
        ]
        return model.rows.indices.filter { rules.contains(model.rows[$0].rule) }.allSatisfy {
            model.program.activity(ofRow: $0, at: complete) <= model.program.rowUpper[$0] + 1e-6
        }
    }
}

/// One person's rota at random, full enough for every limit to bind now and then.
private struct RandomRota {
    let week: Week

    init(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var world = TinyWorld()
        world.days = random.pick([2, 4, 7, 9, 14])
        if random.chance(70) {
            let ends = random.pick([1320, 1320, 1440 + 400, 1440 + 480])
            world.parts.append(DayPart(id: "eve", starts: 1050, ends: ends))
        }
        world.teams[0].parts = world.parts.map(\.id)
        world.policy.maximumSessionsPerDay = random.pick(1...3)
        world.policy.maximumDaysInARow = random.pick([1, 2, 3, 4, 6])
        world.policy.maximumDaysPerWeek = random.pick([1, 2, 3, 4, 6])
        world.policy.minimumRestHours = random.pick([0, 11, 12.5, 15, 24, 40])
        world.staff = [
            TinyWorld.person(
                "P-1", "support-worker", .substantive,
                maximumHours: random.pick([nil, nil, 4, 8.5, 12, 20, 33.3]),
                workedDaysBefore: random.pick([0, 0, 1, 2, 5, 9]),
                lastSessionBefore: random.chance(40)
                    ? PastSession(
                        day: world.start.adding(days: -random.pick(1...2)), part: random.pick(world.parts).id)
                    : nil)
        ]
        if random.chance(30) {
            world.policy.averageHours = random.pick([4, 8.5, 20])
            world.policy.averageWeeks = random.pick([1, 2, 3, 17])
            world.staff[0].hasOptedOut = random.chance(10)
            for back in -1...2 where random.chance(40) {
                let week = WeekHours(
                    week: world.start.adding(days: -7 * back), hours: random.pick([4, 12.3]))
                if back > 0, random.chance(70) { world.staff[0].hoursBefore.append(week) }
                if random.chance(30) { world.staff[0].otherHours.append(week) }
            }
        }
        let rostered = random.pick([0, 10, 25, 45])
        var left = 6
        world.rota["P-1"] = (0..<world.days * world.parts.count).map { _ in
            if random.chance(rostered) { return random.chance(15) ? "L" : "R" }
            guard left > 0, random.chance(45) else { return "" }
            left -= 1
            return "A"
        }
        world.demand("D1", "care", contacts: 1)
        week = world.week
    }

    func sessions(_ duty: RotaMark.Duty) -> [Int] {
        week.sessions.indices.filter { week.rota[0][$0].duty == duty }
    }

    /// Whether every set of worked sessions that holds one of those booked is within all the rules.
    func isAllowed(_ booked: [Int]) -> Bool {
        booked.allSatisfy { isAllowed($0, booked + sessions(.rostered)) }
    }

    private func isAllowed(_ added: Int, _ worked: [Int]) -> Bool {
        let (member, policy, here) = (week.staff[0], week.policy, week.sessions[added])
        let sessions = worked.map { week.sessions[$0] }
        let inWeek = sessions.filter { $0.day.monday == here.day.monday }
        let minutes = inWeek.reduce(0) { $0 + $1.minutes }
        if let most = member.maximumHours, Double(minutes) > most * 60 + 1e-6 { return false }
        if !isAverageKept(here, sessions) { return false }
        if sessions.count(where: { $0.day == here.day }) > policy.maximumSessionsPerDay { return false }
        if Set(inWeek.map(\.dayIndex)).count > policy.maximumDaysPerWeek { return false }
        let days = Set(sessions.map(\.dayIndex)).union((0..<member.workedDaysBefore).map { -1 - $0 })
        var run = 1
        for step in [-1, 1] {
            var day = here.dayIndex + step
            while days.contains(day) { (run, day) = (run + 1, day + step) }
        }
        if run > policy.maximumDaysInARow { return false }
        let past = member.lastSessionBefore.flatMap { past in
            week.parts.first { $0.id == past.part }.map {
                Session(day: past.day, dayIndex: past.day.number - week.start.number, part: $0)
            }
        }
        return (sessions + (past.map { [$0] } ?? [])).filter { $0.day != here.day }.allSatisfy { other in
            let rest = other.day < here.day ? here.starts - other.ends : other.starts - here.ends
            return Double(rest) >= policy.minimumRestHours * 60
        }
    }

    /// Whether the minutes of each stretch of weeks that holds the session keep to the average.
    private func isAverageKept(_ here: Session, _ worked: [Session]) -> Bool {
        let (member, policy) = (week.staff[0], week.policy)
        guard let most = policy.averageHours, !member.hasOptedOut else { return true }
        let away = sessions(.leave).map { week.sessions[$0] }
        let here = here.dayIndex / 7
        return (here..<min((week.days + 6) / 7, here + policy.averageWeeks)).allSatisfy { last in
            let stretch = (last - policy.averageWeeks + 1)...last
            let number = { (row: WeekHours) in (row.week.number - week.start.number) / 7 }
            let before = member.hoursBefore.filter { stretch.contains(number($0)) }
            let other = member.otherHours.filter { stretch.contains(number($0)) }
            let known = Set((before + other).map(number)).union(0...last).intersection(stretch)
            let minutes = (worked + away).filter { stretch.contains($0.dayIndex / 7) }
                .reduce(0) { $0 + $1.minutes }
            let hours = (before + other).reduce(0) { $0 + $1.hours }
            return Double(minutes) + hours * 60 <= most * 60 * Double(known.count) + 1e-6
        }
    }
}
