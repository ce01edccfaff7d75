// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Tiny weeks, one for each seed, that between them exercise every part of the weekly model.
///
/// Two to four people, two to four sessions with people in them (in horizons of 1 to 10 days), one to three
/// teams, one to four lines of up to three contacts: small enough for the oracle. Every week is one that the
/// intake would accept: references resolve, pins lie within eligibility, placements do not conflict.
public struct RandomWeek {
    /// The week of that seed. Each of the rarer facts (parts of sessions, humans of two rows, averages, wishes, times
    /// and heads of their own) is in a sixth of those that would have it, so that most weeks are of the usual kind.
    public static func make(seed: UInt64) -> Week {
        var maker = RandomWeek(seed: seed)
        return maker.make(seed: seed, isFull: false)
    }

    /// The week of that seed with all the rarer facts that it would have: for what is held against brute force.
    public static func full(seed: UInt64) -> Week {
        var maker = RandomWeek(seed: seed)
        return maker.make(seed: seed, isFull: true)
    }

    private static let start = CalendarDay(number: 9457)  // Monday 23 November 2026.

    var random: SeededRandom
    private var days = 1
    private var parts: [DayPart] = []
    private var active: [Int] = []
    private var start: CalendarDay { Self.start }

    private init(seed: UInt64) {
        random = SeededRandom(seed: seed &* 7_919 &+ 17)
    }

    private mutating func make(seed: UInt64, isFull: Bool) -> Week {
        calendar(seed: seed)
        let policy = RandomPolicy.make(&random)
        let framework = RandomFramework.make(&random, near: start)
        let teams = makeTeams()
        let staff = makeStaff(framework, teams)
        let week = Week(
            start: start, days: days, parts: parts, policy: policy, framework: framework, teams: teams,
            staff: staff, signOffs: makeSignOffs(framework, staff), rota: makeRota(staff, teams.count),
            demand: makeDemand(framework, teams), agreements: makeAgreements(framework),
            travel: makeTravel(), placements: makePlacements(staff, teams), current: makeCurrent(staff, teams)
        )
        var rare = SeededRandom(seed: seed &* 86_028_121 &+ 3)
        func rarely(_ week: Week, _ added: (Week, UInt64) -> Week) -> Week {
            let isThere = rare.chance(17)
            return isFull || isThere ? added(week, seed) : week
        }
        let staffed = rarely(week) { RandomHeads.added(to: $0, seed: $1, percent: 12) }
        let assessed = RandomAssessments.added(to: staffed, seed: seed)
        let decided = RandomDecisions.added(to: assessed, seed: seed)
        let supervised = RandomSupervision.added(to: decided, seed: seed)
        let timed = rarely(supervised) { RandomTimes.added(to: $0, seed: $1) }
        let parted = rarely(pinned(timed)) { RandomParts.added(to: $0, seed: $1) }
        let joined = rarely(parted) { RandomHumans.added(to: $0, seed: $1) }
        let wished = rarely(joined) { RandomWishes.added(to: $0, seed: $1) }
        return rarely(wished) { RandomHours.added(to: $0, seed: $1) }
    }

    /// A day of the horizon's first fortnight, or shortly before it.
    private mutating func someDay(_ range: ClosedRange<Int> = -1...9) -> CalendarDay {
        start.adding(days: random.pick(range))
    }

    private mutating func calendar(seed: UInt64) {
        let am = DayPart(id: "am", starts: 480, ends: 720)
        let pm = DayPart(id: "pm", starts: 780, ends: 1020, uplift: random.chance(20) ? 0.1 : 0)
        let eve = DayPart(id: "eve", starts: 1080, ends: 1320, uplift: 0.3)
        parts = random.pick([[am], [am, pm], [am, eve], [am, pm, eve]])
        parts = RandomTimes.parts(parts, seed: seed)
        days = random.pick([1, 2, 3, 4, 7, 8, 9, 10])
        // Around a Sunday, where there is one, so that calendar weeks and weekends matter.
        let first = days > 7 && random.chance(70) ? 5 : random.pick(0...(days - 1))
        let near = Array(first * parts.count..<min(days * parts.count, (first + 4) * parts.count))
        let wanted = random.pick([2, 3, 3, 4, 4])
        var chosen = near
        while chosen.count > wanted { chosen.remove(at: random.pick(0...(chosen.count - 1))) }
        active = chosen
    }

