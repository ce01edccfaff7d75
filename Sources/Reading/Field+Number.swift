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
        let what = unit == UnitWord.level.rawValue ? "a level, a whole number," : "a whole number of \(unit)"
        let range = "\(what) from \(limits.lowerBound) to \(limits.upperBound)"
        guard let text = number(decimals: false, unit, range, diagnostics) else { return nil }
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
    ///   - isShare: Whether it is a share of something, so that 50% is 0.5.
    ///   - blank: What a blank means; nil: it is an error.
    /// - Returns: Nil, with an error reported, where the text is no such number.
    public func decimal(
        in limits: ClosedRange<Double>, unit: String, isShare: Bool = false, blank: Double? = nil,
        _ diagnostics: Diagnostics
    ) -> Double? {
        if isBlank, let blank { return blank }
        let range =
            "a number of \(unit) from \(Self.plain(limits.lowerBound)) to \(Self.plain(limits.upperBound))"
        guard let text = number(decimals: true, isShare: isShare, unit, range, diagnostics) else {
            return nil
        }
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
        wrongEverywhere("\(name) \(shown) is \(limit)", expected: range, diagnostics)
    }

    /// The text as a number with a decimal point and nothing else; nil, with the reason reported, where it is none.
    private func number(
        decimals: Bool, isShare: Bool = false, _ unit: String, _ range: String, _ diagnostics: Diagnostics
    ) -> String? {
        guard !isBlank else {
            error("\(name) is blank", expected: range, diagnostics)
            return nil
        }
        if writing.decimalMark == .point || !text.contains("."),
            NumberReading.isPlain(text, decimals: decimals)
        {
            return text
        }
        guard writing.readsHabits else {
            wrongEverywhere(noNumber(decimals), expected: range, diagnostics)
            return nil
        }
        let plain = plain(diagnostics)
        switch NumberReading(
            plain, writing.decimalMark, isMoney: unit == "pounds", isShare: isShare, decimals: decimals)
        {
        case .number(let number):
            if number != plain { tellReading(as: number, form: "number", diagnostics) }
            return number
        case .twoWays(let one, let other):
            tellColumn(
                "two readings", "\(name) \(shown) may be \(one) or \(other)",
                expected: "\(one) or \(other): a point for decimals, and nothing between thousands",
                diagnostics)
        case .none:
            if let (bare, written) = UnitWord.cut(plain) {
                return number(bare, written, decimals: decimals, unit, range, diagnostics)
            }
            tellColumn(advice, noNumber(decimals), expected: range, diagnostics)
        }
        return nil
    }

    /// A number with the word for its unit, where that is what the column is in: told once; else an error.
    private func number(
        _ bare: String, _ written: UnitWord, decimals: Bool, _ unit: String, _ range: String,
        _ diagnostics: Diagnostics
    ) -> String? {
        guard written.isUnit(of: unit) else {
            tellColumn(
                "unit \(written.rawValue)",
                "\(name) \(shown) is in \(written.rawValue), and \(unit) are wanted",
                expected: range, diagnostics)
            return nil
        }
        guard
            case .number(let number) = NumberReading(
                bare, writing.decimalMark, isMoney: unit == "pounds", isShare: false, decimals: decimals)
        else {
            tellColumn(advice, noNumber(decimals), expected: range, diagnostics)
            return nil
        }
        tellReading(as: number, form: "unit", diagnostics)
        return number
    }

    /// Tells of what a spreadsheet's habit has done to a column once, and of any other fault once for cells that say the same.
    private func tellColumn(_ habit: String, _ message: String, expected: String, _ diagnostics: Diagnostics)
    {
        guard !habit.isEmpty else {
            wrongEverywhere(message, expected: expected, diagnostics)
            return
        }
        diagnostics.add(
            .error, once: "number\n\(habit)\n\(place.file)\n\(name)", at: self, expected: expected,
            message: { met in message + met.others("cell") })
    }

    private func noNumber(_ decimals: Bool) -> String {
        "\(name) \(shown) is not \(decimals ? "a number" : "a whole number")\(advice)"
    }

    /// What to write instead of a spreadsheet's habit.
    private var advice: String {
        let letters = text.unicodeScalars
        if letters.contains("£") { return ": leave out the pound sign" }
        if letters.contains("%") { return ": write a share, 0.3 for 30 per cent" }
        if letters.contains(",") { return ": use a point for decimals, and nothing between thousands" }
        if SpreadsheetHabits.isShortened(text) {
            return ": a spreadsheet has shortened it, and digits may be lost"
        }
        return ""
    }
}
