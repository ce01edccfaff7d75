// SPDX-License-Identifier: GPL-3.0-or-later

/// Exponentials and logarithms to the same bit on every machine, for what decides by them: C libraries differ in the
/// last one. Only sums, products, quotients and rounding of IEEE 754 are used, each exactly defined.
public enum PortableMath {
    /// ln 2, the first 33 bits of it and the rest, so that whole multiples of the first are exact.
    private static let ln2 = (high: 0x1.62e42fee00000p-1, low: 0x1.a39ef35793c76p-33)
    /// 1 ÷ n! from n = 13 down to 0: the series ends where the rest is below half a unit of the last place.
    private static let factorials = stride(from: 13, through: 0, by: -1).map { n in
        1 / (1...max(1, n)).reduce(1.0) { $0 * Double($1) }
    }

    /// e to the power of `x`, to some units of the last place; 0 below −708, infinity above 709.
    public static func exp(_ x: Double) -> Double {
        guard x > -708 else { return x.isNaN ? x : 0 }
        guard x < 709 else { return .infinity }
        let twos = (x / (ln2.high + ln2.low)).rounded()
        let rest = (x - twos * ln2.high) - twos * ln2.low
        let sum = factorials.reduce(0) { $0 * rest + $1 }
        return Double(sign: .plus, exponent: Int(twos), significand: sum)
    }

    /// The natural logarithm, to some units of the last place; −infinity of 0, not a number below it.
    public static func log(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
        // Between √½ and √2, where the series of the area tangent is short.
        var (twos, part) = (Double(x.exponent), x.significand)
        if part > 2.0.squareRoot() { (twos, part) = (twos + 1, part / 2) }
        let ratio = (part - 1) / (part + 1)
        let square = ratio * ratio
        let sum = stride(from: 23.0, through: 3, by: -2).reduce(0) { ($0 + 1 / $1) * square }
        return twos * ln2.high + (twos * ln2.low + 2 * ratio * sum + 2 * ratio)
    }

    /// `base`, which is above 0, to the power of `exponent`.
    public static func power(_ base: Double, _ exponent: Double) -> Double { exp(exponent * log(base)) }
}
