// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Working time of weeks before and for other employers, and a limit on its average, for a random week.
///
/// They draw from a stream of their own, so that weeks without them are the same as ever.
enum RandomHours {
    /// The week with such hours, and with an average that they bring near; most weeks stay without.
    static func added(to week: Week, seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 49_979_687 &+ 41)
        guard random.chance(45) else { return week }
        let usual = random.pick([4, 4, 4, 8, 12.5, 37.55])
        return week.replacing { parts in
            parts.policy.averageHours = usual
            parts.policy.averageWeeks = random.pick([1, 2, 2, 3, 17])
            for index in parts.staff.indices {
                parts.staff[index].hasOptedOut = random.chance(10)
                for back in 1...3 where random.chance(70) {
                    parts.staff[index].hoursBefore.append(
                        WeekHours(
                            week: week.start.adding(days: -7 * back),
                            hours: usual + random.pick([0, 0, 4, 4, 4.01, -usual])))
                }
                for ahead in -1...1 where random.chance(12) {
                    parts.staff[index].otherHours.append(
                        WeekHours(
                            week: week.start.adding(days: 7 * ahead), hours: random.pick([4, 7.5, 0.25])))
                }
            }
        }
    }
}
