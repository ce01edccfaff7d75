// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import SeededRandom
import Workforce

/// Who rotates: roles, employers, bases, bands, hours, templates, and who comes or goes meanwhile.
struct MadeUpPeople {
    private(set) var people: [RotatingPerson] = []

    init(_ place: RotationPlace, _ count: Int, _ random: SeededRandom) {
        var random = random
        let roles = place.roles
        // Shares are dealt out and then shuffled, so that each holds at any size.
        let places = random.shuffled(Array(0..<count))
        for index in 0..<count {
            let share = places[index]
            let role = roles.isEmpty ? "" : roles[random.below(10) < 6 ? 0 : roles.count - 1].id
            let isSenior = share % 5 == 0
            var person = RotatingPerson(
                id: "R-" + padded(index + 1, count), roles: [role],
                employer: share % 20 < 11
                    ? RotationPlace.trust : share % 20 < 17 ? RotationPlace.provider : RotationPlace.council,
                baseLocality: random.element(of: RotationPlace.localities) ?? "north",
                wte: random.element(of: [1, 1, 1, 1, 0.8, 0.8, 0.6]) ?? 1,
                band: isSenior || random.chance(1, of: 4) ? "6" : "5", isSenior: isSenior)
            switch share % 10 {
            case 0...3: person.template = "four-eight"
            case 4...5: person.template = "six-six"
            default: break
            }
            let middle = 2 + random.below(max(1, place.periods - 1))
            switch share % 18 {
            case 7: person.joins = place.first(middle).adding(days: random.below(10))
            case 13: person.leaves = place.first(middle).adding(days: 18 + random.below(10))
            default: break
            }
            people.append(person)
        }
    }

    private func padded(_ number: Int, _ count: Int) -> String {
        let width = max(2, String(count).count)
        return String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
}
