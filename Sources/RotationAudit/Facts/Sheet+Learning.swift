// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Sheet {
    /// Periods that somebody has spent in a post before a period, those before the programme with them.
    func spent(_ p: Int, _ k: Int, before t: Int) -> Int {
        let person = rotation.people[p]
        let behind = person.startPost == rotation.posts[k].id ? person.startPeriods : 0
        return behind + present[p].count { $0 < t && post(p, $0) == k }
    }

    /// Whether somebody holds a need at the beginning of a period: signed off, or learnt in one post.
    func holds(_ p: Int, _ need: Need, _ t: Int) -> Bool {
        programme.isSignedOff(p, need, t) || hasLearnt(p, need, t)
    }

    /// Whether somebody has learnt a need before a period.
    func hasLearnt(_ p: Int, _ need: Need, _ t: Int) -> Bool {
        for (k, post) in rotation.posts.enumerated() {
            for item in post.develops
            where item.need.competency == need.competency && item.need.level >= need.level
                && spent(p, k, before: t) >= item.periods
            { return true }
        }
        return false
    }
}
