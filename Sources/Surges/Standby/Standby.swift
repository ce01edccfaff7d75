// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Wording
import Workforce

/// How many people are to stand by, and with which risk that they are too few.
public struct StandbyOptions: Sendable {
    /// The chance, above 0 and below 1, that more are away than stand by.
    public var risk: Double
    /// How likely people are to be away.
    public var uncertainty: Uncertainty
    /// The day on which people are asked; nil: nothing is said of when they may be.
    public var on: CalendarDay?

    /// The risk that is taken where none is said.
    public static let usualRisk = 0.05
    /// The chance that somebody is away where nothing is said of their roles: sickness takes 5.7 % of contracted
    /// sessions. Generated weeks are made with the same figure.
    public static let usualAbsence = 0.057

    /// Options.
    public init(
        risk: Double = usualRisk, uncertainty: Uncertainty = Uncertainty(), on day: CalendarDay? = nil
    ) {
        (self.risk, self.uncertainty, on) = (risk, uncertainty, day)
    }

    /// The chance that somebody who is planned for a day is away on it: of several roles the largest.
    func chanceOfAbsence(_ staff: StaffMember) -> Double {
        staff.roles.contains { uncertainty.absence[$0] != nil }
            ? uncertainty.chanceOfAbsence(staff) : Self.usualAbsence
    }
}

/// People of a kind who are planned in a team on a day, and how many of the bank are to stand by for them.
public struct Standby: Sendable, Equatable {
    /// Who can stand in for whom: registered people of a profession, or support workers of a grade and above.
    public enum Group: Sendable, Hashable, Comparable {
        /// Registered people of a profession.
        case profession(String)
        /// Support workers of that grade; those above it can stand in for them.
        case grade(Int)
    }

    /// Somebody of the bank who could stand by.
    public struct Person: Sendable, Equatable {
        /// Who, by the position on the roster.
        public let person: Int
        /// The sessions in which they could come, ascending.
        public let sessions: [Int]
        /// On which rung they would be called.
        public let rung: Rung
        /// What the rota says: `A`, or `C` where they offered nothing for one of the sessions.
        public let mark: RotaMark.Duty
        /// Pounds that they cost if they are called for all of these sessions.
        public let cost: Double
        /// From when people of the rung may be called for it, where that is still to come.
        public let opensOn: CalendarDay?
    }

    /// The team, by its position.
    public let team: Int
    /// The day, from 0.
    public let day: Int
    /// Of what kind they are.
    public let group: Group
    /// How many are planned.
    public let planned: Int
    /// The chances with which they are away, each once, ascending.
    public let chances: [Double]
    /// How many of them are away on average.
    public let away: Double
    /// How many are to stand by.
    public let number: Int
    /// The chance that more are away than stand by.
    public let chance: Double
    /// Who could, in the order to ask: nobody twice a day.
    public let people: [Person]

    /// The ones to ask first, as many as are to stand by.
    public var asked: [Person] { Array(people.prefix(number)) }
    /// How many there are too few.
    public var missing: Int { max(0, number - people.count) }
    /// The day from which all of those asked first may be called, where that is still to come.
    public var opensOn: CalendarDay? { asked.compactMap(\.opensOn).max() }
    /// Pounds that those asked first cost if all are called; no cap is looked at.
    public var cost: Double { asked.reduce(0) { $0 + $1.cost } }
}

extension Surge {
    /// Who is to stand by, day by day, for those who are planned as things stand and may be away.
    ///
    /// The number away of people of one kind in a team on a day is the sum of independent chances; so many stand by that
    /// more are away with a chance of at most the risk. Days without anybody to stand by are left out.
    public func standby(_ options: StandbyOptions) -> [Standby] {
        var roster = StandbyRoster(self, options)
        return roster.needs
    }
}

/// The working out of who stands by.
private struct StandbyRoster {
    private let surge: Surge
    private let options: StandbyOptions
    private let ladder: Ladder
    private let qualifications: [Qualifications]
    /// Who stands by on which day already.
    private var taken: Set<[Int]> = []

    private struct Place: Hashable, Comparable {
        let day, team: Int
        let group: Standby.Group

        static func < (one: Place, other: Place) -> Bool {
            (one.day, one.team, one.group) < (other.day, other.team, other.group)
        }
    }

    init(_ surge: Surge, _ options: StandbyOptions) {
        (self.surge, self.options) = (surge, options)
        ladder = surge.ladder
        qualifications = ladder.everybody.qualifications
    }

