// SPDX-License-Identifier: GPL-3.0-or-later

/// How a count varies about its mean: a Poisson distribution, or a negative binomial one where it varies more.
///
/// Counts are drawn by inversion: the smallest one whose chance, with those below it, is above a share. So a larger
/// mean never gives fewer by the same share, and each share gives the same count on every machine.
public struct CountDistribution: Sendable, Hashable {
    /// The mean, 0 or more; at most `mostAtOnce`, beyond which a chance may be too small a number.
    public let mean: Double
    /// The variance for each of the mean: 1 is Poisson's, more a negative binomial's.
    public let dispersion: Double

    /// The largest mean of one distribution. Sums of counts of one dispersion have that dispersion, too.
    public static let mostAtOnce = 500.0

    /// A distribution; a mean below 0 is 0, a dispersion below 1 is 1.
    public init(mean: Double, dispersion: Double = 1) {
        self.mean = min(Self.mostAtOnce, max(0, mean))
        self.dispersion = max(1, dispersion)
    }

    /// The chance of 0.
    var chanceOfNone: Double {
        // The size parameter r is mean ÷ (dispersion − 1), the chance of 0 dispersion to the power of −r.
        PortableMath.exp(
            dispersion > 1 ? -mean * (PortableMath.log(dispersion) / (dispersion - 1)) : -mean)
    }

    /// What the chance of a count is multiplied by for that of the next.
    func factor(after count: Int) -> Double {
        (mean / dispersion + Double(count) * (1 - 1 / dispersion)) / Double(count + 1)
    }

    /// The smallest count whose chance, with those below it, is above a share of 0 up to but not including 1.
    public func count(at share: Double) -> Int {
        var (count, chance) = (0, chanceOfNone)
        var sum = chance
        while sum <= share {
            chance *= factor(after: count)
            count += 1
            // Past the mean, what is left of the chances is less than a double can tell from 1.
            if sum + chance == sum, Double(count) > mean { break }
            sum += chance
        }
        return count
    }
}

extension SeededRandom {
    /// A number from 0 up to but not including 1, a multiple of 2⁻⁵³.
    @inlinable public mutating func fineShare() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A count of that mean and of that variance for each of the mean.
    public mutating func count(mean: Double, dispersion: Double = 1) -> Int {
        var (count, left) = (0, mean)
        while left > 0 {
            let part = min(left, CountDistribution.mostAtOnce)
            count += CountDistribution(mean: part, dispersion: dispersion).count(at: fineShare())
            left -= part
        }
        return count
    }

    /// The numbers of a seed for one name: whatever else is drawn by the seed, and how much, they stay the same.
    ///
    /// - Parameter number: Which of several times it is that something is drawn for the name.
    public init(seed: UInt64, for name: String, _ number: Int) {
        // FNV-1a: Fowler, Noll and Vo, 64 bits.
        let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
        var mixer = SeededRandom(seed: seed)
        mixer = SeededRandom(seed: mixer.next() &+ hash)
        mixer = SeededRandom(seed: mixer.next() &+ UInt64(bitPattern: Int64(number)))
        self.init(seed: mixer.next())
    }
}