    private mutating func makeTeams() -> [Team] {
        let ids = Array(["A", "B", "C"].prefix(random.pick(1...3)))
        let shared = random.chance(50)
        return ids.map { id in
            Team(
                id: id, name: "Team \(id)", pathway: random.pick(["P1", "P2"]),
                organisation: random.pick(["north", "north", "north", "south"]),
                locality: random.pick(["hill", "vale", "shore"]),
                parts: parts.map(\.id).filter { _ in random.chance(97) },
                weekdays: Set(Weekday.allCases.filter { _ in random.chance(97) }),
                supervisionGroup: shared && random.chance(80) ? "G" : nil,
                travelMinutes: random.pick([0, 0, 10, 15]), span: random.pick([nil, nil, 0.5, 1, 2]),
                minimumStaff: random.pick([0, 0, 1, 2]), minimumRegistered: random.pick([0, 0, 0, 1]))
        }
    }

    private mutating func makeStaff(_ framework: Framework, _ teams: [Team]) -> [StaffMember] {
        let common =
            framework.roles.map(\.id) + [
                "support-worker", "support-worker", "assistant-practitioner", "student", "physiotherapist",
            ]
        return (0..<random.pick([2, 3, 3, 4, 4])).map { index in
            var roles = [index == 0 ? "physiotherapist" : random.pick(common)]
            let other = random.pick(framework.roles).id
            if random.chance(25), !roles.contains(other) { roles.append(other) }
            let kinds = framework.roles.filter { roles.contains($0.id) }.map(\.kind)
            var employment = random.pick([Employment.substantive, .substantive, .bank, .agency])
            if !kinds.contains(.registered), random.chance(70) {
                if kinds.contains(.student) { employment = .student }
                if kinds.contains(.volunteer) { employment = .volunteer }
            }
            return StaffMember(
                id: "P-\(index + 1)", roles: roles,
                employer: random.pick(["north", "north", "north", "south"]),
                baseLocality: random.pick(["hill", "vale", "shore"]), employment: employment,
                contractHours: random.pick([0, 0, 4, 6.5, 12, 37.5]),
                maximumHours: random.pick([nil, nil, nil, 4, 8, 12]),
                hourlyCost: random.pick([0, 12.92, 16.4, 20.44, 30.93]),
                homeTeam: random.chance(70) ? random.pick(teams).id : nil,
                workedDaysBefore: random.pick([0, 0, 0, 1, 3, 6]),
                lastSessionBefore: random.chance(25)
                    ? PastSession(day: start.adding(days: -random.pick(1...2)), part: random.pick(parts).id)
                    : nil)
        }
    }

    private mutating func makeSignOffs(_ framework: Framework, _ staff: [StaffMember]) -> [SignOff] {
        staff.flatMap { person in
            framework.competencies.filter { _ in random.chance(92) }.flatMap { competency in
                (0...(random.chance(15) ? 1 : 0)).map { _ in
                    // Twelve months back and a few days: the sign-off lapses around the horizon.
                    let old = random.chance(25) && competency.validMonths != nil
                    let signed =
                        old
                        ? someDay().adding(months: -12)
                        : random.chance(10) ? someDay() : start.adding(days: -60)
                    return SignOff(
                        staff: person.id, competency: competency.id, level: random.pick([1, 2, 3, 3, 3]),
                        signedOffOn: signed, expiresOn: random.chance(20) ? someDay() : nil)
                }
            }
        }
    }

