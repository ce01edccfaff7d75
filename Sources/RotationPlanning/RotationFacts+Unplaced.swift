// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

extension RotationFacts {
    /// The plan in which frozen periods are as they have to be, and nobody is placed later. It keeps every rule.
    public var unplacedPlan: RotationPlan {
        RotationPlan(
            posts: (0..<personCount).map { p in
                (0..<periodCount).map { t in
                    isFrozen(t) ? choices(person: p, period: t).first : nil
                }
            })
    }

    /// The plan in force, of those who are there; nil where there is none. It may break rules.
    var planInForce: RotationPlan? {
        guard rotation.current != nil else { return nil }
        return RotationPlan(
            posts: (0..<personCount).map { p in
                (0..<periodCount).map { t in
                    isPresent(person: p, period: t) ? inForce.post(person: p, period: t) : nil
                }
            })
    }
}
