// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Finds where a rotation's rules exclude each other, before any plan: people who can be in no post in a period whatever the
/// plan, and posts that nobody can be in.
///
///     let found = RotationConflicts(facts).find(people: [0], posts: [])
///     found.people[0]
///
/// The rules are found by a deletion filter, period by period: one after the other is thought away, and stays so where there is
/// no choice even then.
/// Only what is proved is told. Everybody is looked at alone, so that what people do to each other is left out, but for
/// what holds whoever they are: room, and seniors.
public struct RotationConflicts: Sendable {
    /// Steps of looking at blocks, patterns and people that one question may take: a second or two.
    public static let usualSteps = 20_000_000

    private let facts: RotationFacts
    private let curriculum: [[CurriculumOfPerson]]
    private let mostSteps: Int

    /// The conflicts of a rotation.
    ///
    /// - Parameter mostSteps: Steps that one question takes at most.
    public init(_ facts: RotationFacts, mostSteps: Int = usualSteps) {
        self.facts = facts
        self.mostSteps = mostSteps
        var curriculum = [[CurriculumOfPerson]](repeating: [], count: facts.personCount)
        for asked in facts.curriculum { curriculum[asked.person].append(asked) }
        self.curriculum = curriculum
    }

    /// The periods in which a person who is there can be in no post, by the rules that keep them from all.
    public func ofPerson(_ person: Int) -> [RotationConflict] {
        find(people: [person], posts: []).people[person] ?? []
    }

    /// The periods in which nobody can be in a post that has a minimum, by the rules that keep everybody from it.
    public func ofPost(_ post: Int) -> [RotationConflict] {
        find(people: [], posts: [post]).posts[post] ?? []
    }

    /// Both, of some people and posts, everybody's ways being looked at once.
    public func find(people: [Int], posts: [Int]) -> FoundConflicts {
        var found = FoundConflicts()
        guard facts.postCount > 0 else { return found }
        let common = ConflictGround(facts, steps: ConflictSteps(mostSteps))
        let stuck = stuck(Set(people), posts, common)
        for p in people {
            guard let periods = stuck.people[p], !periods.isEmpty else { continue }
            let basis = PersonalBasis(facts, person: p, curriculum: curriculum[p])
            var ways: [Set<KeepingRule>: PersonalWays] = [:]
            let own = conflicts(periods, common) { period, lifted in
                Self.way(&ways[lifted], basis, lifted, common).canBeAnywhere(period)
            }
            if !own.isEmpty { found.people[p] = own }
        }
        var bases: [Int: PersonalBasis] = [:]
        for k in posts {
            guard let periods = stuck.posts[k], !periods.isEmpty else { continue }
            var ways: [Set<KeepingRule>: [Int: PersonalWays]] = [:]
            let own = conflicts(periods, common) { period, lifted in
                (0..<facts.personCount).contains { p in
                    guard facts.isPresent(person: p, period: period) else { return false }
                    let basis = bases[p] ?? PersonalBasis(facts, person: p, curriculum: curriculum[p])
                    bases[p] = basis
                    return Self.way(&ways[lifted, default: [:]][p], basis, lifted, common)
                        .canBe(in: k, period)
                }
            }
            if !own.isEmpty { found.posts[k] = own }
        }
        found.isWhole = !common.steps.areSpent
        return found
    }

    /// The ways with some rules thought away, made where they are not known yet.
    private static func way(
        _ known: inout PersonalWays?, _ basis: PersonalBasis, _ lifted: Set<KeepingRule>,
        _ common: ConflictGround
    ) -> PersonalWays {
        let ways = known ?? PersonalWays(basis, common, lifting: lifted)
        known = ways
        return ways
    }

    /// The periods in which people can be nowhere, and those with a minimum in which nobody can be in a post though somebody is
    /// there.
    private func stuck(
        _ people: Set<Int>, _ posts: [Int], _ common: ConflictGround
    ) -> (people: [Int: [Int]], posts: [Int: [Int]]) {
        let isAnybodyThere = (0..<facts.periodCount).map { t in
            !facts.isFrozen(t) && (0..<facts.personCount).contains { facts.isPresent(person: $0, period: t) }
        }
        // The posts that want somebody in each period, and nobody was found for yet.
        var wanting = (0..<facts.periodCount).map { t in
            isAnybodyThere[t] ? posts.filter { facts.amounts[$0][t].minimum > 0 } : []
        }
        var stuck: [Int: [Int]] = [:]
        for p in 0..<facts.personCount {
            let isAsked = people.contains(p)
            let basis = PersonalBasis(facts, person: p, curriculum: curriculum[p])
            let ways = PersonalWays(basis, common, lifting: [])
            for t in facts.freePeriods(of: p) where isAsked || !wanting[t].isEmpty {
                let before = wanting[t].count
                wanting[t].removeAll { ways.canBe(in: $0, t) }
                if isAsked, wanting[t].count == before, !ways.canBeAnywhere(t) {
                    stuck[p, default: []].append(t)
                }
            }
        }
        var ofPosts: [Int: [Int]] = [:]
        for (t, posts) in wanting.enumerated() {
            for k in posts { ofPosts[k, default: []].append(t) }
        }
        return (stuck, ofPosts)
    }

    /// Periods that have the same rules together, in the order of the first. What the steps are not enough for is left out.
    private func conflicts(
        _ periods: [Int], _ common: ConflictGround,
        isPossible: (_ period: Int, _ lifted: Set<KeepingRule>) -> Bool
    ) -> [RotationConflict] {
        var found: [(rules: [KeepingRule], periods: [Int])] = []
        for period in periods {
            var lifted: Set<KeepingRule> = []
            for rule in KeepingRule.allCases where !isPossible(period, lifted.union([rule])) {
                lifted.insert(rule)
            }
            guard !common.steps.areSpent else { break }
            let rules = KeepingRule.allCases.filter { !lifted.contains($0) }
            if let place = found.firstIndex(where: { $0.rules == rules }) {
                found[place].periods.append(period)
            } else {
                found.append((rules, [period]))
            }
        }
        return found.map { RotationConflict(periods: $0.periods, rules: $0.rules) }
    }
}
