// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// What follows from a rotation plan, row by row, as its folder states it: blocks, sequences, what posts have and lack,
/// what people learn.
///
///     let outcome = RotationOutcome(facts, plan)
///     outcome.stated(summary)
public struct RotationOutcome: Sendable {
    /// The rotation, and what follows from it.
    public let facts: RotationFacts
    /// Who is where.
    public let plan: RotationPlan

    /// What follows from a plan.
    public init(_ facts: RotationFacts, _ plan: RotationPlan) {
        self.facts = facts
        self.plan = plan
    }

    /// Everything that the folder states.
    public func stated(_ summary: RotationSummary) -> StatedRotation {
        StatedRotation(
            placements: placements, sequences: sequences, filled: filled, unfilled: unfilled, gained: gained,
            summary: summary)
    }

    /// Where each present person is in each period.
    public var sequences: [SequenceLine] {
        plan.rows(facts).map { row in
            let period = facts.periods[row.period - 1]
            return SequenceLine(row, from: period.first, until: period.last)
        }
    }

    /// The blocks as rows: from the first day of their first period to the last day of their last.
    public var placements: [PlacementInForce] {
        blocks.map { block in
            let post = facts.rotation.posts[block.post]
            return PlacementInForce(
                staff: facts.rotation.people[block.person].id, team: post.team,
                from: facts.periods[block.first].first, until: facts.periods[block.last].last, post: post.id)
        }
    }

    /// What each post has in each period.
    public var filled: [FilledRow] {
        let (begun, wte) = (begunByCell, facts.wholeTimeEquivalents(plan))
        return facts.rotation.posts.enumerated().flatMap { k, post in
            (0..<facts.periodCount).map { t in
                FilledRow(
                    post: post.id, period: t + 1, wte: wte[k][t],
                    amounts: facts.amounts[k][t], begun: begun[k][t])
            }
        }
    }

    /// How many blocks begin in each post in each period.
    private var begunByCell: [[Int]] {
        var begun = [[Int]](
            repeating: [Int](repeating: 0, count: facts.periodCount), count: facts.postCount)
        for block in blocks where !block.isFromBefore { begun[block.post][block.first] += 1 }
        return begun
    }

    /// What each person has learnt, at the beginning of the first period that finds them so; what they are signed off in
    /// by then is left out.
    public var gained: [GainedRow] {
        let levels = namedLevels
        return facts.rotation.people.enumerated().flatMap { p, person -> [GainedRow] in
            guard !facts.presentPeriods[p].isEmpty else { return [] }
            return levels.compactMap { need in
                let first = (0..<facts.periodCount).first {
                    facts.isGained(person: p, need, before: $0, in: plan.posts[p])
                }
                guard let first, !facts.isSignedOff(person: p, need, period: first) else { return nil }
                return GainedRow(staff: person.id, need: need, period: first + 1)
            }
        }
    }

    /// The levels that posts name, as what they develop or need, in the order of the file.
    public var namedLevels: [Need] {
        var levels: [Need] = []
        for post in facts.rotation.posts {
            for need in post.develops.map(\.need) + post.needs where !levels.contains(need) {
                levels.append(need)
            }
        }
        return levels
    }
}
