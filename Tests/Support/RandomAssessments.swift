// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Newer assessments for a random week: people assessed again at another level, or for a time that has ended.
///
/// They draw from a stream of their own, so that weeks without them are the same as ever.
enum RandomAssessments {
    /// The week with some newer rows about competencies that people have been signed off in; some weeks stay without.
    static func added(to week: Week, seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 15_485_863 &+ 29)
        guard random.chance(50) else { return week }
        return week.replacing { parts in
            for _ in 0..<random.pick(1...3) where !week.signOffs.isEmpty {
                var row = random.pick(week.signOffs)
                row.level = random.pick([1, 1, 2, 3])
                row.signedOffOn = max(
                    row.signedOffOn, week.start.adding(days: random.pick([-40, -5, 0, 1, 2])))
                row.expiresOn = random.chance(30) ? row.signedOffOn.adding(days: random.pick(0...4)) : nil
                parts.signOffs.insert(row, at: random.pick(0...parts.signOffs.count))
            }
        }
    }
}
