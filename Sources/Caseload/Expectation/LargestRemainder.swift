// SPDX-License-Identifier: GPL-3.0-or-later

/// Amounts made whole so that their sum is kept: each rounded down, and one more for those with the largest remainders.
///
/// Amounts are counted in thousand millionths, so that a sum is the same in whatever order it is made. `Apportionment` in
/// `Changes` does the same with shares of whole numbers by a written factor: exactly, and of equal remainders the first ones
/// get more, where here they lie evenly.
enum LargestRemainder {
    /// Parts of a whole.
    static let unit = 1_000_000_000

    /// An amount in parts.
    static func parts(_ amount: Double) -> Int { Int((amount * Double(unit)).rounded()) }

    /// A sum of parts, whole, rounded half up.
    static func whole(_ parts: Int) -> Int { parts / unit + (2 * (parts % unit) >= unit ? 1 : 0) }

    /// Amounts in parts made whole.
    ///
    /// - Parameters:
    ///   - parts: The amounts, none negative.
    ///   - sum: What they are to add up to: their sum rounded down or up. Of equal remainders those get one more that lie
    ///     evenly among them, so that an even week stays even.
    static func whole(_ parts: [Int], sum: Int) -> [Int] {
        var whole = parts.map { $0 / unit }
        var missing = sum - whole.reduce(0, +)
        let places = Dictionary(grouping: parts.indices) { parts[$0] % unit }
        for remainder in places.keys.sorted(by: >) where missing > 0 {
            let alike = places[remainder] ?? []
            let number = min(missing, alike.count)
            for one in 0..<number { whole[alike[(2 * one + 1) * alike.count / (2 * number)]] += 1 }
            missing -= number
        }
        return whole
    }
}
