// SPDX-License-Identifier: GPL-3.0-or-later

/// A number's size in decimal digits, rounded half up to so many places, at any size.
///
/// A double holds fifteen digits for sure. The value is taken to these first, and to nine decimals, so that what
/// binary fractions leave over (2.675 is stored as 2.67499…) neither decides nor is shown.
struct RoundedDecimal {
    /// The digits before the point, at least one.
    let whole: String
    /// The digits after it, as many as places.
    let decimals: String

    /// The digits of a value's size; nil where it is no finite number. Places are 0 to 9.
    init?(_ value: Double, places: Int) {
        guard value.isFinite else { return nil }
        let size = abs(value)
        // From here on a double has no fraction, and may be too large for an integer.
        guard size < 9_007_199_254_740_992 else {
            whole = Self.wholeDigits(size)
            decimals = String(repeating: "0", count: places)
            return
        }
        var units = UInt64(size)
        let digits = units == 0 ? 0 : String(units).count
        let kept = max(0, min(9, 15 - digits))
        var fraction = UInt64(((size - Double(units)) * Double(Self.power(kept))).rounded())
        if kept > places {
            let unit = Self.power(kept - places)
            fraction = (fraction + unit / 2) / unit
        } else {
            fraction *= Self.power(places - kept)
        }
        if fraction >= Self.power(places) {
            fraction -= Self.power(places)
            units += 1
        }
        whole = String(units)
        let text = places == 0 ? "" : String(fraction)
        decimals = String(repeating: "0", count: places - text.count) + text
    }

    /// Whether nothing but noughts is left.
    var isZero: Bool { (whole + decimals).allSatisfy { $0 == "0" } }

    /// Ten to a power of 0 to 9.
    private static func power(_ exponent: Int) -> UInt64 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// The digits of a size without a fraction: those that tell it from other doubles, then noughts.
    private static func wholeDigits(_ size: Double) -> String {
        if size < 1.8e19 { return String(UInt64(size)) }
        let parts = "\(size)".split(separator: "e")
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        let digits = String((parts.first ?? "0").filter { $0 != "." })
        let significant = digits.hasSuffix("0") ? String(digits.dropLast()) : digits
        return significant + String(repeating: "0", count: max(0, exponent + 1 - significant.count))
    }
}
