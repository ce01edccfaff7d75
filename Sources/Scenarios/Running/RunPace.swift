// SPDX-License-Identifier: GPL-3.0-or-later

/// How long runs that are still to come take, by those that were done since it began.
public struct RunPace: Sendable {
    private var done = 0

    /// Runs are about to begin.
    public init() {}

    /// Seconds until all are done; nil while that is not known, and once they are.
    ///
    /// - Parameters:
    ///   - number: How many runs are done, what was done before among them.
    ///   - all: How many there are.
    ///   - wasKept: Whether the last of them was done before.
    ///   - seconds: Seconds since runs began.
    public mutating func secondsLeft(
        after number: Int, of all: Int, wasKept: Bool, at seconds: Double
    ) -> Double? {
        if !wasKept { done += 1 }
        guard done > 1, number < all, seconds > 0 else { return nil }
        return seconds / Double(done) * Double(all - number)
    }
}
