// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// What it would save to have one person elsewhere, everything else as it stands. Rules are not looked at.
///
/// The same as the difference of two prices of whole plans, but of what one person's move touches alone.
public struct MovePrices: Sendable {
    /// Pounds from which a move would have been made.
    static let worthWhile = 0.01

    /// Whole-time equivalents in each post in each period.
    let wte: [[Double]]
    private let facts: RotationFacts
    private let plan: RotationPlan
    private let curriculum: [[CurriculumOfPerson]]
    /// What the places of each person cost by themselves.
    private let own: [Double]
    /// Preference pounds of each person per present period.
    private let shares: [Double]
    /// The person whose share is the largest, and the largest of all others.
    private let worst: (person: Int, next: Double)
    /// How many people hold what each row of wanted.csv asks for, in each period.
    private let holders: [[Int]]

    /// The prices of moves in a plan.
    public init(_ facts: RotationFacts, _ plan: RotationPlan) {
        self.facts = facts
        self.plan = plan
        wte = facts.wholeTimeEquivalents(plan)
        var curriculum = [[CurriculumOfPerson]](repeating: [], count: facts.personCount)
        for asked in facts.curriculum { curriculum[asked.person].append(asked) }
        self.curriculum = curriculum
        own = (0..<facts.personCount).map { p in
            Self.pounds(of: p, plan.posts[p], facts, curriculum[p])
        }
        let shares = (0..<facts.personCount).map { Self.share(of: $0, plan.posts[$0], facts) }
        self.shares = shares
        let person = shares.indices.max { shares[$0] < shares[$1] } ?? 0
        worst = (person, shares.indices.lazy.filter { $0 != person }.map { shares[$0] }.max() ?? 0)
        holders = facts.rotation.wanted.map { row in
            (0..<facts.periodCount).map { t in
                row.period.map { $0 == t + 1 } ?? true ? facts.holders(row.need, period: t, plan) : 0
            }
        }
    }

    /// Pounds saved by having a person in a post in a period; negative where it costs more.
    func saving(person p: Int, period t: Int, post k: Int) -> Double {
        var moved = plan.posts[p]
        moved[t] = k
        return saving(person: p, in: moved)
    }

    /// Pounds saved by having a person in other posts; negative where it costs more.
    ///
    /// - Parameter posts: The person's post in each period.
    public func saving(person p: Int, in posts: [Int?]) -> Double {
        let before = plan.posts[p]
        var saved = own[p] - Self.pounds(of: p, posts, facts, curriculum[p])
        let weight = facts.rotation.people[p].wte
        for t in posts.indices where posts[t] != before[t] {
            if let k = posts[t] { saved += staffing(k, t, wte[k][t]) - staffing(k, t, wte[k][t] + weight) }
            if let j = before[t] { saved += staffing(j, t, wte[j][t]) - staffing(j, t, wte[j][t] - weight) }
        }
        let others = p == worst.person ? worst.next : shares[worst.person]
        let fairness = facts.rotation.policy.fairness
        saved += fairness * max(others, shares[p])
        saved -= fairness * max(others, Self.share(of: p, posts, facts))
        return saved + wanted(p, posts)
    }

    /// What the people wanted would cost less.
    private func wanted(_ p: Int, _ posts: [Int?]) -> Double {
        var saved = 0.0
        for (index, row) in facts.rotation.wanted.enumerated() {
            for t in facts.presentPeriods[p] where row.period.map({ $0 == t + 1 }) ?? true {
                guard !facts.isSignedOff(person: p, row.need, period: t) else { continue }
                let before = facts.isGained(person: p, row.need, before: t, in: plan.posts[p]) ? 1 : 0
                let after = facts.isGained(person: p, row.need, before: t, in: posts) ? 1 : 0
                let now = holders[index][t]
                let (less, more) = (max(0, row.people - now), max(0, row.people - now - after + before))
                saved += row.pounds * Double(less - more)
            }
        }
        return saved
    }

    private func staffing(_ k: Int, _ t: Int, _ there: Double) -> Double {
        let (policy, amounts) = (facts.rotation.policy, facts.amounts[k][t])
        return policy.belowMinimum * max(0, amounts.minimum - there)
            + policy.belowTarget * max(0, amounts.target - there)
    }

    /// What the places of a person cost whatever others have: unplaced, preference, travel, change, curriculum and
    /// disruption.
    private static func pounds(
        of p: Int, _ posts: [Int?], _ facts: RotationFacts, _ curriculum: [CurriculumOfPerson]
    ) -> Double {
        let policy = facts.rotation.policy
        var pounds = 0.0
        for t in facts.presentPeriods[p] {
            if facts.inForce.isCovered[t], posts[t] != facts.inForce.post(person: p, period: t) {
                pounds += policy.disruption
            }
            guard let k = posts[t] else {
                pounds += policy.unplaced
                continue
            }
            pounds += facts.preferencePounds[p][k] + facts.travelPounds(person: p, post: k)
            if facts.begins(person: p, period: t, post: k, in: { posts[$0] }) { pounds += policy.change }
        }
        for asked in curriculum {
            let row = facts.rotation.curriculum[asked.row]
            let short = row.atLeast - asked.before - facts.blocksBegun(asked, in: posts)
            pounds += row.pounds * Double(max(0, short))
        }
        return pounds
    }

    private static func share(of p: Int, _ posts: [Int?], _ facts: RotationFacts) -> Double {
        let periods = facts.presentPeriods[p]
        guard !periods.isEmpty else { return 0 }
        let pounds = periods.reduce(0) { sum, t in
            sum + (posts[t].map { facts.preferencePounds[p][$0] } ?? 0)
        }
        return pounds / Double(periods.count)
    }
}
