// SPDX-License-Identifier: GPL-3.0-or-later

/// A mean over draws, with its standard error.
public struct Estimate: Sendable, Equatable {
    /// The mean.
    public let mean: Double
    /// Its standard error: how far it lies from the mean of endlessly many draws, as a standard deviation.
    public let error: Double

    /// Whether it is beyond two standard errors from 0: a mean that draws show, and not their luck. One draw shows
    /// nothing.
    public let isShown: Bool

    /// The mean of values, each counted so many times; 0 of none.
    init(_ values: [Double], times: [Int]) {
        let number = Double(times.reduce(0, +))
        guard number > 0 else {
            (mean, error, isShown) = (0, 0, false)
            return
        }
        let mean = zip(values, times).reduce(0) { $0 + $1.0 * Double($1.1) } / number
        let squares = zip(values, times).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * Double($1.1) }
        self.mean = mean
        error = number > 1 ? (squares / (number - 1) / number).squareRoot() : 0
        isShown = number > 1 && abs(mean) > 2 * error
    }

    /// The share of draws of which something is so.
    init(share isSo: [Bool], times: [Int]) {
        let number = Double(times.reduce(0, +))
        let share =
            number > 0 ? Double(zip(isSo, times).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }) / number : 0
        mean = share
        error = number > 0 ? (share * (1 - share) / number).squareRoot() : 0
        isShown = number > 1 && abs(mean) > 2 * error
    }
}
