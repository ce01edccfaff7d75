// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// What delegations ask of supervisors, and who has to be accompanied, for a random week.
///
/// It draws from a stream of its own, so that weeks without it are the same as ever.
enum RandomSupervision {
    /// The week with supervisors who need a sign-off, supervision from afar or of no minutes, spans, and other kinds of
    /// people to be accompanied; some weeks stay as they are.
    static func added(to week: Week, seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 15_485_863 &+ 11)
        guard random.chance(75) else { return week }
        return week.replacing { parts in
            parts.policy.accompanied = random.pick([
                [.student], [.student, .volunteer], [.support, .student], [.support, .student, .volunteer],
                [],
            ])
            addNeeds(&parts, near: week.start, &random)
            for index in parts.framework.activities.indices {
                if random.chance(35) { parts.framework.activities[index].delegated?.supervisionMinutes = 0 }
                if random.chance(25) { parts.framework.activities[index].delegated?.remoteSupervision = true }
            }
            if random.chance(40) {
                for index in parts.teams.indices { parts.teams[index].span = random.pick([1, 1, 2]) }
            }
        }
    }

    /// A competency that supervisors of some activities need and most people hold.
    private static func addNeeds(
        _ parts: inout WeekParts, near start: CalendarDay, _ random: inout SeededRandom
    ) {
        guard random.chance(70) else { return }
        parts.framework.competencies.append(Competency(id: "overseeing", name: "Overseeing"))
        for index in parts.framework.activities.indices where random.chance(80) {
            parts.framework.activities[index].delegated?.supervisorNeeds = [Need("overseeing", 3)]
        }
        for person in parts.staff where random.chance(60) {
            parts.signOffs.append(
                SignOff(
                    staff: person.id, competency: "overseeing", level: random.pick([2, 3, 3, 4]),
                    signedOffOn: start.adding(days: random.pick([-30, -30, -30, 1])),
                    expiresOn: random.chance(15) ? start.adding(days: random.pick(0...4)) : nil))
        }
    }
}
