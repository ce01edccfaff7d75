// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers in files: a point for decimals, no exponent, the same in every locale. Nil stands for what is no
/// number, or too large for one.
public enum Decimals {
    /// Money and hours: four to six decimals, so that 20,000 rows still add up to the penny.
    public static func amount(_ value: Double) -> String? { text(value, atLeast: 4, atMost: 6) }

    /// Minutes: whole where they are, else up to six decimals.
    public static func minutes(_ value: Double) -> String? { text(value, atLeast: 0, atMost: 6) }

    /// A number rounded to `most` decimals, with zeros at the end beyond `least` left out.
    public static func text(_ value: Double, atLeast least: Int, atMost most: Int) -> String? {
        let unit = (0..<most).reduce(1.0) { unit, _ in unit * 10 }
        let scaled = (abs(value) * unit).rounded()
        guard scaled.isFinite, scaled < 9e18 else { return nil }
        let digits = String(UInt64(scaled))
        let padded = String(repeating: "0", count: max(0, most + 1 - digits.count)) + digits
        var decimals = padded.suffix(most)
        while decimals.count > least, decimals.last == "0" { decimals.removeLast() }
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return sign + padded.dropLast(most) + (decimals.isEmpty ? "" : "." + decimals)
    }
}
