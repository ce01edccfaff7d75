// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// What a random week says of people's own time, of who has to be there, and of contacts in force.
///
/// It draws from a stream of its own, so that weeks without it are the same as ever.
public enum RandomHeads {
    /// A random week in which most of these facts are there, so that they matter often.
    public static func make(seed: UInt64) -> Week { added(to: RandomWeek.make(seed: seed), seed: seed, percent: 75) }

    /// The week with each fact added in so many of a hundred weeks.
    static func added(to week: Week, seed: UInt64, percent: Int) -> Week {
        var random = SeededRandom(seed: seed &* 15_485_863 &+ 29)
        return week.replacing { parts in
            ownTime(&parts, percent, &random)
        }
    }

    private static func ownTime(_ parts: inout WeekParts, _ percent: Int, _ random: inout SeededRandom) {
        if random.chance(percent) {
            for index in parts.framework.roles.indices where random.chance(40) {
                parts.framework.roles[index].nonContactMinutes = random.pick([0, 20, 75, 120, 150.5])
            }
        }
        if random.chance(percent) {
            for index in parts.staff.indices where random.chance(40) {
                parts.staff[index].nonContactMinutes = random.pick([0, 15, 60, 110, 140.25])
            }
        }
        if random.chance(percent) {
            for index in parts.staff.indices where random.chance(40) {
                parts.staff[index].pace = random.pick([0, 0.4, 0.5, 0.8, 1.25])
            }
        }
    }
}
