// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// What some bank workers work for other employers in the week: most of them have a job elsewhere (A).
enum OtherWork {
    /// Bank workers with another job, in thousandths (A).
    static let permille = 400
    /// Its hours a week (A).
    static let hours = 8...24

    /// The people with hours for other employers in the week that begins on the day.
    static func filled(_ staff: [StaffMember], start: CalendarDay, place: Int, seed: UInt64) -> [StaffMember]
    {
        var random = SeededRandom(seed: seed, place: place, for: .otherWork)
        return staff.map { person in
            guard person.employment == .bank, random.chance(permille, of: 1_000) else { return person }
            var filled = person
            let hours = Self.hours.lowerBound + random.below(Self.hours.count)
            filled.otherHours = [WeekHours(week: start, hours: Double(hours))]
            return filled
        }
    }
}
