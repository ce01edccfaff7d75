// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Tiny weeks, one for each seed, around a weekend with nights and a special day, in which the time decides the
/// price: rest after a night, closed teams, uplifts and own staff's enhancements.
public struct RandomTimetable {
    /// So many seeds reach each of these facts often enough.
    public static let seeds: UInt64 = 320

    /// The week of that seed.
    public static func make(seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 6_700_417 &+ 29)
        var maker = RandomTimetable(&random)
        maker.people(&random)
        maker.prices(&random)
        maker.demand(&random)
        maker.days(&random)
        switch seed % 4 {
        case 0: maker.callAfterNight()
        case 1: maker.callOnSpecialDay()
        case 2: maker.callInClosedTeam()
        default: break
        }
        return maker.world.week
    }

    private var world = TinyWorld()
    /// Sessions in which something happens: those of two or three days.
    private let active: [Int]

    private init(_ random: inout SeededRandom) {
        let (starts, ends) = random.pick([(1260, 1890), (1320, 1800), (1200, 1920), (1140, 1800)])
        let night = DayPart(id: "night", starts: starts, ends: ends, uplift: random.pick([0, 0, 0.3]))
        world.parts = (random.chance(40) ? Array(world.parts[..<2]) : [world.parts[0]]) + [night]
        // Friday to Sunday, or the beginning of the week, with the last night of Sunday now and then.
        world.days = 7
        let first = random.pick([0, 4, 4, 5])
        let days = first..<min(7, first + random.pick(2...3))
        active = days.flatMap { [count = world.parts.count] in $0 * count..<($0 + 1) * count }
        world.teams = Array(["A", "B"].prefix(random.pick([1, 1, 2]))).map { id in
            TinyWorld.team(id, minimumStaff: random.pick([0, 0, 1]))
        }
        for index in world.teams.indices { world.teams[index].parts = world.parts.map(\.id) }
    }

    private mutating func people(_ random: inout SeededRandom) {
        world.staff[0].homeTeam = random.pick([nil, "A"])
        world.staff[1].contractHours = random.pick([0, 4, 12, 37.5])
        world.staff[1].homeTeam = nil
        world.staff[2].homeTeam = nil
        world.staff.append(
            TinyWorld.person(
                "P-4", "support-worker", random.pick([.substantive, .agency]),
                contractHours: random.pick([0, 8, 37.5]), hourlyCost: 16))
        let before = CalendarDay(number: world.start.number - 1)
        for index in world.staff.indices.dropFirst() where random.chance(20) {
            world.staff[index].lastSessionBefore = PastSession(day: before, part: "night")
            world.staff[index].workedDaysBefore = 1
        }
        for (index, person) in world.staff.enumerated() {
            var left = world.teams.count == 1 ? 4 : 2
            world.rota[person.id] = (0..<world.days * world.parts.count).map { session in
                guard active.contains(session), random.chance(70) else { return "" }
                if index == 0 || (index == 3 && random.chance(60)) { return random.chance(40) ? "R" : "" }
                guard left > 0 else { return "" }
                left -= 1
                return "A"
            }
        }
    }

    private mutating func prices(_ random: inout SeededRandom) {
        world.policy.minimumRestHours = random.pick([11, 11, 11, 14, 0])
        world.policy.fullTimeHours = random.pick([37.5, 10])
        world.policy.saturdayUplift = random.pick([0, 0.3])
        world.policy.sundayUplift = random.pick([0, 0.6])
        if random.chance(60) {
            world.policy.ownSaturdayUplift = random.pick([0.3, 0.5, 0])
            world.policy.ownSundayUplift = random.pick([0.6, 0.25, 0])
        }
        world.policy.bankCap = random.pick([nil, nil, nil, 250])
    }

    private mutating func demand(_ random: inout SeededRandom) {
        for index in 0..<random.pick(2...4) {
            let one = random.pick(active)
            let other = random.chance(50) ? one : random.pick(active)
            world.demand(
                "D-\(index + 1)", random.pick(["care", "care", "care", "transfer"]),
                contacts: random.pick(1...4), team: random.pick(world.teams).id,
                priority: random.pick([.critical, .critical, .urgent]),
                window: min(one, other)...max(one, other))
        }
    }

    /// Calls of a morning that only somebody could give who works the night before.
    private mutating func callAfterNight() {
        let count = world.parts.count
        let (night, morning) = (active[0] + count - 1, active[0] + count)
        alone(1, in: morning)
        world.rota["P-2"]?[night] = "R"
        world.policy.minimumRestHours = 11
    }

    /// Calls of a special day, for which a bank worker is booked at its uplift.
    private mutating func callOnSpecialDay() {
        let day = world.start.adding(days: active[0] / world.parts.count)
        world.specialDays = [SpecialDay(day: day, name: "Fair day", uplift: 1, ownUplift: 0.4)]
        world.policy.bankCap = nil
        alone(2, in: active[0])
    }

    /// Calls in a team that is closed for the day.
    private mutating func callInClosedTeam() {
        alone(3, in: active[0])
        let day = world.start.adding(days: active[0] / world.parts.count)
        world.specialDays = [
            SpecialDay(day: day, name: "Fair day", uplift: 0.5, ownUplift: 0.4, closed: .teams(["A"]))
        ]
    }

    /// One person can be asked to work in a session, nobody else is there, and there are calls to give.
    private mutating func alone(_ index: Int, in session: Int) {
        for person in world.staff {
            world.rota[person.id]?[session] = person.id == world.staff[index].id ? "A" : ""
        }
        let day = world.start.adding(days: session / world.parts.count)
        let part = world.parts[session % world.parts.count].id
        world.teams[0].closedSessions.remove(ClosedSession(day: day, part: part))
        world.specialDays.removeAll { $0.day == day && $0.closes("A") }
        world.lines[0] = DemandLine(
            id: "D-1", team: "A", activity: "care", priority: .critical, contacts: 4,
            window: session...session)
    }

    private mutating func days(_ random: inout SeededRandom) {
        if random.chance(75) {
            let closed: SpecialDay.Closed =
                random.chance(50)
                ? .teams([]) : random.chance(25) ? .all : .teams([random.pick(world.teams).id])
            world.specialDays.append(
                SpecialDay(
                    day: world.start.adding(days: random.pick(active) / world.parts.count), name: "Fair day",
                    uplift: random.pick([0, 0.5, 1, 1]), ownUplift: random.pick([0, 0.4, 0.6, 1]),
                    closed: closed))
        }
        if random.chance(40) {
            let session = random.pick(active)
            world.teams[random.pick(0...(world.teams.count - 1))].closedSessions.insert(
                ClosedSession(
                    day: world.start.adding(days: session / world.parts.count),
                    part: world.parts[session % world.parts.count].id))
        }
    }
}
