// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Wording
import Workforce

/// Periods in which rules leave no plan a choice, and rules that do so together.
public struct RotationConflict: Sendable, Equatable {
    /// The periods, ascending.
    public let periods: [Int]
    /// The rules. None can be left out: with any one of them thought away there would be a choice in the first of the periods.
    public let rules: [KeepingRule]

    /// The rules in words: `bands (…) and templates (…)`.
    public var words: String { Naming.list(rules.map(\.words)) }

    /// Their numbers in words: `period 4`, `periods 2, 4 to 6 and 8`.
    public var span: String {
        var runs: [ClosedRange<Int>] = []
        for period in periods {
            if let last = runs.last, last.upperBound == period - 1 {
                runs[runs.count - 1] = last.lowerBound...period
            } else {
                runs.append(period...period)
            }
        }
        let words = runs.map {
            $0.count == 1 ? "\($0.lowerBound + 1)" : "\($0.lowerBound + 1) to \($0.upperBound + 1)"
        }
        return (periods.count == 1 ? "period " : "periods ") + Naming.list(words)
    }
}

/// Finds where a rotation's rules exclude each other, before any plan: people who can be in no post in a period whatever the
/// plan, and posts that nobody can be in.
///
///     let conflicts = RotationConflicts(facts)
///     conflicts.ofPerson(0)
///
/// The rules are found by a deletion filter: one after the other is thought away, and stays so where there is no choice even
/// then.
/// Only what is proved is told. Everybody is looked at alone, so that what people do to each other is left out, but for
/// what holds whoever they are: room, and seniors.
public struct RotationConflicts: Sendable {
    private let facts: RotationFacts
    private let curriculum: [[CurriculumOfPerson]]

    /// The conflicts of a rotation.
    public init(_ facts: RotationFacts) {
        self.facts = facts
        var curriculum = [[CurriculumOfPerson]](repeating: [], count: facts.personCount)
        for asked in facts.curriculum { curriculum[asked.person].append(asked) }
        self.curriculum = curriculum
    }

    /// The periods in which a person who is there can be in no post, by the rules that keep them from all.
    public func ofPerson(_ person: Int) -> [RotationConflict] {
        guard facts.postCount > 0 else { return [] }
        let usual = ways(person, [])
        let stuck = facts.freePeriods(of: person).filter { !usual.canBeAnywhere($0) }
        return conflicts(Array(stuck)) { period, lifted in ways(person, lifted).canBeAnywhere(period) }
    }

    /// The periods in which nobody can be in a post that has a minimum, by the rules that keep everybody from it.
    public func ofPost(_ post: Int) -> [RotationConflict] {
        let there = (0..<facts.personCount).filter { !facts.freePeriods(of: $0).isEmpty }
        guard !there.isEmpty else { return [] }
        let usual = there.map { ways($0, []) }
        func isThere(_ person: Int, _ period: Int) -> Bool { facts.isPresent(person: person, period: period) }
        let stuck = (facts.frozenCount..<max(facts.frozenCount, facts.periodCount)).filter { period in
            facts.amounts[post][period].minimum > 0
                && there.contains { isThere($0, period) }
                && !there.indices.contains {
                    isThere(there[$0], period) && usual[$0].canBe(in: post, period)
                }
        }
        return conflicts(stuck) { period, lifted in
            there.contains { isThere($0, period) && ways($0, lifted).canBe(in: post, period) }
        }
    }

    private func ways(_ person: Int, _ lifted: Set<KeepingRule>) -> PersonalWays {
        PersonalWays(facts, person: person, curriculum: curriculum[person], lifting: lifted)
    }

    /// Periods that the same rules explain together, in the order of the first.
    private func conflicts(
        _ periods: [Int], isPossible: (_ period: Int, _ lifted: Set<KeepingRule>) -> Bool
    ) -> [RotationConflict] {
        var found: [(lifted: Set<KeepingRule>, periods: [Int])] = []
        for period in periods {
            if let place = found.indices.last, !isPossible(period, found[place].lifted) {
                found[place].periods.append(period)
                continue
            }
            var lifted: Set<KeepingRule> = []
            for rule in KeepingRule.allCases where !isPossible(period, lifted.union([rule])) {
                lifted.insert(rule)
            }
            found.append((lifted, [period]))
        }
        return found.map { lifted, periods in
            RotationConflict(periods: periods, rules: KeepingRule.allCases.filter { !lifted.contains($0) })
        }
    }
}
