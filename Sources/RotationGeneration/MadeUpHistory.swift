// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import SeededRandom
import Workforce

/// The programme under way: where everybody is as it begins, for how long they have been, and what they have done.
struct MadeUpHistory {
    private let place: RotationPlace
    private let random: SeededRandom

    init(_ place: RotationPlace, _ random: SeededRandom) { (self.place, self.random) = (place, random) }

    /// Puts everybody who is there into the post they may hold that is emptiest for what it is meant to have.
    func fill(_ parts: inout RotationParts) {
        var random = random
        guard let rotation = try? Rotation(parts) else { return }
        let facts = RotationFacts(rotation)
        var there = [Double](repeating: 0, count: parts.posts.count)
        var current: [PlacementInForce] = []
        let frozen = 1
        let planned = min(place.periods, max(frozen, place.periods / 4))
        for p in parts.people.indices where facts.isPresent(person: p, period: 0) {
            let able = parts.posts.indices.filter { k in
                facts.mayHold(person: p, period: 0, post: k)
                    && parts.posts[k].needs.allSatisfy { facts.isSignedOff(person: p, $0, period: 0) }
            }
            let emptiest = able.min {
                there[$0] / max(0.2, parts.posts[$0].amounts.target)
                    < there[$1] / max(0.2, parts.posts[$1].amounts.target)
            }
            guard let k = emptiest else { continue }
            let post = parts.posts[k]
            there[k] += parts.people[p].wte
            parts.people[p].startPost = post.id
            parts.people[p].startPeriods = random.below(max(1, (post.maximumBlock ?? 4) - 1))
            let others = parts.posts.map(\.id).filter {
                $0 != post.id && !parts.people[p].prefers.contains($0)
            }
            if random.chance(1, of: 3), let done = random.element(of: others) {
                parts.people[p].done = [done]
            }
            let stays = frozen + random.below(planned - frozen + 1)
            current.append(
                PlacementInForce(
                    staff: parts.people[p].id, team: post.team, from: place.first(1),
                    until: place.first(stays + 1).adding(days: -1), post: post.id))
        }
        parts.current = current
        parts.frozenBefore = place.first(frozen + 1)
    }
}
