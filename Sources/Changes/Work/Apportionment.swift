// SPDX-License-Identifier: GPL-3.0-or-later

/// Shares of whole numbers, whole again: each rounded down, and then one more for those with the largest
/// remainders, the first of equal ones, until their sum is what it is to be. Numbers count as the decimals
/// they are written as. `LargestRemainder` in `Caseload` does the same with expected amounts, spread evenly.
enum Apportionment {
    /// How the sum is rounded.
    enum Rounding { case down, halfUp }

    /// Shares of the counts by a factor that is not negative.
    static func of(_ counts: [Int], by factor: Double, _ rounding: Rounding) -> [Int] {
        let factor = WrittenDecimal(factor)
        let exact = counts.map { Int128($0) * factor.digits }
        var shares = exact.map { Int(clamping: $0 / factor.unit) }
        let sum = exact.reduce(0, +)
        let wanted = rounding == .down ? sum / factor.unit : (2 * sum + factor.unit) / (2 * factor.unit)
        let missing = wanted - exact.reduce(0) { $0 + $1 / factor.unit }
        let order = exact.indices.sorted { (exact[$1] % factor.unit, $0) < (exact[$0] % factor.unit, $1) }
        for place in order.prefix(Int(clamping: missing)) { shares[place] += 1 }
        return shares
    }
}

/// A number as the decimal that it is written as, which is the shortest that is read as it.
private struct WrittenDecimal {
    /// The digits, as a whole number of `unit`ths.
    let digits: Int128
    /// A power of ten.
    let unit: Int128

    /// Decimals that are kept. Smaller parts of a number of contacts make none.
    private static let most = 20

    init(_ value: Double) {
        let parts = value.description.split(separator: "e")
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        let sides = (parts.first ?? "0").split(separator: ".")
        let decimals = sides.count == 2 ? sides[1] : ""
        var digits = Int128((sides.first ?? "0") + decimals) ?? 0
        var places = decimals.count - exponent
        while places < 0 {
            digits *= 10
            places += 1
        }
        while places > Self.most {
            digits /= 10
            places -= 1
        }
        self.digits = digits
        unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
    }
}
