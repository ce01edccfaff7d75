// SPDX-License-Identifier: GPL-3.0-or-later

extension Field {
    /// A whole number within limits.
    ///
    /// - Parameters:
    ///   - limits: The least and the most that make sense.
    ///   - unit: What is counted, for messages: `minutes`.
    ///   - blank: What a blank means; nil: it is an error.
    /// - Returns: Nil, with an error reported, where the text is no such number.
    public func wholeNumber(
        in limits: ClosedRange<Int>, unit: String, blank: Int? = nil, _ diagnostics: Diagnostics
    ) -> Int? {
        if isBlank, let blank { return blank }
        let range = "a whole number of \(unit) from \(limits.lowerBound) to \(limits.upperBound)"
        guard isNumber(decimals: false, range, diagnostics) else { return nil }
        guard let value = Int(text), limits.contains(value) else {
            outside(
                Double(text) ?? 0, Double(limits.lowerBound), limits.upperBound.description, range,
                diagnostics)
            return nil
        }
        return value
    }

    /// A number, with a decimal point where it is not whole, within limits.
    ///
    /// - Parameters:
    ///   - limits: The least and the most that make sense.
    ///   - unit: What is measured, for messages: `hours`.
    ///   - blank: What a blank means; nil: it is an error.
    /// - Returns: Nil, with an error reported, where the text is no such number.
    public func decimal(
        in limits: ClosedRange<Double>, unit: String, blank: Double? = nil, _ diagnostics: Diagnostics
    ) -> Double? {
        if isBlank, let blank { return blank }
        let range =
            "a number of \(unit) from \(Self.plain(limits.lowerBound)) to \(Self.plain(limits.upperBound))"
        guard isNumber(decimals: true, range, diagnostics) else { return nil }
        guard let value = Double(text), limits.contains(value) else {
            outside(
                Double(text) ?? .infinity, limits.lowerBound, Self.plain(limits.upperBound), range,
                diagnostics)
            return nil
        }
        // Minus nought is nought.
        return value == 0 ? 0 : value
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    private func outside(
        _ value: Double, _ least: Double, _ most: String, _ range: String, _ diagnostics: Diagnostics
    ) {
        let limit = value < least ? "less than \(Self.plain(least))" : "more than \(most)"
        error("\(name) \(shown) is \(limit)", expected: range, diagnostics)
    }

    /// Whether the text is written as a number; reports why not.
    private func isNumber(decimals: Bool, _ range: String, _ diagnostics: Diagnostics) -> Bool {
        guard !isBlank else {
            error("\(name) is blank", expected: range, diagnostics)
            return false
        }
        let bytes = text.utf8
        let body =
            bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
            ? bytes.dropFirst() : bytes[...]
        let parts = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
        if isDigits, parts.count == 1 || (decimals && parts.count == 2), bytes.count <= 400 { return true }
        error(
            "\(name) \(shown) is not \(decimals ? "a number" : "a whole number")\(advice)", expected: range,
            diagnostics)
        return false
    }

    /// What to write instead of a spreadsheet's habit.
    private var advice: String {
        let letters = text.unicodeScalars
        if letters.contains("£") { return ": leave out the pound sign" }
        if letters.contains("%") { return ": write a share, 0.3 for 30 per cent" }
        if letters.contains(",") { return ": use a point for decimals, and nothing between thousands" }
        return ""
    }
}
