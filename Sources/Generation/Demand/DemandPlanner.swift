// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// The demand of a place: each team's wants in the amount its own people can usually give, cut into lines. By night,
/// when no other team has people to send, it is what those on duty can give, night by night.
struct DemandPlanner {
    /// Contacts a line has at least, as far as the week has that many, and at most.
    static let fewest = 3
    static let most = 12
    /// Lines of an activity in the week, at least, so that none waits longer than four days.
    static let fewestBlocks = 2
    /// How far a line's contacts stray from what is expected, in thousandths either way (A).
    static let noisePermille = 150
    /// Demand by night in thousandths of what the team's people on duty can give that night: with the noise no more than
    /// all of it (A).
    static let nightPermille = 1000 - noisePermille

    private let activities: [String: Activity]
    private let capacity: Capacity
    private let rota: Rota
    private let start: CalendarDay
    /// What each of the rota's people may do.
    private let qualifications: [Qualifications]
    private var random: SeededRandom

    /// The lines of a place in the week from a day, whose people hold those sign-offs.
    static func lines(
        _ place: Place, rota: Rota, signOffs: [SignOff], start: CalendarDay, framework: Framework,
        seed: UInt64
    ) -> [DemandLine] {
        var planner = DemandPlanner(place, rota, signOffs, start, framework, seed)
        let drafts = place.units.flatMap { unit in
            unit.service.isByNight
                ? planner.nightDrafts(of: unit)
                : unit.service.demand.flatMap { planner.draft($0, of: unit) }
        }
        let balanced = Balance(capacity: planner.total, drafts: drafts).balanced
        var numbers: [String: Int] = [:]
        return balanced.map { draft in
            let number = (numbers[draft.unit.team.id] ?? 0) + 1
            numbers[draft.unit.team.id] = number
            return planner.line(draft, number: number)
        }
    }

    private init(
        _ place: Place, _ rota: Rota, _ signOffs: [SignOff], _ start: CalendarDay, _ framework: Framework,
        _ seed: UInt64
    ) {
        activities = Dictionary(framework.activities.map { ($0.id, $0) }) { first, _ in first }
        capacity = Capacity(framework: framework)
        self.rota = rota
        self.start = start
        qualifications = Qualifications.of(
            rota.posts.map(\.staff), signOffs: signOffs, framework: framework)
        random = SeededRandom(seed: seed, place: place.index, for: .demand)
    }

    /// What all rostered people of the place can give, but those who work by night: what is asked of these is settled.
    private var total: Int {
        rota.posts.indices.filter { rota.posts[$0].unit?.service.isByNight != true }
            .reduce(0) { $0 + capacity.minutes(rota.posts[$1].staff, rota.marks[$1]) }
    }

    private mutating func draft(_ want: Want, of unit: Place.Unit) -> [DraftLine] {
        guard let activity = activities[want.activity] else { return [] }
        let minutes = activity.workerMinutes(travel: unit.team.travelMinutes)
        guard minutes > 0 else { return [] }
        let weekly = thousandths(want, of: unit, minutes: minutes)
        let blocks = blocks(want, contacts: weekly / 1000)
        let weights = want.dayWeights
        let all = weights.reduce(0, +)
        guard all > 0 else { return [] }
        return blocks.flatMap { block in
            let weight = block.reduce(0) { $0 + weights[$1] }
            let noise = 1000 - Self.noisePermille + random.below(2 * Self.noisePermille + 1)
            let contacts = (weekly * weight / all * noise / 1000 + random.below(1000)) / 1000
            return parts(contacts).map {
                DraftLine(
                    unit: unit, activity: activity, priority: want.priority, contacts: $0,
                    window: window(want.rhythm, block, unit.service), minutes: minutes, isSettled: false)
            }
        }
    }

    /// The lines of a team that works by night, each of one night.
    private mutating func nightDrafts(of unit: Place.Unit) -> [DraftLine] {
        let nights = (0..<WorkingWeek.days).map { contacts(inNight: $0, of: unit) }
        return unit.service.demand.enumerated().flatMap { place, want -> [DraftLine] in
            guard let activity = activities[want.activity] else { return [] }
            return nights.enumerated().flatMap { day, contacts in
                parts(contacts[place]).map {
                    DraftLine(
                        unit: unit, activity: activity, priority: want.priority, contacts: $0,
                        window: window(want.rhythm, day...day, unit.service),
                        minutes: activity.workerMinutes(travel: unit.team.travelMinutes), isSettled: true)
                }
            }
        }
    }

