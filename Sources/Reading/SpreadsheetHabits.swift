// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Identifiers that a spreadsheet takes for something else, and writes otherwise when it saves the table.
public enum SpreadsheetHabits {
    /// What becomes of an identifier: in words, and how it may stand in a table afterwards.
    public struct Rewriting: Equatable {
        /// What becomes of it, such as `becomes a date`.
        public let words: String
        /// How it may stand in a table afterwards; none where that cannot be told.
        public let forms: [String]
        /// Whether all that happens is that zeros in front are lost.
        public var losesZeros = false
    }

    /// Nil where a spreadsheet leaves the text as it is.
    public static func rewriting(of text: String) -> Rewriting? {
        guard let first = text.utf8.first, text.utf8.count <= 64 else { return nil }
        switch first {
        case UInt8(ascii: "="): return Rewriting(words: "is worked out as a formula", forms: [])
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            let rest = String(text.dropFirst())
            let isNumber = !rest.isEmpty && rest.utf8.allSatisfy(isDigit)
            return Rewriting(
                words: isNumber ? "becomes a number" : "is worked out as a formula",
                forms: isNumber ? [number(rest), "-" + number(rest)] : [])
        case 48...57: return ofDigits(text) ?? ofDate(text)
        default: return ofDate(text)
        }
    }

    /// `007`, `1E5`, `1.50`, and numbers of more digits than are kept.
    private static func ofDigits(_ text: String) -> Rewriting? {
        let letters = Array(text.utf8)
        if letters.allSatisfy(isDigit) {
            if letters.count > 1, letters[0] == 48 {
                return Rewriting(words: "becomes \(number(text))", forms: [number(text)], losesZeros: true)
            }
            return letters.count > 15 ? Rewriting(words: "loses its last digits", forms: []) : nil
        }
        if let mark = letters.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }) {
            let power = String(
                decoding: letters[(mark + 1)...].drop { $0 == UInt8(ascii: "+") }, as: UTF8.self)
            guard letters[..<mark].allSatisfy(isDigit), !power.isEmpty, power.utf8.allSatisfy(isDigit),
                let zeros = Int(power), zeros <= 300
            else { return nil }
            let head = number(String(decoding: letters[..<mark], as: UTF8.self))
            let long = head + String(repeating: "0", count: min(zeros, 30))
            let short = head + "E+" + (zeros < 10 ? "0\(zeros)" : "\(zeros)")
            return Rewriting(words: "becomes \(short)", forms: [long, short, head + ".00E+0\(zeros)"])
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }),
            parts[1].last == "0" || parts[0].count > 1 && parts[0].first == "0"
        {
            return Rewriting(words: "becomes a number", forms: [Double(text).map { "\($0)" } ?? text])
        }
        return nil
    }

    /// Whether a number is one that a spreadsheet shows shortened: `1E+05`.
    static func isShortened(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let sign = parts[1].first, "+-".contains(sign) else { return false }
        let head = parts[0].utf8.filter { $0 != UInt8(ascii: ".") }
        return !head.isEmpty && head.allSatisfy(isDigit) && parts[1].count > 1
            && parts[1].dropFirst().utf8.allSatisfy(isDigit)
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// `1-2`, `3/11`, `2-Mar`, `MAR1`, `2026-11-23`.
    private static func ofDate(_ text: String) -> Rewriting? {
        guard text.utf8.count <= 12 else { return nil }
        let date = Rewriting(words: "becomes a date", forms: [])
        let parts = text.lowercased().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
        let isNumbers = parts.allSatisfy { (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }
        let numbers = parts.map { Int($0) ?? 0 }
        if isNumbers, parts.count == 3, parts[1].count <= 2 {
            let (year, day) = parts[0].count == 4 ? (numbers[0], numbers[2]) : (numbers[2], numbers[0])
            let isDay = (1...31).contains(day) && (1...31).contains(numbers[1])
            return isDay && min(day, numbers[1]) <= 12 && year >= 0 ? date : nil
        }
        if isNumbers, parts.count == 2, parts[1].count <= 2 || parts[1].count == 4 {
            guard parts[0].count <= 2, (1...31).contains(numbers[0]), (1...31).contains(numbers[1]),
                min(numbers[0], numbers[1]) <= 12
            else { return nil }
            return Rewriting(
                words: date.words, forms: dates(numbers[0], numbers[1]) + dates(numbers[1], numbers[0]))
        }
        let letters = text.lowercased().filter { $0 != "-" && $0 != " " && $0 != "/" }
        let digits = letters.filter { $0.isASCII && $0.isNumber }
        let word = letters.filter { $0.isLetter }
        guard (1...2).contains(digits.utf8.count), word.count + digits.count == letters.count,
            letters == word + digits || letters == digits + word, let day = Int(digits),
            (1...31).contains(day),
            let month = months.firstIndex(of: String(word.prefix(3))), isMonth(word, month)
        else { return nil }
        return Rewriting(words: date.words, forms: dates(day, month + 1))
    }

    private static func isMonth(_ word: String, _ month: Int) -> Bool {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        return word == months[month] || word == names[month] || word == "sept" && month == 8
    }

    /// `02-Jan` and `2-Jan`.
    private static func dates(_ day: Int, _ month: Int) -> [String] {
        guard months.indices.contains(month - 1) else { return [] }
        let name = months[month - 1].capitalized
        return ["\(day)-\(name)", (day < 10 ? "0" : "") + "\(day)-\(name)"]
    }

    /// The digits without zeros in front.
    private static func number(_ digits: String) -> String {
        let rest = digits.drop { $0 == "0" }
        return rest.isEmpty ? "0" : String(rest)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
