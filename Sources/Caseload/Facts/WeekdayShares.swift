// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// How something is spread over the days of the week.
public struct WeekdayShares: Sendable, Hashable {
    /// A share for each day, Monday to Sunday; not all of them 0.
    public let values: [Double]

    /// Shares, which need not add up to 1; nil unless there are seven that are not negative, one of them above 0.
    public init?(_ values: [Double]) {
        guard values.count == 7, values.allSatisfy({ $0 >= 0 }), values.contains(where: { $0 > 0 }) else {
            return nil
        }
        self.values = values
    }

    /// Whether both have something on some day.
    func overlaps(_ other: WeekdayShares) -> Bool {
        zip(values, other.values).contains { $0 > 0 && $1 > 0 }
    }

    private init(known values: [Double]) { self.values = values }

    /// Some days alike, and no others.
    public init?(_ days: Set<Weekday>) { self.init(Weekday.allCases.map { days.contains($0) ? 1 : 0 }) }

    /// All days alike.
    public static let even = WeekdayShares(known: [1, 1, 1, 1, 1, 1, 1])
    /// Starts of P1 by weekday in per cent as published (V); they add up to 101 and are taken as shares.
    public static let startsAtHome = WeekdayShares(known: [4, 13, 19, 18, 20, 20, 7])

    /// How starts of a pathway are spread where nothing is said: P1 as published, others evenly (A).
    public static func usual(of pathway: String) -> WeekdayShares {
        pathway.uppercased() == "P1" ? startsAtHome : even
    }

    /// The part of a week's sum that a day has.
    public func part(of day: Weekday) -> Double { values[day.rawValue] / values.reduce(0, +) }

    /// What a day has against the fullest one, from 0 to 1.
    public func against(_ day: Weekday) -> Double { values[day.rawValue] / (values.max() ?? 1) }
}
