// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// How the temperature falls over a round.
struct Schedule: Sendable {
    let hot: Double
    let cold: Double
    let tail: Double

    /// Pounds, when that share of the round is over.
    func temperature(_ share: Double) -> Double {
        let main = 1 - tail
        if share < main { return hot * PortableMath.power(cold / hot, share / main) }
        return cold * PortableMath.power(0.01, min(1, (share - main) / tail))
    }
}
