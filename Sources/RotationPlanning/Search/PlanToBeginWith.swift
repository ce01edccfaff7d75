// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// A plan that a search begins near to. It may break rules, be of a rotation that has changed, and say nothing of some periods.
struct PlanToBeginWith: Sendable {
    private let posts: [[Int?]]
    /// Whether it says where people are, by period; later ones it says nothing of.
    private let says: [Bool]

    /// A plan of the rotation as it is or was.
    init(_ plan: RotationPlan) {
        posts = plan.posts
        says = [Bool](repeating: true, count: plan.posts.map(\.count).max() ?? 0)
    }

    /// The plan in force of a rotation; nil where there is none. Of periods that it does not cover it says nothing: nobody is
    /// without a post in it there.
    init?(inForceOf facts: RotationFacts) {
        guard facts.rotation.current != nil else { return nil }
        posts = (0..<facts.personCount).map { p in
            (0..<facts.periodCount).map { facts.inForce.post(person: p, period: $0) }
        }
        says = facts.inForce.isCovered
    }

    /// The posts of a person by place: −1 where they are unplaced, −2 where it is not said, or is a post that they may not
    /// hold.
    func sequence(of person: PersonTables) -> [Int32] {
        person.periods.map { t in
            guard posts.indices.contains(person.person), posts[person.person].indices.contains(t),
                says.indices.contains(t), says[t]
            else { return -2 }
            guard let k = posts[person.person][t] else { return -1 }
            return person.posts.firstIndex(of: k).map { Int32($0) } ?? -2
        }
    }
}
