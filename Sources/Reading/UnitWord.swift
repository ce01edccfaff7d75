// SPDX-License-Identifier: GPL-3.0-or-later

/// The word for a unit that people write beside a number: `37.5 hrs`, `30 mins`, `1.0 WTE`, `Level 3`.
enum UnitWord: String, CaseIterable {
    case hours, minutes, days, months, pounds, level, contacts, people
    case wholeTimes = "WTE"

    /// A text that is a number and such a word; nil: it is something else.
    ///
    /// - Returns: The number as it is written, and the unit.
    static func cut(_ text: String) -> (number: String, unit: UnitWord)? {
        let plain = text.lowercased()
        guard let first = plain.firstIndex(where: \.isNumber), let last = plain.lastIndex(where: \.isNumber)
        else { return nil }
        let before = letters(plain[..<first].filter { !"+-£".contains($0) })
        let after = letters(plain[plain.index(after: last)...])
        guard before.isEmpty != after.isEmpty,
            let unit = allCases.first(where: { $0.words(isBefore: after.isEmpty).contains(before + after) })
        else { return nil }
        let number = after.isEmpty ? plain[first...] : plain[...last]
        return (String(number), unit)
    }

    /// Whether it is the unit of a column, as messages name that.
    func isUnit(of column: String) -> Bool {
        switch self {
        case .people: ["people", "heads"].contains(column)
        case .wholeTimes: ["WTE", "whole-time equivalents"].contains(column)
        case .contacts: column == "contacts" || column.hasPrefix("contacts a ") || column == "contacts in all"
        case .hours, .minutes, .days, .months, .pounds, .level: column == rawValue
        }
    }

    /// The words, in small letters and without blanks and points.
    private func words(isBefore: Bool) -> [String] {
        guard !isBefore else { return self == .level ? ["level", "lvl", "l"] : [] }
        switch self {
        case .hours:
            let words = ["h", "hr", "hrs", "hour", "hours"]
            return words
                + words.flatMap { one in ["pw", "perweek", "aweek", "/week", "/wk"].map { one + $0 } }
        case .minutes: return ["m", "min", "mins", "minute", "minutes"]
        case .days: return ["d", "day", "days"]
        case .months: return ["month", "months", "mth", "mths"]
        case .pounds:
            let rates = ["ph", "p/h", "/h", "/hr", "/hour", "perhour", "anhour"]
            return rates + ["pounds", "gbp"] + rates.map { "pounds" + $0 }
        case .level: return []
        case .contacts: return ["contact", "contacts", "visit", "visits"]
        case .people: return ["person", "people", "staff"]
        case .wholeTimes:
            return ["wte", "fte"]
                + ["whole-time", "wholetime"].flatMap { [$0 + "equivalent", $0 + "equivalents"] }
        }
    }

    private static func letters(_ text: some StringProtocol) -> String {
        String(text.filter { $0 != " " && $0 != "." })
    }
}
