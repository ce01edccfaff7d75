// SPDX-License-Identifier: GPL-3.0-or-later

/// How figures are put in a sentence. Total: any number can be worded, however absurd.
enum Wording {
    /// `5 h 30`, `45 min`, `0 min`.
    static func time(_ minutes: Double) -> String {
        let sign = minutes < 0 ? "-" : ""
        let size = abs(minutes)
        guard size >= 60, size < 1e9 else { return "\(number(minutes)) min" }
        let hours = (size / 60).rounded(.down)
        let rest = size - hours * 60
        guard rest > 0.005 else { return "\(sign)\(number(hours)) h" }
        let padding = rest < 10 ? "0" : ""
        return "\(sign)\(number(hours)) h \(padding)\(number(rest))"
    }

    /// Pounds with pennies, rounded half up, thousands set apart: `£1,012.30`.
    static func pounds(_ amount: Double) -> String {
        guard amount.isFinite, abs(amount) < 1e13 else { return "£\(amount)" }
        let pennies = Int((abs(amount) * 100).rounded())
        let rest = String(pennies % 100)
        return
            "\(amount < 0 && pennies > 0 ? "-" : "")£\(grouped(pennies / 100)).\(rest.count < 2 ? "0" : "")\(rest)"
    }

    private static func grouped(_ whole: Int) -> String {
        whole < 1_000
            ? String(whole)
            : grouped(whole / 1_000) + "," + String(String(1_000 + whole % 1_000).dropFirst())
    }

    /// A number with at most two decimals.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e13 else { return "\(value)" }
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
    }

    /// `1 contact`, `3 contacts`.
    static func count(_ value: Double, _ noun: String) -> String {
        "\(number(value)) \(noun)\(value == 1 ? "" : "s")"
    }
}

/// How far two figures that should be equal may lie apart.
enum Tolerance {
    /// Minutes.
    static let minutes = 1e-6
    /// Pounds, where programs compare amounts.
    static let pounds = 0.01
    /// Pounds, where spending is held against a cap.
    static let cap = 1e-6
    /// The last decimal of an amount in a file.
    static let decimals = 1e-4
}
