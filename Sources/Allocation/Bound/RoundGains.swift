// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether rounds of cuts still lift a bound by enough to go on with them.
struct RoundGains {
    private let patience: Int
    private var best: Double?
    private var idleRounds = 0

    /// By what share of itself a round has to lift the bound.
    static let least = 1e-5

    /// - Parameter patience: How many rounds in a row without a gain are enough.
    init(patience: Int) { self.patience = patience }

    /// Whether it is time to stop.
    var areOver: Bool { idleRounds >= patience }

    /// Takes the bound after one more round.
    mutating func note(_ bound: Double) {
        if let best, !(bound > best + Self.least * abs(best)) {
            idleRounds += 1
        } else {
            best = bound
            idleRounds = 0
        }
    }
}
