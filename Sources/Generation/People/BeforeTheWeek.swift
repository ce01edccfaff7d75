// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// What people worked on the days before the week.
enum BeforeTheWeek {
    /// Days worked in a row up to the Sunday, at most (A).
    static let mostDays = 3

    /// The posts with `worked_days_before` and `last_session_before`, such that nobody's roster breaks the
    /// limit of days in a row on their account.
    static func filled(_ rota: Rota, start: CalendarDay, place: Int, seed: UInt64) -> [Post] {
        var random = SeededRandom(seed: seed, place: place, for: .rota)
        return rota.posts.enumerated().map { index, post in
            guard post.staff.employment == .substantive, let unit = post.unit else { return post }
            let worked = Set(rota.days(of: index, with: [.rostered]))
            let run = (0..<WorkingWeek.days).prefix { worked.contains($0) }.count
            let before = random.below(min(mostDays, max(0, WorkingWeek.mostDaysInARow - run)) + 1)
            // Sundays are worked by those whose service opens then in earnest; others start the week rested.
            guard before > 0, unit.service.dayWeights[6] == unit.service.dayWeights[0] else { return post }
            let last = unit.service.parts[random.below(unit.service.parts.count)]
            var filled = post
            filled.staff = post.staff.workedBefore(
                days: before,
                last: PastSession(day: start.adding(days: -1), part: WorkingWeek.parts[last].id))
            return filled
        }
    }
}

extension StaffMember {
    /// The same person with what was worked before the week.
    fileprivate func workedBefore(days: Int, last: PastSession) -> StaffMember {
        var person = self
        person.workedDaysBefore = days
        person.lastSessionBefore = last
        return person
    }
}
