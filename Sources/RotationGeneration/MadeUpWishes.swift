// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import SeededRandom
import Workforce

/// What people would like, cannot do and have signed off.
struct MadeUpWishes {
    private let place: RotationPlace
    private let random: SeededRandom

    init(_ place: RotationPlace, _ random: SeededRandom) { (self.place, self.random) = (place, random) }

    func fill(_ parts: inout RotationParts) {
        var random = random
        let posts = parts.posts.map(\.id)
        for p in parts.people.indices {
            if random.chance(4, of: 5) {
                let wishes = random.shuffled(posts).prefix(min(posts.count, 3 + random.below(3)))
                parts.people[p].prefers = Array(wishes)
            }
            if random.chance(1, of: 8), let post = random.element(of: posts) {
                parts.people[p].cannot = [post]
                parts.people[p].prefers.removeAll { $0 == post }
            }
            for (competency, level) in [("deterioration", 2), ("discharge-conversation", 2)]
            where random.chance(1, of: 2) {
                guard let need = place.need(competency, level) else { continue }
                parts.signOffs.append(
                    SignOff(
                        staff: parts.people[p].id, competency: need.competency, level: need.level,
                        signedOffOn: place.starts.adding(days: -30 - random.below(200)),
                        signedOffBy: "AHP lead"))
            }
        }
    }
}
