// SPDX-License-Identifier: GPL-3.0-or-later

/// A mean over draws, with its error.
public struct Estimate: Sendable, Equatable {
    /// The mean.
    public let mean: Double
    /// How far it may well lie from the mean of endlessly many draws, as a standard deviation: the standard error, but
    /// never less than half of what draws that did not come could change. By the rule of three, what came in none of N
    /// draws may still have a chance of 3 ÷ N.
    public let error: Double

    /// Whether it is beyond two errors from 0: a mean that draws show, and not their luck.
    public let isShown: Bool

    /// The mean of values, each counted so many times; 0 of none.
    ///
    /// - Parameter worst: The value of a draw as bad as can be, whether or not one came.
    init(_ values: [Double], times: [Int], worst: Double) {
        let number = Double(times.reduce(0, +))
        guard number > 0 else {
            self.init(mean: 0, error: 0)
            return
        }
        let mean = Self.mean(values, times: times)
        let squares = zip(values, times).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * Double($1.1) }
        let standard = number > 1 ? (squares / (number - 1) / number).squareRoot() : 0
        self.init(mean: mean, error: max(standard, Self.halfUnseen(number) * abs(mean - worst)))
    }

    /// The share of draws of which something is so.
    init(share isSo: [Bool], times: [Int]) {
        let number = Double(times.reduce(0, +))
        let share = Self.mean(isSo.map { $0 ? 1 : 0 }, times: times)
        let standard = number > 0 ? (share * (1 - share) / number).squareRoot() : 0
        self.init(mean: share, error: number > 0 ? max(standard, Self.halfUnseen(number)) : 0)
    }

    private init(mean: Double, error: Double) {
        (self.mean, self.error) = (mean, error)
        isShown = abs(mean) > 2 * error
    }

    /// The mean alone.
    static func mean(_ values: [Double], times: [Int]) -> Double {
        let number = Double(times.reduce(0, +))
        return number > 0 ? zip(values, times).reduce(0) { $0 + $1.0 * Double($1.1) } / number : 0
    }

    /// Half of the largest chance of what came in none of so many draws.
    private static func halfUnseen(_ number: Double) -> Double { min(1, 3 / number) / 2 }
}
