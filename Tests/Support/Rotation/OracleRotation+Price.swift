// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

extension OracleRotation {
    /// The terms that are a person's own.
    func price(_ p: Int, _ posts: [Int?]) -> RotationPrice {
        let (person, policy) = (rotation.people[p], rotation.policy)
        var price = RotationPrice()
        for t in periods(p) {
            if covered.contains(t), posts[t] != inForce[p][t] { price[.disruption] += policy.disruption }
            if let k = posts[t] {
                price[.travel] += policy.travelMinute * Double(minutes(p, k) ?? 0)
                price[.preference] += policy.preferenceStep * place(person, k)
            } else {
                price[.unplaced] += policy.unplaced
            }
        }
        price[.change] = policy.change * Double(beginnings(p, posts).count)
        for row in rotation.curriculum where row.staff == nil || row.staff == person.id {
            let begun = beginnings(p, posts).count { rotation.posts[$0.post].groups.contains(row.group) }
            let short = row.atLeast - had(p, row.group) - begun
            if short > 0 { price[.curriculum] += row.pounds * Double(short) }
        }
        return price
    }

    private func place(_ person: RotatingPerson, _ k: Int) -> Double {
        if person.prefers.isEmpty { return 0 }
        if let place = person.prefers.firstIndex(of: rotation.posts[k].id) { return Double(place) }
        return Double(rotation.people.map(\.prefers.count).max() ?? 0)
    }

    /// Preference pounds per present period; nil where there is none.
    func share(_ p: Int, _ posts: [Int?]) -> Double? {
        let periods = periods(p)
        guard !periods.isEmpty else { return nil }
        return price(p, posts)[.preference] / Double(periods.count)
    }

    /// For each row of what is wanted and each period, whether a person counts; true only in periods it is about.
    func holds(_ p: Int, _ posts: [Int?]) -> [Bool] {
        rotation.wanted.flatMap { row in
            (0..<rotation.periodCount).map { t in
                present[p][t] && (isSignedOff(p, row.need, t) || isLearnt(p, row.need, t, posts))
            }
        }
    }

    /// What ways to spend the programme cost together.
    func price(_ ways: [RotationOracle.Way]) -> RotationPrice {
        var price = RotationPrice()
        for way in ways { for term in RotationPrice.Term.allCases { price[term] += way.price[term] } }
        price[.fairness] = rotation.policy.fairness * (ways.compactMap(\.share).max() ?? 0)
        for t in 0..<rotation.periodCount {
            for k in rotation.posts.indices {
                var there = 0.0
                for (p, way) in ways.enumerated() where way.posts[t] == k { there += rotation.people[p].wte }
                let amounts = amounts(k, t)
                if there < amounts.minimum {
                    price[.belowMinimum] += (amounts.minimum - there) * rotation.policy.belowMinimum
                }
                if there < amounts.target {
                    price[.belowTarget] += (amounts.target - there) * rotation.policy.belowTarget
                }
            }
            for (index, row) in rotation.wanted.enumerated() where row.period == nil || row.period == t + 1 {
                let holders = ways.count { $0.holds[index * rotation.periodCount + t] }
                if holders < row.people { price[.wanted] += row.pounds * Double(row.people - holders) }
            }
        }
        return price
    }
}
