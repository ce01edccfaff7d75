// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// Steps that are left of a question; once they are spent, whatever is not known is taken for possible.
final class ConflictSteps {
    private var left: Int

    init(_ most: Int) { left = most }

    func spend(_ steps: Int) { left = max(-1, left - steps) }

    var areSpent: Bool { left < 0 }
}

/// What the ways of all people have in common, each looked at once for one question.
final class ConflictGround {
    /// A need of a post, and where it is learnt.
    struct PostNeed {
        /// The same for the same need of any post.
        let number: Int
        let need: Need
        let ways: [WayToGain]
    }

    /// How far apart amounts may be that should be equal.
    static let nothing = 1e-6

    let facts: RotationFacts
    let steps: ConflictSteps
    /// What each post needs.
    let needs: [[PostNeed]]
    private var supervised: [Set<KeepingRule>: [Int: Bool]] = [:]

    init(_ facts: RotationFacts, steps: ConflictSteps) {
        self.facts = facts
        self.steps = steps
        var known: [Need: PostNeed] = [:]
        needs = facts.rotation.posts.map { post in
            post.needs.map { need in
                let found =
                    known[need]
                    ?? PostNeed(number: known.count, need: need, ways: facts.waysToGain(need))
                known[need] = found
                return found
            }
        }
    }

    /// Whether a post's own seniors, with all people who might be in it in a period, may supervise anybody.
    func isSupervised(_ post: Int, _ period: Int, span: Double, lifting lifted: Set<KeepingRule>) -> Bool {
        let lifted = lifted.intersection(Self.bars)
        let cell = post * facts.periodCount + period
        if let known = supervised[lifted]?[cell] { return known }
        var seniors = facts.rotation.posts[post].permanentSeniors
        var others = facts.rotation.people.indices.makeIterator()
        while span * Double(seniors) < 1 - Self.nothing, let other = others.next() {
            steps.spend(1)
            let mightBe =
                facts.rotation.people[other].isSenior && facts.isPresent(person: other, period: period)
                && facts.bars(person: other, period: period, post: post)
                    .allSatisfy { lifted.contains(KeepingRule($0)) }
            if mightBe { seniors += 1 }
        }
        let isEnough = span * Double(seniors) >= 1 - Self.nothing
        supervised[lifted, default: [:]][cell] = isEnough
        return isEnough
    }

    private static let bars = Set(HoldingBar.allCases.map(KeepingRule.init))
}
