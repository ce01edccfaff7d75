// SPDX-License-Identifier: GPL-3.0-or-later

/// What paid hours are worth at most.
public enum BreakEven {
    /// Pounds an hour at which hours are as good as none: what is paid for an hour, and what is lost without them for each.
    ///
    /// - Parameters:
    ///   - cost: Pounds that are paid for the hours.
    ///   - loss: Pounds by which the price without them is above that with them, what is paid for them saved.
    ///   - hours: How many; of none there is no rate.
    public static func rate(cost: Double, loss: Double, hours: Double) -> Double? {
        hours > 0 ? (cost + loss) / hours : nil
    }
}