    var needs: [Standby] {
        mutating get {
            var planned: [Place: [Shift]] = [:]
            for person in surge.week.staff.indices {
                guard let group = group(of: person) else { continue }
                for session in surge.week.openSessions {
                    guard let team = surge.now.team(ofPerson: person, session: session) else { continue }
                    let place = Place(day: surge.week.sessions[session].dayIndex, team: team, group: group)
                    planned[place, default: []].append(Shift(person: person, session: session))
                }
            }
            return planned.keys.sorted().compactMap { need($0, planned[$0] ?? []) }
        }
    }

    private mutating func need(_ place: Place, _ planned: [Shift]) -> Standby? {
        var known: Set<Int> = []
        let people = Set(planned.map(\.person)).sorted().filter { known.insert(human($0)).inserted }
        let chances = people.map { options.chanceOfAbsence(surge.week.staff[$0]) }
        let absentees = Absentees(chances)
        let number = absentees.number(within: options.risk)
        guard number > 0 else { return nil }
        let able = candidates(place, in: Set(planned.map(\.session)).sorted())
        for one in able.prefix(number) { taken.insert([human(one.person), place.day]) }
        return Standby(
            team: place.team, day: place.day, group: place.group, planned: people.count,
            chances: Set(chances).sorted(), away: absentees.mean, number: number,
            chance: absentees.chance(ofMoreThan: number), people: able)
    }

    private func group(of person: Int) -> Standby.Group? {
        let held = qualifications[person]
        switch held.kind {
        case .registered:
            return held.roles.first { $0.kind == .registered }.flatMap(\.profession).map { .profession($0) }
        case .support: return held.roles.filter { $0.kind == .support }.map(\.grade).max().map { .grade($0) }
        case .student, .volunteer: return nil
        }
    }

    private func canStandIn(_ person: Int, for group: Standby.Group) -> Bool {
        let held = qualifications[person]
        switch group {
        case .profession(let profession): return held.professions.contains(profession)
        case .grade(let grade):
            return held.roles.contains { $0.kind == .support && $0.grade >= grade }
        }
    }

    /// Who of the bank could come to the team in some of those sessions, by rung, those who offered first, then by cost.
    private func candidates(_ place: Place, in sessions: [Int]) -> [Standby.Person] {
        let week = surge.week
        let found = week.staff.indices.compactMap { person -> Standby.Person? in
            guard week.staff[person].employment == .bank, canStandIn(person, for: place.group),
                !taken.contains([human(person), place.day])
            else { return nil }
            let shifts = sessions.map { Shift(person: person, session: $0) }.filter {
                isFree($0) && ladder.everybody.eligibleTeams[cell($0)].contains(place.team)
            }.prefix(week.policy.maximumSessionsPerDay)
            guard !shifts.isEmpty, shifts.count >= week.policy.bookingMinimumSessions,
                !surge.isBooked(person, on: place.day)
            else { return nil }
            let own = week.staff[person].employer == week.teams[place.team].organisation
            let rung: Rung = own ? .ownBank : .collaborativeBank
            guard ladder.rungs.contains(rung) else { return nil }
            let opens = week.policy.releaseDays(rung).map { days in
                week.start.adding(days: place.day - days)
            }
            return Standby.Person(
                person: person, sessions: shifts.map(\.session), rung: rung,
                mark: shifts.contains { week.mark($0).duty == .callable } ? .callable : .available,
                cost: shifts.reduce(0) { $0 + ladder.everybody.bookingPay[cell($1)] },
                opensOn: options.on.flatMap { on in opens.flatMap { $0 > on ? $0 : nil } })
        }
        func key(_ one: Standby.Person) -> [Double] {
            [
                Double(week.policy.ladder.firstIndex(of: one.rung) ?? week.policy.ladder.count),
                one.mark == .available ? 0 : 1, one.cost, Double(one.person),
            ]
        }
        // Of a human's several rows the one that comes first.
        var known: Set<Int> = []
        return found.sorted { key($0).lexicographicallyPrecedes(key($1)) }
            .filter { known.insert(human($0.person)).inserted }
    }

    /// The first row of a person's human.
    private func human(_ person: Int) -> Int { ladder.everybody.index.humans.first(with: person) }

    private func isFree(_ shift: Shift) -> Bool {
        surge.week.mayBeCalled(shift) && ladder.everybody.duty[cell(shift)] == .available
    }

    private func cell(_ shift: Shift) -> Int { ladder.everybody.cell(shift.person, shift.session) }
}

extension Surge {
    /// Whether somebody, in any of their rows, works on a day as things stand or if all who are proposed come.
    fileprivate func isBooked(_ person: Int, on day: Int) -> Bool {
        let rows = now.instance.index.humans.rows(with: person)
        return rows.contains { row in
            now.instance.calendar.sessionsOfDay[day].contains { session in
                now.place(ofPerson: row, session: session) != nil
                    || ifAllCome.place(ofPerson: row, session: session) != nil
            }
        }
    }
}
