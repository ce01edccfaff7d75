// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// The normal distribution, worked out to the same bit on every machine.
enum NormalDistribution {
    /// Beyond so many standard deviations there is less than a thousand millionth.
    private static let far = 6.0
    /// 1 ÷ √(2π).
    private static let density = 0.398_942_280_401_432_7

    /// The chance of less than `z` standard deviations above the mean.
    static func below(_ z: Double) -> Double {
        guard abs(z) < far else { return z < 0 ? 0 : 1 }
        // ½ + φ(z) (z + z³ ÷ 3 + z⁵ ÷ (3 · 5) + …), until a term adds nothing.
        var (sum, term, odd) = (z, z, 1.0)
        while true {
            odd += 2
            term *= z * z / odd
            guard sum + term != sum else { break }
            sum += term
        }
        return min(1, max(0, 0.5 + density * PortableMath.exp(-z * z / 2) * sum))
    }
}
