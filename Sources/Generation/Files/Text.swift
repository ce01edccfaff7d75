// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Numbers as the files write them, without any locale.
public enum Text {
    /// The licence of a generated file.
    public static let licence = "SPDX-License-Identifier: GPL-3.0-or-later"

    /// A number with at most six decimals, without trailing zeros: `37.5`.
    public static func number(_ value: Double) -> String {
        Decimals.text(value, atLeast: 0, atMost: 6) ?? "0"
    }

    /// Pounds with two decimals, or as many as they have: `28.70`.
    public static func pounds(_ value: Double) -> String {
        Decimals.text(value, atLeast: 2, atMost: 6) ?? "0.00"
    }

    /// A time of the day: `07:45`.
    static func time(_ minutes: Int) -> String {
        let onTheDay = minutes > 1440 ? minutes - 1440 : minutes
        return "\(padded(onTheDay / 60)):\(padded(onTheDay % 60))"
    }

    /// A whole number with commas between thousands: `91,650`.
    static func grouped(_ value: Int) -> String {
        let digits = Array(String(value))
        return String(
            digits.enumerated().flatMap { index, digit in
                index > 0 && (digits.count - index).isMultiple(of: 3) ? [",", digit] : [digit]
            })
    }

    /// A share of two whole numbers in per cent with one decimal: `98.4`.
    static func percent(_ part: Int, of whole: Int) -> String {
        let thousandths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
        return "\(thousandths / 10).\(thousandths % 10)"
    }

    /// A text in double quotes for YAML.
    public static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return quoted + "\""
    }

    private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
