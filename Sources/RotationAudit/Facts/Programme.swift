// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// What a rotation says, day by day.
final class Programme: Sendable {
    let rotation: Rotation
    /// The first day of each period, and the day after the last one.
    let starts: [CalendarDay]
    private let people: [String: Int]
    private let posts: [String: Int]
    private let staff: [StaffMember]
    private let held: [Qualifications]
    /// The professions of each person's roles.
    private let professions: [[String]]
    private let isThere: [[Bool]]
    private let travel: TravelTimes?
    /// The post in which the plan in force has each person in each period.
    let before: [[Int?]]
    /// Whether a row of the plan in force holds in each period.
    let isCovered: [Bool]
    /// The length of the longest list of wishes.
    private let longestList: Int

    init(_ rotation: Rotation) {
        self.rotation = rotation
        let starts = (0...rotation.periodCount).map { index -> CalendarDay in
            switch rotation.length {
            case .month: rotation.starts.adding(months: index)
            case .weeks(let weeks): rotation.starts.adding(days: weeks * 7 * index)
            }
        }
        self.starts = starts
        let people = Self.index(rotation.people.map(\.id))
        let posts = Self.index(rotation.posts.map(\.id))
        (self.people, self.posts) = (people, posts)
        let staff = rotation.people.map {
            StaffMember(
                id: $0.id, roles: $0.roles, employer: $0.employer, baseLocality: $0.baseLocality,
                employment: .substantive)
        }
        self.staff = staff
        professions = rotation.people.map { person in
            rotation.framework.roles.filter { person.roles.contains($0.id) }.compactMap(\.profession)
        }
        travel = rotation.travel.map(TravelTimes.init)
        longestList = rotation.people.reduce(0) { max($0, $1.prefers.count) }
        held = Qualifications.of(staff, signOffs: rotation.signOffs, framework: rotation.framework)
        isThere = rotation.people.map { person in
            let away = rotation.away.filter { $0.staff == person.id }
            return (0..<rotation.periodCount).map { t in
                let days = (starts[t].number..<starts[t + 1].number).map(CalendarDay.init(number:))
                let there = days.filter { Self.isHere(person, away, on: $0) }
                return there.count * 2 > days.count
            }
        }
        var before = [[Int?]](
            repeating: [Int?](repeating: nil, count: rotation.periodCount), count: rotation.people.count)
        var isCovered = [Bool](repeating: false, count: rotation.periodCount)
        // From the last row to the first, so that of two rows the first is left standing.
        for row in (rotation.current ?? []).reversed() {
            guard let p = people[row.placement.staff], let k = posts[row.post] else { continue }
            for t in 0..<rotation.periodCount {
                let days = (starts[t].number..<starts[t + 1].number).map(CalendarDay.init(number:))
                guard days.count(where: { row.placement.holds(on: $0) }) * 2 > days.count else { continue }
                before[p][t] = k
                isCovered[t] = true
            }
        }
        (self.before, self.isCovered) = (before, isCovered)
    }

