// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What a person's frozen periods cost, whatever is planned after them.
struct FrozenSequence {
    /// Pounds that are the person's own.
    private(set) var pounds = 0.0
    /// The preference pounds among them.
    private(set) var preference = 0.0

    init(_ facts: RotationFacts, person p: Int) {
        let policy = facts.rotation.policy
        var before = facts.startPost[p]
        for t in facts.frozenPeriods(of: p) {
            let post = facts.inForce.post(person: p, period: t)
            if let k = post {
                preference += facts.preferencePounds[p][k]
                pounds += facts.preferencePounds[p][k] + facts.travelPounds(person: p, post: k)
                if before != k { pounds += policy.change }
            } else {
                pounds += policy.unplaced
            }
            before = post
        }
    }
}
