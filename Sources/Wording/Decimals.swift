// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers in files: a point for decimals, no exponent, the same in every locale. Nil stands for what is no
/// number.
public enum Decimals {
    /// Money and hours: four to six decimals, so that 20,000 rows still add up to the penny.
    public static func amount(_ value: Double) -> String? { text(value, atLeast: 4, atMost: 6) }

    /// Minutes: whole where they are, else up to six decimals.
    public static func minutes(_ value: Double) -> String? { text(value, atLeast: 0, atMost: 6) }

    /// A number rounded to `most` decimals, with zeros at the end beyond `least` left out.
    public static func text(_ value: Double, atLeast least: Int, atMost most: Int) -> String? {
        guard let rounded = RoundedDecimal(value, places: most) else { return nil }
        var decimals = rounded.decimals[...]
        while decimals.count > least, decimals.last == "0" { decimals.removeLast() }
        let sign = value < 0 && !rounded.isZero ? "-" : ""
        return sign + rounded.whole + (decimals.isEmpty ? "" : "." + decimals)
    }
}