    /// Contacts of each of a team's wants in one night, of those that somebody on duty there may give alone.
    private mutating func contacts(inNight day: Int, of unit: Place.Unit) -> [Int] {
        let demand = unit.service.demand
        let night = Rota.session(day: day, part: WorkingWeek.night)
        let noise = 1000 - Self.noisePermille + random.below(2 * Self.noisePermille + 1)
        let wants = demand.map { want in
            NightDemand.Want(
                minutes: activities[want.activity]?.workerMinutes(travel: unit.team.travelMinutes) ?? 0,
                permille: want.permille)
        }
        let pools = Set(demand.compactMap(\.pool))
        let people = rota.posts.indices.filter { person in
            rota.marks[person][night] == .rostered && pools.contains { rota.posts[person].isOf(unit, $0) }
        }.map { person in
            let minutes = capacity.minutes(rota.posts[person].staff, part: WorkingWeek.night)
            let able = demand.indices.filter { mayGive(person, demand[$0], on: day) }
            let own = able.filter { place in
                demand[place].pool.map { rota.posts[person].isOf(unit, $0) } ?? false
            }
            // Who may give nothing that is meant for their pool lends the others a hand.
            return NightDemand.Person(
                minutes: minutes * Self.nightPermille / 1000 * noise / 1000, wants: own.isEmpty ? able : own)
        }
        return NightDemand(wants: wants, people: people).contacts
    }

    /// Whether somebody may give a want's contacts alone on a day, other than under delegation.
    private func mayGive(_ person: Int, _ want: Want, on day: Int) -> Bool {
        guard let activity = activities[want.activity], activity.hands == 1, activity.minutes > 0 else {
            return false
        }
        return qualifications[person].standing(for: activity, on: start.adding(days: day), open: .support)
            .hasRoute
    }

    /// Contacts wanted in the week, in thousandths.
    private func thousandths(_ want: Want, of unit: Place.Unit, minutes: Int) -> Int {
        switch want.amount {
        case .share(let pool, let permille):
            let wants = unit.service.demand.reduce(0) { sum, other in
                if case .share(pool, let part) = other.amount, activities[other.activity] != nil {
                    return sum + part
                }
                return sum
            }
            let asked = capacity.usualMinutes(of: unit, pool, in: rota) * pool.demandPermille
            return asked / max(1, wants) * permille / minutes
        case .weekly(let number): return number * unit.heads * 1000 / 10
        }
    }

    /// The days of each line: one a day, or blocks of days where a day has too few contacts or may wait. What
    /// is critical never waits.
    private func blocks(_ want: Want, contacts: Int) -> [ClosedRange<Int>] {
        let enough = contacts / Self.fewest
        let count =
            switch want.rhythm {
            case .starts: WorkingWeek.days
            case .daily where want.priority == .critical: WorkingWeek.days
            case .daily: min(WorkingWeek.days, max(Self.fewestBlocks, enough))
            case .within(let days):
                min((WorkingWeek.days + days - 1) / days, max(Self.fewestBlocks, enough))
            }
        return (0..<count).map { index in
            let first = index * WorkingWeek.days / count
            return first...max(first, (index + 1) * WorkingWeek.days / count - 1)
        }
    }

    /// A line's contacts cut so that no part is above the most.
    private func parts(_ contacts: Int) -> [Int] {
        let count = (contacts + Self.most - 1) / Self.most
        return (0..<count).map { contacts * ($0 + 1) / count - contacts * $0 / count }
    }

    private func window(
        _ rhythm: Want.Rhythm, _ block: ClosedRange<Int>, _ service: Service
    ) -> ClosedRange<Int> {
        let parts = service.parts
        let (first, last) = (parts.first ?? 0, parts.last ?? 0)
        let opening = Rota.session(day: block.lowerBound, part: first)
        let closing = Rota.session(day: block.upperBound, part: last)
        switch rhythm {
        case .daily(let range):
            let from = parts[min(range.lowerBound, parts.count - 1)]
            let until = parts[min(range.upperBound, parts.count - 1)]
            let earliest = Rota.session(day: block.lowerBound, part: from)
            return earliest...max(earliest, Rota.session(day: block.upperBound, part: until))
        case .starts:
            let isLast = block.upperBound == WorkingWeek.days - 1
            return opening...(isLast ? closing : Rota.session(day: block.upperBound + 1, part: first))
        case .within: return opening...closing
        }
    }

    private mutating func line(_ draft: DraftLine, number: Int) -> DemandLine {
        let suitable = draft.activity.singleHanded == nil ? 0 : singleHanded(of: draft.contacts)
        let digits = String(number)
        return DemandLine(
            id: "\(draft.unit.team.id)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)",
            team: draft.unit.team.id, activity: draft.activity.id, priority: draft.priority,
            contacts: draft.contacts, singleHandedContacts: suitable, window: draft.window,
            source: draft.unit.service.source)
    }

    private mutating func singleHanded(of contacts: Int) -> Int {
        (0..<contacts).count { _ in random.chance(Stay.singleHandedPermille, of: 1_000) }
    }
}

/// A demand line without its identifier.
struct DraftLine {
    let unit: Place.Unit
    let activity: Activity
    let priority: Priority
    var contacts: Int
    let window: ClosedRange<Int>
    /// Minutes of all workers in a contact.
    let minutes: Int
    /// Whether its contacts stand, whatever the place can give beside them.
    let isSettled: Bool
}
