// SPDX-License-Identifier: GPL-3.0-or-later

/// The course of a stay at home with new support (P1), and what follows for the demand of a place.
enum Stay {
    /// Visits a day at the start and at the end of a stay, falling in a line between (V: a planning model's
    /// default).
    static let visitsAtStart = 4
    static let visitsAtEnd = 1
    /// Mean days of a P1 stay (V).
    static let meanDays = 16
    /// Starts by weekday, Monday to Sunday, in per cent as published (V; they add up to 101).
    static let startsByWeekday = [4, 13, 19, 18, 20, 20, 7]
    /// P1 starts in a week for a million people (V/D: 116–135; the middle is taken).
    static let startsPerMillion = 125
    /// Bed-based stays (P2): starts in a week for a million people (V/D: 40–53; the middle) and their mean
    /// days (V).
    static let bedStartsPerMillion = 46
    static let bedMeanDays = 39
    /// Of double-handed contacts, those that a review found suitable for one worker, of a thousand (after
    /// reviews 10–20 % become fully single-handed and 20–40 % need less in some way, V/D/A).
    static let singleHandedPermille = 200

    /// Visits a day on average over a stay, in tenths: 25.
    static var meanVisitsTenths: Int { (visitsAtStart + visitsAtEnd) * 10 / 2 }

    /// How visits fall on morning, afternoon and evening, in sixths of a person's days (D). A line from 4 to
    /// 1 is a sixth of the days at 4 visits, a third at 3, a third at 2 and a sixth at 1. One visit is a
    /// morning's; two are morning and evening; three add the afternoon; the fourth is a second one in the
    /// evening.
    static var visitsByPart: [Int] {
        let sixthsAt = [1: 1, 2: 2, 3: 2, 4: 1]
        let partsAt = [1: [1, 0, 0], 2: [1, 0, 1], 3: [1, 1, 1], 4: [1, 1, 2]]
        return (0..<3).map { part in
            (visitsAtEnd...visitsAtStart).reduce(0) { sum, visits in
                sum + (sixthsAt[visits] ?? 0) * (partsAt[visits]?[part] ?? 0)
            }
        }
    }

    /// Beds that P2 stays fill for so many people (D).
    static func beds(population: Int) -> Int {
        population * bedStartsPerMillion * bedMeanDays / (1_000_000 * WorkingWeek.days)
    }

    /// People who live where so many P1 visits are wanted in a week, to the next thousand.
    static func population(weeklyVisits: Int) -> Int {
        let visitsPerStart = meanDays * meanVisitsTenths / 10
        return (weeklyVisits * 1000 / (visitsPerStart * startsPerMillion)) * 1000
    }
}
