// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What follows from a rotation before anybody plans it: who is there when, who may be where, what posts should have.
///
/// Model, search, report and intake all ask here, so that each fact is worked out in one place; the audit works them
/// out for itself. People, posts and periods are positions in the order of their files, from 0.
public struct RotationFacts: Sendable {
    /// The rotation.
    public let rotation: Rotation
    /// Its periods.
    public let periods: [Period]
    /// How many periods, from the first, are as in the plan in force.
    public let frozenCount: Int
    /// The periods in which each person is present, ascending.
    public let presentPeriods: [[Int]]
    /// What each post should have in each period.
    public let amounts: [[PostAmounts]]
    /// Each person's start post; nil: none.
    public let startPost: [Int?]
    /// Posts that each person has been in before the programme.
    public let done: [Set<Int>]
    /// Pairs of people who are kept apart, each once.
    public let apart: [(one: Int, other: Int)]
    /// What the plan in force says.
    public let inForce: PlanInForce
    /// What each person holds by sign-off.
    public let qualifications: [Qualifications]
    /// The positions in the order of the file, by identifier.
    public let postIndex: [String: Int]
    /// The positions in the order of the file, by identifier.
    public let personIndex: [String: Int]
    /// Preference pounds of each person in each post for a period, people first.
    public let preferencePounds: [[Double]]
    /// Minutes from each person's base to each post; nil: no way is known.
    public let travelMinutes: [[Int?]]
    private let present: [Bool]
    private let may: [Bool]
    private let holding: Holding

    /// The facts of a rotation.
    public init(_ rotation: Rotation) {
        self.rotation = rotation
        let periods = Period.all(
            from: rotation.starts, count: rotation.periodCount, length: rotation.length)
        self.periods = periods
        frozenCount = rotation.frozenBefore.map { day in periods.count { $0.first < day } } ?? 0
        let isThere = rotation.people.map { person in
            periods.map { Presence.isPresent(person, in: $0, away: rotation.away) }
        }
        present = isThere.flatMap(\.self)
        presentPeriods = isThere.map { row in row.indices.filter { row[$0] } }
        amounts = rotation.posts.map { post in
            let rows = rotation.capacity.filter { $0.post == post.id }
            return periods.map { period in
                rows.first { $0.holds(on: period.first) }?.amounts(inPlaceOf: post.amounts) ?? post.amounts
            }
        }
        let postIndex = Dictionary(uniqueKeysWithValues: rotation.posts.enumerated().map { ($1.id, $0) })
        self.postIndex = postIndex
        personIndex = Dictionary(uniqueKeysWithValues: rotation.people.enumerated().map { ($1.id, $0) })
        startPost = rotation.people.map { $0.startPost.flatMap { postIndex[$0] } }
        done = rotation.people.map { Set($0.done.compactMap { postIndex[$0] }) }
        apart = Self.pairs(rotation.apart, personIndex)
        inForce = PlanInForce(rotation, periods: periods, people: personIndex, posts: postIndex)
        qualifications = Qualifications.of(
            rotation.people.map(\.asStaffMember), signOffs: rotation.signOffs, framework: rotation.framework)
        let holding = Holding(rotation)
        self.holding = holding
        may = holding.table(periods)
        travelMinutes = holding.travelMinutes
        preferencePounds = Self.preferences(rotation, postIndex)
    }

    private static func pairs(
        _ rows: [Apart], _ people: [String: Int]
    ) -> [(one: Int, other: Int)] {
        var pairs: [(one: Int, other: Int)] = []
        for row in rows {
            guard let a = people[row.staff], let b = people[row.other] else { continue }
            let pair = (one: min(a, b), other: max(a, b))
            if !pairs.contains(where: { $0 == pair }) { pairs.append(pair) }
        }
        return pairs
    }

    private static func preferences(_ rotation: Rotation, _ posts: [String: Int]) -> [[Double]] {
        let longest = rotation.people.map(\.prefers.count).max() ?? 0
        return rotation.people.map { person in
            var pounds = [Double](
                repeating: person.prefers.isEmpty ? 0 : Double(longest) * rotation.policy.preferenceStep,
                count: rotation.posts.count)
            for (place, post) in person.prefers.enumerated() {
                if let k = posts[post] { pounds[k] = Double(place) * rotation.policy.preferenceStep }
            }
            return pounds
        }
    }

    /// How many people there are.
    public var personCount: Int { rotation.people.count }
    /// How many posts there are.
    public var postCount: Int { rotation.posts.count }
    /// How many periods there are.
    public var periodCount: Int { periods.count }

    /// Whether a person is present in a period: fewer than half of its days are missing.
    public func isPresent(person: Int, period: Int) -> Bool { present[person * periods.count + period] }

    /// Whether a person may hold a post in a period: profession, band, what they cannot, the agreement on its first
    /// day, the travel limit. Whether they are present is not looked at.
    public func mayHold(person: Int, period: Int, post: Int) -> Bool {
        may[(person * periods.count + period) * rotation.posts.count + post]
    }

    /// What keeps a person from a post in a period; nothing where they may hold it.
    public func bars(person: Int, period: Int, post: Int) -> [HoldingBar] {
        mayHold(person: person, period: period, post: post)
            ? [] : holding.bars(person, post, on: periods[period].first)
    }

    /// The posts that may be chosen for a person in a period: those they may hold, or in a frozen period the one of
    /// the plan in force; none where they are absent.
    public func choices(person: Int, period: Int) -> [Int] {
        guard isPresent(person: person, period: period) else { return [] }
        if isFrozen(period) { return [inForce.post(person: person, period: period)].compactMap(\.self) }
        return rotation.posts.indices.filter { mayHold(person: person, period: period, post: $0) }
    }

    /// Whether a period is as in the plan in force.
    public func isFrozen(_ period: Int) -> Bool { period < frozenCount }

    /// Pounds of the way to a post for a period; nothing where no way is known, as for a frozen placement.
    public func travelPounds(person: Int, post: Int) -> Double {
        rotation.policy.travelMinute * Double(travelMinutes[person][post] ?? 0)
    }
}