    /// Marks, mostly in the active sessions; the number of ways to send people stays within a few thousand.
    private mutating func makeRota(_ staff: [StaffMember], _ teams: Int) -> [[RotaMark]] {
        var ways = 1
        return staff.map { member in
            (0..<days * parts.count).map { session in
                let isActive = active.contains(session)
                guard isActive || random.chance(10) else { return RotaMark(.off) }
                let duty = random.pick([
                    RotaMark.Duty.rostered, .rostered, .rostered, .rostered, .rostered, .available,
                    .available,
                    .available, .available, .available, .available, random.pick([.leave, .sick, .training]),
                ])
                let isFree = duty == .available || (duty == .rostered && member.homeTeam == nil)
                let choices = isFree ? teams + 1 : duty == .rostered ? teams : 1
                guard choices * ways <= (isActive ? 6000 : 600) else { return RotaMark(.off) }
                ways *= choices
                return RotaMark(duty)
            }
        }
    }

    private mutating func makeDemand(_ framework: Framework, _ teams: [Team]) -> [DemandLine] {
        (0..<random.pick([1, 2, 3, 3, 4, 4, 4])).map { index in
            let activity = random.pick(
                framework.activities + framework.activities.filter { $0.delegated != nil })
            let contacts = random.chance(5) ? 0 : random.pick(1...3)
            let isSuitable = activity.hands == 2 && activity.singleHanded != nil
            let isWhole = random.chance(50)
            let one = isWhole ? active[0] : random.pick(active)
            let other = isWhole ? active[active.count - 1] : random.pick(active)
            return DemandLine(
                id: "D-\(index + 1)", team: random.pick(teams).id, activity: activity.id,
                priority: random.pick(Priority.allCases), contacts: contacts,
                singleHandedContacts: isSuitable ? random.pick(0...contacts) : 0,
                window: min(one, other)...max(one, other))
        }
    }

    private mutating func makeAgreements(_ framework: Framework) -> [Agreement] {
        var agreements: [Agreement] = []
        for (employer, organisation) in [("north", "south"), ("south", "north")] where random.chance(92) {
            agreements.append(
                Agreement(
                    employer: employer, organisation: organisation,
                    roles: random.chance(70)
                        ? nil : framework.roles.filter { _ in random.chance(60) }.map(\.id),
                    from: random.chance(20) ? someDay() : nil, until: random.chance(20) ? someDay() : nil))
        }
        return agreements
    }

    private mutating func makeTravel() -> [TravelTime]? {
        guard random.chance(30) else { return nil }
        var travel: [TravelTime] = []
        for (from, to) in [("hill", "vale"), ("vale", "shore"), ("shore", "hill")] {
            let minutes = [random.pick([10, 25, 25, 45]), random.pick([10, 25, 45])]
            if random.chance(85) { travel.append(TravelTime(from: from, to: to, minutes: minutes[0])) }
            if random.chance(30) { travel.append(TravelTime(from: to, to: from, minutes: minutes[1])) }
        }
        return travel
    }

    private mutating func makePlacements(_ staff: [StaffMember], _ teams: [Team]) -> [Placement] {
        staff.filter { _ in random.chance(8) }.map {
            Placement(
                staff: $0.id, team: random.pick(teams).id, from: random.chance(40) ? someDay() : nil,
                until: random.chance(40) ? someDay() : nil)
        }
    }

    private mutating func makeCurrent(_ staff: [StaffMember], _ teams: [Team]) -> [CurrentDeployment]? {
        guard random.chance(30) else { return nil }
        return staff.flatMap { person in
            active.filter { _ in random.chance(60) }.map {
                CurrentDeployment(staff: person.id, session: $0, team: random.pick(teams).id)
            }
        }
    }

    /// The week with some marks pinned to a team the person may go to, or would be a head alone in.
    private mutating func pinned(_ week: Week) -> Week {
        let world = OracleWorld(week: week)
        let rota = week.rota.enumerated().map { person, row in
            row.enumerated().map { session, mark -> RotaMark in
                let places = world.pins(person, session)
                guard !places.isEmpty, random.chance(12) else { return mark }
                return RotaMark(mark.duty, pin: week.teams[random.pick(places)].id)
            }
        }
        return week.replacing { $0.rota = rota }
    }
}
