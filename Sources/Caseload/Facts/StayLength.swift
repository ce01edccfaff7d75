// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// How long people of a pathway stay, in whole days: the day of the start is the first, the day of the end the last.
public struct StayLength: Sendable, Hashable {
    /// The longest stay that is reckoned with: three years.
    public static let most = 1_095
    /// Tails of stays that fewer reach are cut off.
    private static let least = 1e-9

    /// The chance that somebody stays so many days or more, from 1 day on: the first is 1.
    public let reach: [Double]

    /// - Parameter reach: Falling from 1.
    private init(reach: [Double]) { self.reach = reach.isEmpty ? [1] : reach }

    private init(chanceOfAtLeast chance: (Int) -> Double) {
        var reach = [1.0]
        while reach.count < Self.most {
            let next = min(reach[reach.count - 1], chance(reach.count + 1))
            guard next > Self.least else { break }
            reach.append(next)
        }
        self.init(reach: reach)
    }

    /// Everybody stays equally long; where the days are not whole some stay a day longer than others.
    public static func fixed(_ days: Double) -> StayLength {
        let days = min(Double(most), max(1, days))
        let whole = days.rounded(.down)
        let rest = days - whole
        let reach = Array(repeating: 1.0, count: Int(whole))
        return StayLength(reach: rest > least ? reach + [rest] : reach)
    }

    /// Each day the same share leaves, however long they have been there: all that a mean alone can say.
    public static func geometric(mean: Double) -> StayLength { geometric(staying: 1 - 1 / max(1, mean)) }

    /// The same, of which half are gone after so many days.
    public static func geometric(median: Double) -> StayLength {
        geometric(staying: PortableMath.power(0.5, 1 / max(0.5, median)))
    }

    private static func geometric(staying share: Double) -> StayLength {
        var chance = 1.0
        return StayLength { _ in
            chance *= share
            return chance
        }
    }

    /// Most leave early and a few stay for long: a lognormal distribution, each stay rounded to a whole day.
    ///
    /// - Parameters:
    ///   - mean: Days, above the median.
    ///   - median: Days, above 0.
    public static func lognormal(mean: Double, median: Double) -> StayLength {
        guard mean > median, median > 0 else { return fixed(mean) }
        let spread = (2 * PortableMath.log(mean / median)).squareRoot()
        let middle = PortableMath.log(median)
        return StayLength { days in
            1 - NormalDistribution.chance(below: (PortableMath.log(Double(days) - 0.5) - middle) / spread)
        }
    }

    /// As counted: so many days, and how many of all stayed so long. Shares need not add up to 1.
    public static func observed(_ counts: [(days: Int, share: Double)]) -> StayLength {
        let all = counts.reduce(0) { $0 + $1.share }
        guard all > 0 else { return fixed(1) }
        return StayLength { days in
            counts.reduce(0) { $0 + ($1.days >= days ? $1.share : 0) } / all
        }
    }

    /// The mean, in days.
    public var mean: Double { reach.reduce(0, +) }
    /// The longest stay.
    public var longest: Int { reach.count }

    /// The chance of a stay of that many days or more.
    public func chance(ofAtLeast days: Int) -> Double {
        days < 1 ? 1 : days > reach.count ? 0 : reach[days - 1]
    }

    /// The chance of a stay of just that many days.
    public func chance(of days: Int) -> Double { chance(ofAtLeast: days) - chance(ofAtLeast: days + 1) }

    /// The stay of somebody who stays at least so long, at a share of 0 up to but not including 1: the larger the
    /// share, the shorter the stay.
    public func days(at share: Double, atLeast least: Int = 1) -> Int {
        let chance = share * chance(ofAtLeast: least)
        // Falling, so that the last day whose chance is above is found by halving.
        var (low, high) = (max(1, least), reach.count)
        while low < high {
            let middle = (low + high + 1) / 2
            if reach[middle - 1] > chance { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
