// SPDX-License-Identifier: GPL-3.0-or-later

/// The normal distribution of mean 0 and variance 1, to the same bit on every machine.
public enum NormalDistribution {
    /// The chance of a value below `x`, by Marsaglia's series (Evaluating the Normal Distribution, Journal of Statistical
    /// Software 11, 2004). Beyond 8 standard deviations it is 0 or 1: what is left is less than its error.
    public static func chance(below x: Double) -> Double {
        guard abs(x) < 8 else { return x < 0 ? 0 : 1 }
        var (sum, term, odd) = (x, x, 1.0)
        while abs(term) > 1e-18 * max(1, abs(sum)) {
            odd += 2
            term *= x * x / odd
            sum += term
        }
        return min(1, max(0, 0.5 + sum * PortableMath.exp(-x * x / 2) * 0.3989422804014327))
    }

    /// The value that a share of 0 to 1 of all values lie below, found by halving: a larger share never gives a smaller
    /// value. Beyond 8 standard deviations nothing is looked for.
    public static func value(at share: Double) -> Double {
        var (low, high) = (-8.0, 8.0)
        while true {
            let middle = (low + high) / 2
            guard middle > low, middle < high else { return low }
            if chance(below: middle) < share { low = middle } else { high = middle }
        }
    }
}
