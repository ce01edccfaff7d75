// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import SeededRandom
import Workforce

/// Who is away, who is kept apart, what people should have been through, when posts have other amounts, and which
/// competencies are wanted.
struct MadeUpRows {
    private let place: RotationPlace
    private let random: SeededRandom

    init(_ place: RotationPlace, _ random: SeededRandom) { (self.place, self.random) = (place, random) }

    func fill(_ parts: inout RotationParts) {
        var random = random
        let people = random.shuffled(parts.people.map(\.id))
        let tenth = max(1, people.count / 10)
        for staff in people.prefix(tenth) {
            let first = 2 + random.below(max(1, place.periods - 1))
            let months = 2 + random.below(max(1, place.periods / 2))
            parts.away.append(
                Absence(
                    staff: staff, from: place.first(first).adding(days: random.below(5)),
                    until: place.first(first + months).adding(days: -1 - random.below(5)),
                    reason: random.chance(1, of: 2) ? "maternity leave" : "secondment"))
        }
        let pairs = Array(people.suffix(2 * max(1, (tenth + 1) / 2)))
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            parts.apart.append(Apart(pairs[index], pairs[index + 1]))
        }
        let groups = Set(parts.posts.flatMap(\.groups))
        for (group, least, most) in [("home", 1, 3), ("medical", 1, 2), ("surgical", 0, 2), ("hub", 0, 1)]
        where groups.contains(group) {
            parts.curriculum.append(CurriculumRow(group: group, atLeast: least, atMost: most, pounds: 300))
        }
        // A winter in which some wards are fuller, and a team that closes for a while.
        for post in parts.posts where post.setting == RotationPlace.acute && random.chance(1, of: 3) {
            let first = max(2, place.periods - 2)
            parts.capacity.append(
                CapacityRow(
                    post: post.id, from: place.first(first), minimum: post.amounts.target,
                    target: post.amounts.target, maximum: post.amounts.maximum))
        }
        if place.periods > 4, let home = parts.posts.last(where: { $0.groups == ["home"] }) {
            parts.capacity.append(
                CapacityRow(
                    post: home.id, from: place.first(place.periods / 2),
                    until: place.first(place.periods / 2 + 2).adding(days: -1), minimum: 0, target: 0,
                    maximum: 0))
        }
        for (competency, share) in [("reablement-approach", 3), ("lone-working", 4)] {
            guard let need = place.need(competency, 2) else { continue }
            parts.wanted.append(
                WantedRow(
                    need.competency, need.level, period: max(1, place.periods * 2 / 3),
                    people: max(1, people.count / share), pounds: 250))
        }
    }
}
