// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Nights, special days, closed sessions and enhancements in a part of the random weeks, drawn apart, so that whatever
/// else is in them stays as it was. In the weeks of `RandomTimetable` they decide the price.
enum RandomTimes {
    private static func random(_ seed: UInt64, _ salt: UInt64) -> SeededRandom {
        SeededRandom(seed: seed &* 15_485_863 &+ salt)
    }

    /// The parts of a day, the last of which may be a night, or go on for as long as the day is.
    static func parts(_ parts: [DayPart], seed: UInt64) -> [DayPart] {
        var random = random(seed, 1)
        guard random.chance(8), let first = parts.first, let last = parts.last else { return parts }
        // Whoever works by day may not have rested from a night that ends so shortly before.
        let (starts, ends) = random.pick([
            (1260, 1440 + 420), (1320, 1440 + 360), (1200, 1440 + first.starts), (1080, 1440 + 120),
        ])
        let night =
            parts.count == 1 && random.chance(30)
            ? DayPart(id: last.id, starts: last.starts, ends: last.starts + 1440, uplift: last.uplift)
            : DayPart(id: "night", starts: starts, ends: ends, uplift: random.pick([0, 0.2, 0.3]))
        return parts.count == 1 && random.chance(50) ? [night] : parts.dropLast() + [night]
    }

    /// The week with special days, closed sessions and enhancements.
    static func added(to week: Week, seed: UInt64) -> Week {
        var random = random(seed, 2)
        let marked = week.sessions.indices.filter { session in
            week.rota.contains { $0[session].duty != .off }
        }
        guard !marked.isEmpty else { return week }
        return week.replacing { parts in
            if random.chance(15) {
                parts.policy.ownSaturdayUplift = random.pick([0.3, 0.3, 0.5, 0])
                parts.policy.ownSundayUplift = random.pick([0.6, 0.6, 0.25, 0])
            }
            if random.chance(10) {
                let day = week.sessions[random.pick(marked)].day
                let closed: SpecialDay.Closed =
                    random.chance(45)
                    ? random.chance(20) ? .all : .teams([random.pick(parts.teams).id]) : .teams([])
                parts.specialDays.append(
                    SpecialDay(
                        day: day, name: "Fair day", uplift: random.pick([0, 0.5, 0.7, 1]),
                        ownUplift: random.pick([0, 0.4, 0.6]), closed: closed))
            }
            if random.chance(5) {
                let (team, session) = (random.pick(0...(parts.teams.count - 1)), random.pick(marked))
                parts.teams[team].closedSessions.insert(
                    ClosedSession(
                        day: week.sessions[session].day, part: week.sessions[session].part.id))
            }
        }
    }
}
