// SPDX-License-Identifier: GPL-3.0-or-later

/// Shares of whole numbers, whole again: each rounded down, and then one more for those with the largest
/// remainders, the first of equal ones, until their sum is what it is to be. Numbers count as the decimals
/// they are written as.
enum Apportionment {
    /// How the sum is rounded.
    enum Rounding { case down, halfUp }

    private static let unit: Int128 = 1_000_000

    /// Shares of the counts by a factor that is not negative.
    static func of(_ counts: [Int], by factor: Double, _ rounding: Rounding) -> [Int] {
        let exact = counts.map { Int128((Double($0) * factor * Double(unit)).rounded()) }
        var shares = exact.map { Int(clamping: $0 / unit) }
        let sum = exact.reduce(0, +)
        let wanted = rounding == .down ? sum / unit : (sum + unit / 2) / unit
        let missing = wanted - exact.reduce(0) { $0 + $1 / unit }
        let order = exact.indices.sorted { (exact[$1] % unit, $0) < (exact[$0] % unit, $1) }
        for place in order.prefix(Int(clamping: missing)) { shares[place] += 1 }
        return shares
    }
}
