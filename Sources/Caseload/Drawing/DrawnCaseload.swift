// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import SeededRandom
import Workforce

/// One way in which the week of a caseload may turn out, drawn at random: who begins, who stays how long, and so how
/// many contacts each line has.
///
/// Each case, and each day's starts of a row, has random numbers of its own in each draw, and so has each kind of
/// contact. The third draw is the same of however many, and other cases draw the same where one is added: two
/// caseloads, or two rotas, are compared in the same draws.
public struct DrawnCaseload: Sendable {
    /// Contacts of each line of the demand, in its order.
    public let contacts: [Int]

    /// Draws.
    ///
    /// - Parameters:
    ///   - number: Which of the seed's draws it is, from 1.
    ///   - seed: The seed.
    ///   - draws: The caseload, made ready for draws.
    public init(_ number: Int, seed: UInt64, _ draws: CaseloadDraws) {
        var drawing = Drawing(number, seed, draws)
        for one in draws.book.cases { drawing.draw(one) }
        for one in draws.book.starts { drawing.draw(one) }
        contacts = drawing.contacts
    }

    /// What is otherwise than in the demand that is expected: contacts of lines that the week has, and new lines.
    ///
    /// - Parameters:
    ///   - demand: The demand of the same caseload.
    ///   - week: The week with that demand. It may have lines of it without contacts, because something names them.
    public func changes(of demand: CaseloadDemand, in week: Week) -> [Change] {
        let held = Set(week.demand.map(\.id))
        return zip(demand.lines, contacts).compactMap { one, count -> Change? in
            let line = one.line
            guard line.contacts != count else { return nil }
            let isThere = held.contains(line.id)
            // More contacts of a line are not known to be suitable for one worker, so what is more is a line of its own.
            let isApart = isThere && one.isSingleHanded && count > line.contacts
            guard !isThere || isApart else { return .demand(.contacts(count, line: line.id)) }
            let more = count - line.contacts
            let window = SessionRange(
                from: demand.session(line.window.lowerBound), until: demand.session(line.window.upperBound))
            return .demand(
                .new(
                    NewLine(
                        line: line.id + (isApart ? "-more" : ""), team: line.team, activity: line.activity,
                        priority: line.priority, contacts: more,
                        singleHandedContacts: one.isSingleHanded ? more : 0, window: window,
                        source: line.source)))
        }
    }
}

/// A draw under way.
private struct Drawing {
    private(set) var contacts: [Int]
    private let number: Int
    private let seed: UInt64
    private let week: Week
    private let grid: LineGrid
    private let profiles: [String: CareProfile]
    /// Who is there on each day of the week, by team and pathway.
    private var there: [String: [Int]] = [:]

    init(_ number: Int, _ seed: UInt64, _ draws: CaseloadDraws) {
        (self.number, self.seed, week) = (number, seed, draws.week)
        (grid, profiles) = (draws.grid, draws.profiles)
        contacts = Array(repeating: 0, count: grid.lines.count)
    }

    private func random(_ name: String) -> SeededRandom { SeededRandom(seed: seed, for: name, number) }

    mutating func draw(_ one: CareCase) {
        let first = one.started.number - week.start.number
        let least = max(1, 1 - first)
        guard one.stay.chance(ofAtLeast: least) > 0 else { return }
        // The rows of somebody who is cared for by two teams have one stay.
        var random = random("case \(one.id)")
        let days = one.stay.days(at: random.fineShare(), atLeast: least)
        stay(first: first, days: days, with: one.team, one.pathway)
        give(
            first: first, days: days, "case \(one.id) \(one.team)",
            CareGroup(team: one.team, profile: one.profile, source: one.source))
    }

    mutating func draw(_ starts: CareStarts) {
        let group = CareGroup(team: starts.team, profile: starts.profile, source: starts.source)
        let name = "start \(starts.pathway) \(starts.team) \(starts.profile) \(starts.source?.rawValue ?? "")"
        var waiting: [(days: Int, name: String)] = []
        var leaving: [Int: Int] = [:]
        var present = 0
        let none = [Int](repeating: 0, count: week.days)
        let others = there[starts.team + "\n" + starts.pathway] ?? none
        for day in -starts.past..<week.days {
            present -= leaving.removeValue(forKey: day) ?? 0
            let date = week.start.adding(days: day)
            let own = "\(name) \(date.number)"
            var random = random(own)
            let count = random.count(mean: starts.expected(on: date))
            for place in 0..<count {
                waiting.append((starts.stay.days(at: random.fineShare()), "\(own) \(place)"))
            }
            let taken = starts.isSteady ? 0 : others[day]
            let places = starts.capacity.map { max(0, $0 - present - taken) } ?? waiting.count
            for one in waiting.prefix(places) {
                present += 1
                leaving[day + one.days, default: 0] += 1
                stay(first: day, days: one.days, with: starts.team, starts.pathway)
                if day + one.days > 0 { give(first: day, days: one.days, one.name, group) }
            }
            waiting.removeFirst(min(places, waiting.count))
        }
    }

    private mutating func stay(first: Int, days: Int, with team: String, _ pathway: String) {
        for day in max(0, first)..<max(max(0, first), min(week.days, first + days)) {
            let none = [Int](repeating: 0, count: week.days)
            there[team + "\n" + pathway, default: none][day] += 1
        }
    }

    /// Gives somebody the contacts of a stay. A part of one is a whole one with that chance.
    private mutating func give(first: Int, days: Int, _ name: String, _ group: CareGroup) {
        guard let profile = profiles[group.profile], let places = grid.places[group] else { return }
        for (entry, contacts) in profile.contacts.enumerated() where !places[entry].isEmpty {
            var random = random("\(name) \(entry)")
            for day in 0..<week.days {
                let share = random.fineShare()
                let due = contacts.due(onDay: day - first + 1, ofStay: days)
                guard due > 0 else { continue }
                let amount = due * contacts.factor(on: week.start.adding(days: day).weekday)
                let whole = amount.rounded(.down)
                self.contacts[places[entry][day]] += Int(whole) + (share < amount - whole ? 1 : 0)
            }
        }
    }
}
