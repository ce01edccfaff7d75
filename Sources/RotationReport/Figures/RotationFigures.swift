// SPDX-License-Identifier: GPL-3.0-or-later

import RotationOutcome
import Rotations
import Wording
import Workforce

/// What somebody has of their wishes.
public struct WishFigure: Sendable, Encodable, Equatable {
    /// Who.
    public let staff: String
    /// Periods in which they are there.
    public let periods: Int
    /// Periods in a post.
    public let placed: Int
    /// Periods in a post of their list.
    public let onList: Int
    /// Periods in the post that they would like most.
    public let first: Int
    /// Preference pounds of all periods.
    public let pounds: Double
    /// The same per period in which they are there.
    public let poundsPerPeriod: Double
    /// Whether nobody is worse off.
    public let isWorstOff: Bool
}

/// How many hold a competency that is wanted, at the beginning of a period.
public struct WantedFigure: Sendable, Encodable, Equatable {
    /// The competency.
    public let competency: String
    /// The level.
    public let level: Int
    /// The number of the period.
    public let period: Int
    /// How many are wanted.
    public let wanted: Int
    /// How many hold it.
    public let held: Int
}

/// A post over the whole programme.
public struct PostFigure: Sendable, Encodable, Equatable {
    /// The post.
    public let post: String
    /// Whole-time equivalents there, on average.
    public let wte: Double
    /// What it should have, on average.
    public let target: Double
    /// The least that care needs, on average.
    public let minimum: Double
    /// Periods below the minimum.
    public let belowMinimum: Int
    /// Periods below the target.
    public let belowTarget: Int
    /// Blocks that begin in it.
    public let begun: Int
}

/// Every figure of a rotation plan, as values.
public struct RotationFigures: Sendable, Encodable {
    /// What is proved, in plain words.
    public let statusInWords: String
    /// Who begins where when.
    public let changeOvers: [ChangeOver]
    /// Wishes, a person each.
    public let wishes: [WishFigure]
    /// Competencies wanted.
    public let wanted: [WantedFigure]
    /// Posts.
    public let posts: [PostFigure]
    /// Weeks of notice that a placement needs.
    public let noticeWeeks: Int

    /// The figures of a plan.
    ///
    /// - Parameters:
    ///   - stated: What its folder states.
    ///   - noticeWeeks: Weeks of notice that a placement needs.
    public init(_ outcome: RotationOutcome, _ stated: StatedRotation, noticeWeeks: Int) {
        let (facts, summary) = (outcome.facts, stated.summary)
        statusInWords = Words.proof(
            summary.status, objective: summary.objective,
            above: max(0, summary.objective - summary.bound), gap: max(0, summary.gap))
        changeOvers = ChangeOvers(outcome, noticeWeeks: noticeWeeks).all
        wishes = Self.wishes(outcome)
        wanted = facts.rotation.wanted.flatMap { row in
            (0..<facts.periodCount).filter { t in row.period.map { $0 == t + 1 } ?? true }.map { t in
                WantedFigure(
                    competency: row.need.competency, level: row.need.level, period: t + 1,
                    wanted: row.people, held: facts.holders(row.need, period: t, outcome.plan))
            }
        }
        posts = facts.rotation.posts.map { post in
            let rows = stated.filled.filter { $0.post == post.id }
            let short = stated.unfilled.filter { $0.post == post.id }
            let count = Double(max(1, rows.count))
            return PostFigure(
                post: post.id, wte: rows.reduce(0) { $0 + $1.wte } / count,
                target: rows.reduce(0) { $0 + $1.amounts.target } / count,
                minimum: rows.reduce(0) { $0 + $1.amounts.minimum } / count,
                belowMinimum: short.count { $0.missingMinimum > 0 },
                belowTarget: short.count { $0.missingTarget > 0 }, begun: rows.reduce(0) { $0 + $1.begun })
        }
        self.noticeWeeks = noticeWeeks
    }

    private static func wishes(_ outcome: RotationOutcome) -> [WishFigure] {
        let facts = outcome.facts
        let shares = (0..<facts.personCount).map { p -> (pounds: Double, share: Double) in
            let pounds = facts.presentPeriods[p].reduce(0) { sum, t in
                sum + (outcome.plan.posts[p][t].map { facts.preferencePounds[p][$0] } ?? 0)
            }
            return (pounds, pounds / Double(max(1, facts.presentPeriods[p].count)))
        }
        let worst = shares.map(\.share).max() ?? 0
        return facts.rotation.people.enumerated().compactMap { p, person in
            let periods = facts.presentPeriods[p]
            guard !periods.isEmpty else { return nil }
            let posts = periods.compactMap { outcome.plan.posts[p][$0] }.map { facts.rotation.posts[$0].id }
            return WishFigure(
                staff: person.id, periods: periods.count, placed: posts.count,
                onList: posts.count { person.prefers.contains($0) },
                first: posts.count { $0 == person.prefers.first }, pounds: shares[p].pounds,
                poundsPerPeriod: shares[p].share, isWorstOff: worst > 0 && shares[p].share == worst)
        }
    }
}