    private static func index(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func isHere(_ person: RotatingPerson, _ away: [Absence], on day: CalendarDay) -> Bool {
        if let joins = person.joins, day < joins { return false }
        if let leaves = person.leaves, day > leaves { return false }
        return !away.contains { row in
            !(row.from.map { day < $0 } ?? false) && !(row.until.map { day > $0 } ?? false)
        }
    }

    func person(_ id: String) -> Int? { people[id] }
    func post(_ id: String) -> Int? { posts[id] }

    /// Whether somebody is there for more than half of a period's days.
    func isPresent(_ person: Int, _ period: Int) -> Bool { isThere[person][period] }

    /// Whether a period begins before the plan is free.
    func isFrozen(_ period: Int) -> Bool { rotation.frozenBefore.map { starts[period] < $0 } ?? false }

    /// What keeps a person from a post in a period, in words; empty where nothing does.
    func bars(_ p: Int, _ k: Int, _ t: Int) -> [String] {
        let (person, post) = (rotation.people[p], rotation.posts[k])
        var bars: [String] = []
        if let professions = post.professions {
            if !self.professions[p].contains(where: professions.contains) {
                bars.append("it is for " + professions.joined(separator: " or "))
            }
        }
        if !post.bands.isEmpty, !post.bands.contains(where: { $0 == person.band }) {
            bars.append("it is for band " + post.bands.joined(separator: " or "))
        }
        if person.cannot.contains(post.id) { bars.append("people.csv says that they cannot") }
        let isCovered = rotation.agreements.contains {
            $0.covers(
                employer: person.employer, roles: person.roles, workingFor: post.organisation, on: starts[t])
        }
        if person.employer != post.organisation, !isCovered {
            bars.append("no agreement has \(person.employer) work for \(post.organisation) on \(starts[t])")
        }
        if person.baseLocality != post.locality, let travel {
            let limit = rotation.policy.travelLimitMinutes
            if let minutes = travel.minutes(from: person.baseLocality, to: post.locality) {
                if Double(minutes) > limit {
                    bars.append("it is \(minutes) minutes away, above the limit of \(number(limit))")
                }
            } else {
                bars.append("no way there from \(person.baseLocality) is known")
            }
        }
        return bars
    }

    /// Whether a need is held by sign-off on a period's first day.
    func isSignedOff(_ p: Int, _ need: Need, _ t: Int) -> Bool {
        held[p].evidence(of: need, on: starts[t]) != nil
    }

    /// Minutes of a way; nothing where none is known.
    func minutes(_ p: Int, _ k: Int) -> Double {
        let (from, to) = (rotation.people[p].baseLocality, rotation.posts[k].locality)
        guard from != to, let travel else { return 0 }
        return Double(travel.minutes(from: from, to: to) ?? 0)
    }

    /// The row of capacity.csv that holds for a post in a period.
    private func capacity(_ k: Int, _ t: Int) -> CapacityRow? {
        rotation.capacity.first { row in
            row.post == rotation.posts[k].id && !(row.from.map { starts[t] < $0 } ?? false)
                && !(row.until.map { starts[t] > $0 } ?? false)
        }
    }

    func minimum(_ k: Int, _ t: Int) -> Double {
        capacity(k, t)?.minimum ?? rotation.posts[k].amounts.minimum
    }

    func target(_ k: Int, _ t: Int) -> Double {
        let own = rotation.posts[k].amounts.target
        guard let row = capacity(k, t) else { return own }
        return row.target ?? max(own, minimum(k, t))
    }

    func maximum(_ k: Int, _ t: Int) -> Double? {
        capacity(k, t)?.maximum ?? rotation.posts[k].amounts.maximum
    }

    /// Preference pounds of a person in a post for a period.
    func preference(_ p: Int, _ k: Int) -> Double {
        let list = rotation.people[p].prefers
        guard !list.isEmpty else { return 0 }
        return rotation.policy.preferenceStep
            * Double(list.firstIndex(of: rotation.posts[k].id) ?? longestList)
    }

    /// `period 3 (2027-03-04 to 2027-04-03)`.
    func name(_ t: Int) -> String {
        "period \(t + 1) (\(starts[t]) to \(starts[t + 1].adding(days: -1)))"
    }

    /// `periods 3 to 5 (2027-03-04 to 2027-06-03)`.
    func name(_ first: Int, _ last: Int) -> String {
        first == last
            ? name(first)
            : "periods \(first + 1) to \(last + 1) (\(starts[first]) to \(starts[last + 1].adding(days: -1)))"
    }

    /// An amount with at most two decimals.
    func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e13 else { return "\(value)" }
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
    }

    /// `1 period`, `3 periods`.
    func count(_ value: Int, _ noun: String) -> String { "\(value) \(noun)\(value == 1 ? "" : "s")" }
}
