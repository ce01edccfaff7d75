// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Parts of sessions, and pins to two teams, for a random week.
///
/// They draw from a stream of their own, so that weeks without them are the same as ever.
enum RandomParts {
    /// The week with some marks of fewer minutes, and some that leave two teams open; half of the weeks stay without.
    static func added(to week: Week, seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 15_485_863 &+ 41)
        guard random.chance(50) else { return week }
        let world = OracleWorld(week: week)
        return week.replacing { parts in
            for person in week.staff.indices {
                for session in week.sessions.indices where week.rota[person][session].duty != .off {
                    if random.chance(45) {
                        parts.rota[person][session].minutes = random.pick([1, 45, 75, 120, 150, 180, 210])
                    }
                    let places = world.pins(person, session)
                    guard places.count > 1, random.chance(35) else { continue }
                    let first = random.pick(places)
                    let second = random.pick(places.filter { $0 != first })
                    parts.rota[person][session].pins = [first, second].map { week.teams[$0].id }
                }
            }
        }
    }
}
