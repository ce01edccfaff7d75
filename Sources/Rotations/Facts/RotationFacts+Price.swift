// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension RotationFacts {
    /// What a plan costs, by term. Whether it keeps the rules is not looked at.
    public func price(of plan: RotationPlan) -> RotationPrice {
        let policy = rotation.policy
        var price = RotationPrice()
        var worst = 0.0
        for p in 0..<personCount where !presentPeriods[p].isEmpty {
            let posts = plan.posts[p]
            var preference = 0.0
            for t in presentPeriods[p] {
                if isCovered(t), posts[t] != inForce.post(person: p, period: t) {
                    price[.disruption] += policy.disruption
                }
                guard let k = posts[t] else {
                    price[.unplaced] += policy.unplaced
                    continue
                }
                preference += preferencePounds[p][k]
                price[.travel] += travelPounds(person: p, post: k)
                if begins(person: p, period: t, post: k, in: { posts[$0] }) {
                    price[.change] += policy.change
                }
            }
            price[.preference] += preference
            worst = max(worst, preference / Double(presentPeriods[p].count))
        }
        price[.fairness] = policy.fairness * worst
        addStaffing(plan, to: &price)
        for asked in curriculum {
            let row = rotation.curriculum[asked.row]
            let short = row.atLeast - asked.before - blocksBegun(asked, in: plan.posts[asked.person])
            price[.curriculum] += row.pounds * Double(max(0, short))
        }
        for row in rotation.wanted {
            for t in 0..<periodCount where row.period.map({ $0 == t + 1 }) ?? true {
                price[.wanted] += row.pounds * Double(max(0, row.people - holders(row.need, period: t, plan)))
            }
        }
        return price
    }

    private func isCovered(_ period: Int) -> Bool { inForce.isCovered[period] }

    private func addStaffing(_ plan: RotationPlan, to price: inout RotationPrice) {
        let wte = wholeTimeEquivalents(plan)
        for k in 0..<postCount {
            for t in 0..<periodCount {
                let there = wte[k][t]
                let amounts = amounts[k][t]
                price[.belowMinimum] += rotation.policy.belowMinimum * max(0, amounts.minimum - there)
                price[.belowTarget] += rotation.policy.belowTarget * max(0, amounts.target - there)
            }
        }
    }

    /// Whole-time equivalents in a post in a period.
    public func wte(post: Int, period: Int, _ plan: RotationPlan) -> Double {
        (0..<personCount).reduce(0) {
            $0 + (plan.posts[$1][period] == post ? rotation.people[$1].wte : 0)
        }
    }

    /// Whole-time equivalents in each post in each period, added up in the order of people.
    public func wholeTimeEquivalents(_ plan: RotationPlan) -> [[Double]] {
        var there = [[Double]](repeating: [Double](repeating: 0, count: periodCount), count: postCount)
        for p in 0..<personCount {
            for t in 0..<periodCount {
                if let k = plan.posts[p][t] { there[k][t] += rotation.people[p].wte }
            }
        }
        return there
    }

    /// How many present people hold a need at the beginning of a period.
    public func holders(_ need: Need, period: Int, _ plan: RotationPlan) -> Int {
        (0..<personCount).count { p in
            isPresent(person: p, period: period)
                && (isSignedOff(person: p, need, period: period)
                    || isGained(person: p, need, before: period, in: plan.posts[p]))
        }
    }

    /// Blocks of a curriculum's group that a person begins in the programme.
    ///
    /// - Parameter posts: The person's post in each period.
    public func blocksBegun(_ asked: CurriculumOfPerson, in posts: [Int?]) -> Int {
        presentPeriods[asked.person].count { t in
            posts[t].map { asked.posts.contains($0) } ?? false
                && begins(person: asked.person, period: t, post: posts[t] ?? 0, in: { posts[$0] })
        }
    }
}
