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
}
