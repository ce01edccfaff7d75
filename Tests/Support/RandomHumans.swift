// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Two rows of a random week's roster that are one human.
///
/// They draw from a stream of their own, so that weeks without them are the same as ever.
enum RandomHumans {
    /// The week with two people made one, by a word of their own or the first row's identifier; some weeks stay as they
    /// are. Of two marks that say where the human is in a session the second becomes an `A`, or goes.
    static func added(to week: Week, seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 15_485_863 &+ 53)
        guard random.chance(60) else { return week }
        let first = random.pick(0...(week.staff.count - 2))
        let second = random.pick((first + 1)...(week.staff.count - 1))
        return week.replacing { parts in
            let isNamed = random.chance(50)
            parts.staff[first].person = isNamed ? "H-1" : nil
            parts.staff[second].person = isNamed ? "H-1" : parts.staff[first].id
            for session in week.sessions.indices {
                let isTaken = parts.rota[first][session].duty.isBinding
                guard isTaken, parts.rota[second][session].duty.isBinding else { continue }
                parts.rota[second][session] = RotaMark(random.chance(60) ? .available : .off)
            }
        }
    }
}
